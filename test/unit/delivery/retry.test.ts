import type { RetryPolicy } from '../../../nodes/TencentChatDesk/contract';
import { type Failure, failureOf } from '../../../nodes/TencentChatDesk/delivery/errors/failure';
import {
	type Attempts,
	retryDelay,
	noAttempts,
} from '../../../nodes/TencentChatDesk/delivery/scheduling/retry';

type Kind = Failure['kind'];

const start = 1_700_000_000_000;
const idempotent: RetryPolicy = { policy: 'idempotent' };
const unsafe: RetryPolicy = { policy: 'unsafe' };
const dedupe: RetryPolicy = { policy: 'dedupe', windowSeconds: 120 };

const rules: Array<[string, RetryPolicy]> = [
	['drops copies', dedupe],
	['does not mind a second call', idempotent],
	['would do it twice', unsafe],
];

interface Situation {
	rule?: RetryPolicy;
	maxRetries?: number;
	/** Milliseconds since the first attempt. */
	after?: number;
	/** What chance gives, from 0 to 1. */
	draw?: number;
	attempts?: Partial<Attempts>;
}

function decide(kind: Kind, situation: Situation = {}): number | undefined {
	const { rule = dedupe, maxRetries = 5, after = 0, draw = 0.5, attempts } = situation;
	const failure = failureOf(kind, 'It failed', 'Do something.');
	const doubt = failure.effect === 'unknown';
	return retryDelay(
		failure,
		{ ...noAttempts(), count: 1, firstAt: start, doubt, ...attempts },
		rule,
		maxRetries,
		start + after,
		() => draw,
	);
}

describe.each(rules)('where the server %s', (name, rule) => {
	const wouldDoItTwice = name === 'would do it twice';

	it.each<[Kind]>([['frequency'], ['unreachable'], ['signature'], ['lockedOut']])(
		'a call is made again after a failure that did nothing: %s',
		(kind) => {
			expect(decide(kind, { rule })).toBeGreaterThanOrEqual(0);
		},
	);

	it.each<[Kind]>([['transient'], ['lost']])(
		`a call is ${wouldDoItTwice ? 'not ' : ''}made again when its effect is unknown: %s`,
		(kind) => {
			expect(decide(kind, { rule }) === undefined).toBe(wouldDoItTwice);
		},
	);

	it.each<[Kind]>([['frequency'], ['unreachable'], ['signature'], ['lockedOut']])(
		`after a doubtful attempt, even a certain failure (%s) is ${wouldDoItTwice ? 'the end' : 'no end'}`,
		(kind) => {
			const again = decide(kind, { rule, attempts: { doubt: true } });
			expect(again === undefined).toBe(wouldDoItTwice);
		},
	);

	it.each<[Kind]>([['permanent'], ['unavailable'], ['credential'], ['unexplained']])(
		'a call is never made again when %s',
		(kind) => {
			expect(decide(kind, { rule, maxRetries: 20 })).toBeUndefined();
		},
	);

	it.each<[Kind]>([['frequency'], ['unreachable'], ['transient'], ['lost'], ['signature']])(
		'no call is made more often than allowed: %s',
		(kind) => {
			const again = (count: number, maxRetries: number) =>
				decide(kind, { rule: idempotent, maxRetries, attempts: { count } }) !== undefined;
			expect([again(1, 0), again(1, 1), again(2, 1), again(5, 5), again(6, 5)]).toEqual([
				false,
				true,
				false,
				true,
				false,
			]);
		},
	);
});

describe('a signature that was refused', () => {
	it('is made anew at once, and only once', () => {
		expect(decide('signature')).toBe(0);
		expect(decide('signature', { attempts: { renewedSignature: true, count: 2 } })).toBeUndefined();
	});
});

describe('a sign-in that is locked', () => {
	it('is left alone for more than the minute that it asks for, and only once', () => {
		expect(decide('lockedOut', { draw: 0 })).toBe(61_000);
		expect(decide('lockedOut', { attempts: { waitedLockOut: true, count: 2 } })).toBeUndefined();
	});
});

