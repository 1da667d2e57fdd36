import { RateLimiter } from '../../../nodes/TencentChatDesk/delivery/scheduling/rateLimiter';

/** Calls per second that the server allows, and what the limiter is asked for. */
const limit = 200;
const calls = 2_000;
/** Milliseconds of a round trip; a call over TLS needs three of them. */
const roundTrip = 180;

/** Numbers from 0 to 1 that are the same at every run. */
function numbersFrom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
		return state / 2 ** 32;
	};
}

/** How often a second the process is busy with something else, and for how many milliseconds. */
interface Stalls {
	perSecond: number;
	min: number;
	max: number;
}

/** Handshakes and responses that come together, and now and then a collection of garbage. */
const stallsOfHandshakes: Stalls[] = [
	{ perSecond: 15, min: 3, max: 15 },
	{ perSecond: 1.2, min: 15, max: 35 },
];

type Span = [begin: number, end: number];

function stallsFrom(next: () => number, kinds: Stalls[], until: number): Span[] {
	const perSecond = kinds.reduce((sum, kind) => sum + kind.perSecond, 0);
	const spans: Span[] = [];
	let time = 0;
	while (perSecond > 0 && time < until) {
		time += (-Math.log(1 - next()) * 1000) / perSecond;
		let choice = next() * perSecond;
		const kind = kinds.find((one) => (choice -= one.perSecond) < 0) ?? kinds[0]!;
		const end = time + kind.min + next() * (kind.max - kind.min);
		spans.push([time, end]);
		time = end;
	}
	return spans;
}

let clock = 0;
beforeEach(() => jest.spyOn(performance, 'now').mockImplementation(() => clock));
afterEach(() => jest.restoreAllMocks());

/**
 * When calls reach a server over TLS from a process that makes the handshakes and everything else
 * on one thread: whatever happens while it is busy waits for the end of that.
 */
function arrivalsWith(seed: number, kinds: Stalls[]): number[] {
	const next = numbersFrom(seed);
	const stalls = stallsFrom(next, kinds, 60_000);
	const free = (time: number) =>
		stalls.find(([begin, end]) => begin <= time && time < end)?.[1] ?? time;
	const limiter = new RateLimiter();
	limiter.request({}, limit);
	const arrivals: number[] = [];
	clock = 0;
	while (arrivals.length < calls) {
		clock = free(clock);
		const wait = limiter.wait();
		if (wait > 0) {
			clock += Math.max(1, Math.ceil(wait));
			continue;
		}
		limiter.acquire();
		const connected = free(clock + roundTrip);
		const secured = free(connected + roundTrip);
		arrivals.push(secured + roundTrip / 2 + next() * 2);
		// Making a call takes its time, too.
		clock += 0.9 + next() * 0.6;
	}
	return arrivals.sort((a, b) => a - b);
}

const perSecond = (arrivals: number[]) =>
	((arrivals.length - 1) / (arrivals.at(-1)! - arrivals[0]!)) * 1000;

/** The most arrivals of a second by the server's clock, which begins anywhere. */
function fullestSecond(arrivals: number[], offset: number): number {
	const counts = new Map<number, number>();
	for (const time of arrivals) {
		const second = Math.floor((time + offset) / 1000);
		counts.set(second, (counts.get(second) ?? 0) + 1);
	}
	return Math.max(...counts.values());
}

const seeds = Array.from({ length: 40 }, (_, index) => (index + 1) * 7_919);

describe('two hundred calls a second over TLS, at 180 ms a round trip', () => {
	it('reach the server at nearly that rate, although handshakes take the same thread', () => {
		const rates = seeds.map((seed) => perSecond(arrivalsWith(seed, stallsOfHandshakes)));
		const mean = rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
		expect(mean).toBeGreaterThan(190.9);
		expect(Math.min(...rates)).toBeGreaterThan(189);
	});

	it.each([
		['without stalls', []],
		['with those of handshakes', stallsOfHandshakes],
		['with long ones', [...stallsOfHandshakes, { perSecond: 0.4, min: 60, max: 120 }]],
	])('are never more than allowed in a second of the server: %s', (_, kinds) => {
		for (const seed of seeds) {
			const arrivals = arrivalsWith(seed, kinds);
			for (const offset of [0, 250, 500, 750]) {
				expect(fullestSecond(arrivals, offset)).toBeLessThanOrEqual(limit);
			}
		}
	});
});
