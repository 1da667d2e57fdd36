import { bySecond, callsOf } from './figures';
import type { Outcome } from './outcome';

/** The figures of an attempt, in lines for a person. */
export function figuresOf({ runs, requests }: Outcome): string[] {
	const calls = callsOf(requests);
	const refused = calls.filter((call) => call.refused).length;
	const seconds = (calls.at(-1)?.at ?? 0) / 1000;
	const accepted = calls.length - refused;
	const ofRuns = runs.map(({ name, messages, requestsPerSecond }) => {
		const own = calls.filter((call) => call.run === name);
		const took = ((own.at(-1)?.at ?? 0) - (own[0]?.at ?? 0)) / 1000;
		const rate = (messages / took).toFixed(0);
		return `${name}: ${messages} messages, wish ${requestsPerSecond}/s, ${took.toFixed(1)} s, ${rate}/s`;
	});
	const timeline = bySecond(calls).map((second) =>
		second.refused > 0 ? `${second.calls}(-${second.refused})` : String(second.calls),
	);
	return [
		...ofRuns,
		`together: ${accepted} accepted in ${seconds.toFixed(1)} s (${(accepted / seconds).toFixed(0)}/s), ${refused} refused`,
		`calls in each second (refused): ${timeline.join(' ')}`,
	];
}