describe('the window in which the server drops copies', () => {
	const short: RetryPolicy = { policy: 'dedupe', windowSeconds: 30 };

	it('is open at first, and closed before its end', () => {
		expect(decide('lost', { rule: short, after: 1_000 })).toBeDefined();
		expect(decide('lost', { rule: short, after: 25_000, draw: 0 })).toBe(0);
		expect(decide('lost', { rule: short, after: 25_001, draw: 0 })).toBeUndefined();
		expect(decide('lost', { rule: short, after: 31_000 })).toBeUndefined();
	});

	it('counts from the first attempt to the start of the next, the wait included', () => {
		// No wait would still be inside the window, the longest one would not.
		const late = { rule: short, after: 20_000, attempts: { count: 5 } };
		expect(decide('lost', { ...late, draw: 0 })).toBe(0);
		expect(decide('lost', { ...late, draw: 1 })).toBeUndefined();
	});

	it('does not matter while nothing can have been done', () => {
		expect(decide('frequency', { rule: short, after: 3_600_000 })).toBeDefined();
		expect(decide('unreachable', { rule: short, after: 3_600_000 })).toBeDefined();
	});

	it('does not matter where a second call does no harm', () => {
		expect(decide('lost', { rule: idempotent, after: 3_600_000 })).toBeDefined();
	});

	it('closes on a locked sign-in after a doubtful attempt, as the wait outlasts it', () => {
		expect(decide('lockedOut', { rule: short, attempts: { doubt: true } })).toBeUndefined();
	});
});

describe('the wait before a repeat', () => {
	const max = (count: number, kind: Kind = 'unreachable') =>
		decide(kind, { draw: 1, maxRetries: 20, attempts: { count } })!;

	it('doubles its most with every attempt', () => {
		expect([1, 2, 3, 4].map((count) => max(count))).toEqual([500, 1_000, 2_000, 4_000]);
	});

	it('has an end to its doubling', () => {
		expect([6, 7, 20].map((count) => max(count))).toEqual([16_000, 20_000, 20_000]);
	});

	it.each<[Kind]>([['lost'], ['transient'], ['unreachable']])(
		'is drawn from all between nothing and its most, so that callers spread: %s',
		(kind) => {
			const [min, middle, max] = [0, 0.5, 1].map((draw) =>
				decide(kind, { draw, attempts: { count: 3 } }),
			);
			expect(min).toBe(0);
			expect(max).toBeGreaterThan(0);
			expect(middle).toBe(max! / 2);
		},
	);

	it('leaves the server some air after it was asked too often, even with a lucky draw', () => {
		expect(decide('frequency', { draw: 0 })).toBe(250);
		expect(max(3, 'frequency')).toBe(2_250);
	});

	it('is drawn by chance, and measured with the clock, where nobody says otherwise', () => {
		jest.spyOn(Math, 'random').mockReturnValue(0.25);
		jest.spyOn(performance, 'now').mockReturnValue(start);
		const attempts = { ...noAttempts(), count: 1, firstAt: start, doubt: true };
		const lost = failureOf('lost', 'It failed', 'Do something.');
		expect(retryDelay(lost, attempts, dedupe, 1)).toBe(125);
		jest.mocked(performance.now).mockReturnValue(start + 120_000);
		expect(retryDelay(lost, attempts, dedupe, 1)).toBeUndefined();
		jest.restoreAllMocks();
	});

	it('is measured with a clock that nobody sets', () => {
		jest.spyOn(performance, 'now').mockReturnValue(start + 120_000);
		jest.spyOn(Date, 'now').mockReturnValue(start - 3_600_000);
		const attempts = { ...noAttempts(), count: 1, firstAt: start, doubt: true };
		const lost = failureOf('lost', 'It failed', 'Do something.');
		expect(retryDelay(lost, attempts, dedupe, 20)).toBeUndefined();
		jest.restoreAllMocks();
	});
});

describe('a server that says when to come back', () => {
	const after = (retryAfter: number, kind: Failure['kind'] = 'frequency') =>
		retryDelay(
			{ ...failureOf(kind, 'It failed', 'Do something.'), retryAfter },
			{ ...noAttempts(), count: 1, firstAt: start },
			dedupe,
			6,
			start,
			() => 0,
		);

	it.each(['frequency', 'lost', 'transient', 'unreachable'] as const)(
		'is not asked again before that (%s)',
		(kind) => {
			expect(after(25_000, kind)).toBeGreaterThanOrEqual(25_000);
		},
	);

	it('has said no when that is far away', () => {
		expect(after(300_000)).toBeDefined();
		expect(after(300_001)).toBeUndefined();
	});

	it('is not asked again for what it refused for good', () => {
		expect(after(1_000, 'permanent')).toBeUndefined();
	});

	it('is not asked again after the window of a message in doubt', () => {
		const failure = { ...failureOf('lost', 'It failed', 'Do something.'), retryAfter: 119_000 };
		const attempts = { ...noAttempts(), count: 1, firstAt: start, doubt: true };
		expect(retryDelay(failure, attempts, dedupe, 6, start, () => 0)).toBeUndefined();
	});
});

describe('a call that was not made yet', () => {
	it('has its new signature and its wait for a locked sign-in before it, and no doubt', () => {
		expect(noAttempts()).toEqual({
			count: 0,
			firstAt: 0,
			doubt: false,
			renewedSignature: false,
			waitedLockOut: false,
		});
	});
});
