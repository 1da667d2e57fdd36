import type { IExecuteFunctions } from 'n8n-workflow';
import type { RunStats } from './runStats';

/** Long runs write a line to n8n's log this often, in seconds. */
const logStep = 60;

/** What was sent stays sent, even if n8n cannot be told about it. */
function quietly(tell: () => void): void {
	try {
		tell();
	} catch {
		return;
	}
}

/** Tells how a run goes: in n8n's log while it lasts, above the node's output when it is over. */
export class Progress {
	private nextLog = logStep;

	constructor(
		private readonly context: IExecuteFunctions,
		private readonly stats: RunStats,
	) {}

	/** To be called whenever an item is settled. */
	step(): void {
		const { seconds } = this.stats;
		if (seconds < this.nextLog) return;
		this.nextLog = seconds + logStep;
		quietly(() => this.context.logger.info(`${this.name}: ${this.stats.summary}`));
	}

	/** The run is over. One item speaks for itself; more get a line. */
	end(): void {
		if (this.stats.total < 2) return;
		quietly(() =>
			this.context.addExecutionHints({
				message: this.stats.summary,
				type: this.stats.anyFailed ? 'warning' : 'info',
				location: 'outputPane',
			}),
		);
	}

	/** n8n keeps no data of a node whose execution was stopped: the log is the only place. */
	stopped(): void {
		quietly(() =>
			this.context.logger.warn(
				`${this.name}: the execution was stopped. ${this.stats.countsOfTotal}.`,
			),
		);
	}

	private get name(): string {
		return this.context.getNode().name;
	}
}
