import { receiverNames, receivers } from '../callbacks/workflow';
import type { CallbackFigures, CallbackRun } from '../figures';
import { spreadOf } from '../statistics';
import { fixed, spread, table } from './text';

/** A line of the table. */
function row(name: string, runs: CallbackRun[]): string[] {
	const of = (key: 'p50' | 'p99' | 'max') => spread(spreadOf(runs.map((run) => run[key])));
	const sum = (count: (run: CallbackRun) => number) =>
		fixed(
			runs.reduce((total, run) => total + count(run), 0),
			0,
		);
	return [
		name,
		of('p50'),
		of('p99'),
		of('max'),
		sum(({ unanswered }) => unanswered),
		sum(({ lost, doubled }) => lost + doubled),
	];
}

/** What was measured about receiving callbacks, in words and a table. */
export function callbackSection(figures: CallbackFigures): string[] {
	const { callbacks, perSecond } = figures;
	return [
		'## Callbacks',
		`${fixed(callbacks, 0)} callbacks, ${perSecond} a second whether or not earlier ones were answered, to an active workflow whose executions are saved: the trigger, which checks the signature, the app and repeats, and n8n's Webhook node, which checks nothing, or a header against its credential. For the trigger as for every node but its own Webhook node, n8n sets up a sandbox for expressions at each call, and another one where it reads a credential. The time is that from sending a callback to the end of its answer; Tencent waits for two seconds. "Lazy" is an n8n with N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE=true, which sets that sandbox up only where an expression needs it.`,
		table(
			[
				'',
				'50 % within, ms',
				'99 % within, ms',
				'all within, ms',
				'unanswered',
				'not executed once',
			],
			[
				...receivers.map((receiver) => row(receiverNames[receiver], figures[receiver])),
				...(['trigger', 'webhook'] as const).map((receiver) =>
					row(`${receiverNames[receiver]}, lazy`, figures.lazy[receiver]),
				),
			],
		),
	];
}
