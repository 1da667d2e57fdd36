import type { Conversation } from '../../simulator';
import { lettersOf, readLetter } from './letters';

/** What became of the letters of a run. */
export interface Arrivals {
	arrived: number;
	lost: number;
	/** Letters that are shown more than once. */
	doubled: number;
	/** Letters that are shown after a later letter of the same run to the same customer. */
	outOfOrder: number;
}

/** Compares the letters of one run with what its customers see. */
export function arrivalsOf(
	run: { name: string; messages: number },
	conversations: Conversation[],
): Arrivals {
	const times = new Map<number, number>();
	let outOfOrder = 0;
	for (const { entries } of conversations) {
		let latest = -1;
		for (const { text } of entries) {
			const letter = readLetter(text);
			if (letter?.run !== run.name) continue;
			times.set(letter.number, (times.get(letter.number) ?? 0) + 1);
			if (letter.number < latest) outOfOrder += 1;
			latest = Math.max(latest, letter.number);
		}
	}
	const letters = lettersOf(run.name, run.messages);
	return {
		arrived: times.size,
		lost: letters.filter((_, number) => !times.has(number)).length,
		doubled: [...times.values()].filter((count) => count > 1).length,
		outOfOrder,
	};
}
