import type { EffectLookup, SingleCall } from '../../../nodes/TencentChatDesk/contract';
import type { CallOf, LookRun } from '../../../nodes/TencentChatDesk/delivery/call';
import { failureOf } from '../../../nodes/TencentChatDesk/delivery/errors/failure';
import { Lookups, readLook } from '../../../nodes/TencentChatDesk/delivery/lookups';
import { RunLimits } from '../../../nodes/TencentChatDesk/delivery/scheduling/runLimits';
import { SignInGuard } from '../../../nodes/TencentChatDesk/delivery/scheduling/signInGuard';
import { useFakeTimers, useRealTimers } from '../fakeTimers';
import { newAccount } from './support/accounts';
import { defaultSettings, singleCall } from './support/calls';
import { visit } from './support/operations';

beforeEach(() => {
	useFakeTimers();
	jest.setSystemTime(1_700_000_000_000);
	jest.advanceTimersByTime(100_000_000);
});
afterEach(useRealTimers);

const lost = failureOf('lost', 'No response came', 'Look first.');
const hour = 3_600_000;
const body = { To: 'a', Text: 'hello' };

/** A book without pages. */
const book: EffectLookup = {
	path: 'post/book',
	perSecond: 50,
	delay: 5_000,
	request: ({ To }, time) => ({ House: To, From: time.first, Until: time.now }),
	interpret: ({ Line }) =>
		Line === undefined ? { effect: 'none' } : { effect: 'done', output: { line: Line } },
};

const watched: SingleCall = { ...visit, lookup: () => book };
/** Nothing but its text tells it apart. */
const unnumbered: SingleCall = { ...watched, alike: ({ Text }) => String(Text) };

function newLookups() {
	const account = newAccount();
	return new Lookups(account, new RunLimits(new SignInGuard(account)));
}

/** A call that was first made so many milliseconds ago. */
function madeAgo(milliseconds: number, operation = watched, payload = body): CallOf<'single'> {
	const call = singleCall(operation, payload);
	call.attempts.firstAt = performance.now() - milliseconds;
	return call;
}

/** Sets out to look for a call that was just made. */
function lookFor(operation = watched): LookRun {
	const call = madeAgo(0, operation);
	newLookups().begin(call, lost);
	return call.looking!;
}

describe('a look', () => {
	it('covers the time from the first attempt until now', () => {
		const call = madeAgo(90_000);
		expect(newLookups().begin(call, lost)).toBe(true);
		const now = Math.floor(Date.now() / 1000);
		expect(call.looking?.time).toEqual({ first: now - 90, now });
		expect(call.looking?.body).toEqual({ House: 'a', From: now - 90, Until: now });
	});

	it('finds an old call that something tells apart', () => {
		expect(newLookups().begin(madeAgo(24 * hour), lost)).toBe(true);
	});

	it.each([
		['made within an hour of', hour, true],
		['left out more than an hour after', hour + 1_000, false],
	])('is %s a call that only its content tells apart', (_what, age, looks) => {
		const lookups = newLookups();
		const call = madeAgo(age, unnumbered);
		lookups.expect(call);
		expect(lookups.begin(call, lost)).toBe(looks);
	});

	it('is left out where another call of the run had the same body at first', () => {
		const lookups = newLookups();
		const calls = [madeAgo(0, unnumbered), madeAgo(0, unnumbered)];
		for (const call of calls) lookups.expect(call);
		calls[0]!.payload = { ...body, Text: 'https://example.com/uploaded' };
		expect(lookups.begin(calls[0]!, lost)).toBe(false);
	});

	it('is made where the run has other calls that differ', () => {
		const lookups = newLookups();
		const other = madeAgo(0, unnumbered, { ...body, Text: 'other' });
		const call = madeAgo(0, unnumbered);
		for (const one of [call, other]) lookups.expect(one);
		expect(lookups.begin(call, lost)).toBe(true);
	});

	it('compares bodies with their extra fields', () => {
		const lookups = newLookups();
		const other = madeAgo(0, unnumbered);
		other.settings = { ...defaultSettings, extraBody: { Text: 'other' } };
		const call = madeAgo(0, unnumbered);
		for (const one of [call, other]) lookups.expect(one);
		expect(lookups.begin(call, lost)).toBe(true);
	});

	it('goes ahead where the content cannot be compared', () => {
		const unreadable: SingleCall = {
			...watched,
			alike: () => {
				throw new Error('planted');
			},
		};
		const lookups = newLookups();
		const calls = [madeAgo(0, unreadable), madeAgo(0, unreadable)];
		for (const call of calls) lookups.expect(call);
		expect(lookups.begin(calls[0]!, lost)).toBe(true);
	});

	it('is left out where its request cannot be made', () => {
		const broken: SingleCall = {
			...visit,
			lookup: () => {
				throw new Error('planted');
			},
		};
		expect(newLookups().begin(madeAgo(0, broken), lost)).toBe(false);
	});

	it('is left out where the operation has none', () => {
		expect(newLookups().begin(madeAgo(0, visit), lost)).toBe(false);
	});
});

describe('the response to a look', () => {
	it('that shows nothing counts once an effect would be seen for certain', () => {
		const look = lookFor();
		jest.advanceTimersByTime(4_999);
		expect(readLook(look, body, {})).toEqual({ effect: 'too early', wait: 1 });
		jest.advanceTimersByTime(1);
		expect(readLook(look, body, {})).toEqual({ effect: 'none' });
	});

	it('that shows the effect counts at once', () => {
		expect(readLook(lookFor(), body, { Line: 'x' })).toEqual({
			effect: 'done',
			output: { line: 'x' },
		});
	});

	it('leads to the next page, and to the first one again while it is too early', () => {
		const paged: EffectLookup = {
			...book,
			nextPage: ({ Next }, look) => (Next === undefined ? undefined : { ...look, Page: Next }),
		};
		const look = lookFor({ ...visit, lookup: () => paged });
		const first = look.body;
		look.attempts.count = 3;
		expect(readLook(look, body, { Next: 2 })).toEqual({ effect: 'next page' });
		expect(look.body).toEqual({ ...first, Page: 2 });
		expect(look.attempts.count).toBe(0);
		expect(readLook(look, body, {})).toEqual({ effect: 'too early', wait: 5_000 });
		expect(look.body).toEqual(first);
	});

	it('says nothing where it cannot be read', () => {
		const broken: EffectLookup = {
			...book,
			interpret: () => {
				throw new Error('planted');
			},
		};
		const look = lookFor({ ...visit, lookup: () => broken });
		expect(readLook(look, body, {})).toEqual({ effect: 'unknown' });
	});
});

describe('a call that was not found', () => {
	it.each([
		[0, [false, false, false]],
		[1, [true, false, false]],
		[2, [true, true, false]],
		[6, [true, true, false]],
	])('is made again as often as %d retries allow, and twice at most', (maxRetries, again) => {
		const call = singleCall(watched, body);
		call.settings = { ...defaultSettings, maxRetries };
		const lookups = newLookups();
		expect(again.map(() => lookups.mayMakeAgain(call))).toEqual(again);
	});
});
