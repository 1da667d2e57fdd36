import type { Run, Scenario, ThroughputFigures } from '../figures';
import type { Peer } from '../peers';
import { spreadOf } from '../statistics';
import type { Spread } from '../statistics';

/** All runs of one peer in one scenario in a few numbers: speeds as medians, harm as the worst. */
export interface Summary {
	delivered: Spread;
	arrivals: Spread;
	/** The most of any run. */
	lost: number;
	doubled: number;
	rejected: number;
	rejectedLater: number;
}

/** Undefined when that peer did not run in that scenario. */
export function summaryOf(
	{ series }: ThroughputFigures,
	scenario: Scenario,
	peer: Peer,
): Summary | undefined {
	const runs = series.find((one) => one.scenario === scenario && one.peer === peer)?.runs ?? [];
	if (runs.length === 0) return undefined;
	const max = (value: (run: Run) => number) => Math.max(...runs.map(value));
	return {
		delivered: spreadOf(runs.map((run) => run.deliveredPerSecond)),
		arrivals: spreadOf(runs.map((run) => run.arrivalsPerSecond)),
		lost: max((run) => run.lost),
		doubled: max((run) => run.doubled),
		rejected: max((run) => run.rejected),
		rejectedLater: max((run) => run.rejectedLater),
	};
}
