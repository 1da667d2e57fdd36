import type { Conversation } from '../../simulator';
import type { Row } from '../recipients';
import { textOf } from '../recipients';
import type { RemoteSimulator } from './client';

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

/** How often each text stands in each recipient's conversation. */
function copies(conversations: Conversation[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const { kind, participants, entries } of conversations) {
		if (kind !== 'c2c') continue;
		for (const { sender, text } of entries) {
			const receiver = participants.find((participant) => participant !== sender) ?? sender;
			const key = `${receiver}\n${text}`;
			counts.set(key, (counts.get(key) ?? 0) + 1);
		}
	}
	return counts;
}

/** Compares what arrived with what was to be sent; waits for calls that are still under way. */
export async function outcomeOf(simulator: RemoteSimulator, rows: Row[]): Promise<Outcome> {
	await simulator.settled();
	const [conversations, stats] = [await simulator.conversations(), await simulator.stats()];
	const counts = copies(conversations);
	const arrived = [...counts.values()].reduce((sum, count) => sum + count, 0);
	const delivered = rows.filter((row) => counts.has(`${row.userId}\n${textOf(row)}`)).length;
	return {
		delivered,
		lost: rows.length - delivered,
		doubled: arrived - delivered,
		rejected: stats.paths['openim/sendmsg']?.rateLimited ?? 0,
	};
}
