import { arrivalsOf, viewsOf } from '../test/harness/arrivals';
import type { RemoteSimulator } from '../test/harness/remoteSimulator';
import { textOf, type Row } from './recipients';

/** What became of the messages of one run, by the simulator's records. */
export interface Outcome {
	/** Messages that their recipient has at least once. */
	delivered: number;
	/** Messages that their recipient does not have. */
	lost: number;
	/** Copies beyond the first, and messages in a wrong conversation. */
	doubled: number;
	/** Calls answered with a frequency code. */
	rejected: number;
}

/** Compares what arrived with what was to be sent; waits for calls that are still under way. */
export async function outcomeOf(simulator: RemoteSimulator, rows: Row[]): Promise<Outcome> {
	await simulator.settled();
	const [conversations, stats] = [await simulator.conversations(), await simulator.stats()];
	const sent = rows.map((row) => ({ to: row.userId, text: textOf(row) }));
	const { arrived, lost, doubled } = arrivalsOf(sent, viewsOf(conversations, 'c2c'));
	return {
		delivered: arrived,
		lost,
		doubled,
		rejected: stats.paths['openim/sendmsg']?.rateLimited ?? 0,
	};
}
