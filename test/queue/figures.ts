import type { RecordedRequest } from '../../simulator';

/** Calls a second that the simulator lets through. */
export const limit = 200;
/** What the simulator answers to a call over the limit. */
const refused = 60007;

/** A call, reduced to what the figures need. */
export interface Call {
	/** Milliseconds since the first call. */
	at: number;
	run: string;
	refused: boolean;
}

/** Calls of a span of time. */
export interface Span {
	calls: number;
	refused: number;
}

/** The calls that sent a message of a run, by time of arrival. */
export function callsOf(requests: RecordedRequest[]): Call[] {
	const calls = requests.flatMap(({ at, body, errorCode }) => {
		const [, run] = /^(\S+) \d+$/.exec(textOf(body)) ?? [];
		return run ? [{ at, run, refused: errorCode === refused }] : [];
	});
	const first = Math.min(...calls.map(({ at }) => at));
	return calls.map((call) => ({ ...call, at: call.at - first })).sort((a, b) => a.at - b.at);
}

function textOf(body: unknown): string {
	const message = body as { MsgBody?: Array<{ MsgContent?: { Text?: string } }> } | undefined;
	return message?.MsgBody?.[0]?.MsgContent?.Text ?? '';
}

/** The calls from one moment to another, in milliseconds since the first call. */
export function span(calls: Call[], from: number, to = Number.POSITIVE_INFINITY): Span {
	const inside = calls.filter(({ at }) => at >= from && at < to);
	return { calls: inside.length, refused: inside.filter(({ refused }) => refused).length };
}

/** How many of a hundred calls were refused; 0 where there were none. */
export function refusedPercent({ calls, refused }: Span): number {
	return calls === 0 ? 0 : (refused / calls) * 100;
}

/** The calls of each second since the first one. */
export function bySecond(calls: Call[]): Span[] {
	const seconds = Math.floor((calls.at(-1)?.at ?? 0) / 1000) + 1;
	return Array.from({ length: seconds }, (_, second) =>
		span(calls, second * 1000, (second + 1) * 1000),
	);
}

/** The last moment at which every run still made calls, in milliseconds since the first call. */
export function allBusyUntil(calls: Call[]): number {
	const lastOf = new Map<string, number>();
	for (const { run, at } of calls) lastOf.set(run, at);
	return Math.min(...lastOf.values());
}

/** Calls per second, refused ones too, from one moment to another. */
export function callsPerSecond(calls: Call[], from: number, to: number): number {
	return (span(calls, from, to).calls / (to - from)) * 1000;
}
