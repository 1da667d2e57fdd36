import { arrivalsOf } from './arrivals';
import type { Outcome } from './attempt';
import { allBusyUntil, callsOf, callsPerSecond, LIMIT, refusedPercent, span } from './figures';

/** After this long the workers are to have found a pace together, in milliseconds. */
export const SETTLED_AFTER_MS = 3_000;
const MOST_REFUSED_PERCENT = 2;

/** A promise, and whether it was kept. */
export interface Check {
	says: string;
	holds: boolean;
	/** What was found, for the report. */
	found: string;
}

export const check = (says: string, holds: boolean, found: string): Check => ({
	says,
	holds,
	found,
});

function everyMessage(outcome: Outcome): Check[] {
	const { runs, conversations } = outcome;
	const arrivals = runs.map((run) => arrivalsOf(run, conversations));
	const sum = (count: (index: number) => number) =>
		runs.reduce((total, _, index) => total + count(index), 0);
	const messages = sum((index) => runs[index]!.messages);
	const sent = sum((index) => runs[index]!.sent);
	const lost = sum((index) => arrivals[index]!.lost);
	const doubled = sum((index) => arrivals[index]!.doubled);
	const outOfOrder = sum((index) => arrivals[index]!.outOfOrder);
	return [
		{ says: 'nothing is lost', holds: lost === 0, found: `${lost} of ${messages} lost` },
		{ says: 'nothing is doubled', holds: doubled === 0, found: `${doubled} doubled` },
		{
			says: 'each customer sees the messages of an execution in order',
			holds: outOfOrder === 0,
			found: `${outOfOrder} out of order`,
		},
		{
			says: 'the node reports every message as sent',
			holds: sent === messages,
			found: `${sent} of ${messages} reported as sent`,
		},
	];
}

function bothWorked({ runs, perWorker }: Outcome): Check {
	return {
		says: 'each worker runs one of the executions',
		holds: perWorker.length === runs.length && perWorker.every((count) => count === 1),
		found: `executions begun by the workers: ${perWorker.join(' and ')}`,
	};
}

function pace({ requests }: Outcome): Check[] {
	const calls = callsOf(requests);
	const settled = span(calls, SETTLED_AFTER_MS);
	const percent = refusedPercent(settled);
	const total = callsPerSecond(calls, SETTLED_AFTER_MS, allBusyUntil(calls));
	return [
		{
			says: `under ${MOST_REFUSED_PERCENT} % of the calls are refused after three seconds`,
			holds: settled.calls > 0 && percent < MOST_REFUSED_PERCENT,
			found: `${settled.refused} of ${settled.calls} refused (${percent.toFixed(2)} %)`,
		},
		{
			says: `together they settle under ${LIMIT} calls a second`,
			holds: total <= LIMIT,
			found: `${total.toFixed(1)} calls a second, refused ones too, while both were at work`,
		},
	];
}

/** Judges an attempt: every message once and in order, both workers used, one pace found. */
export function checksOf(outcome: Outcome): Check[] {
	return [...everyMessage(outcome), bothWorked(outcome), ...pace(outcome)];
}
