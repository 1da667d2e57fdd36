import type { Body } from '../../../nodes/TencentChatDesk/contract';
import type { Call } from '../../../nodes/TencentChatDesk/delivery/call';
import { DisplayOrder } from '../../../nodes/TencentChatDesk/delivery/displayOrder';
import { batchCall, singleCall, defaultSettings } from './support/calls';
import { letter, parcel } from './support/operations';

let now = 5_000;
beforeEach(() => jest.spyOn(performance, 'now').mockImplementation(() => now));
afterEach(() => jest.restoreAllMocks());

const withKey = { ...defaultSettings, deduplicationKey: 'order 1' };

/** A message to somebody with a sequence number of its own. */
function message(Seq: unknown, to = 'mia'): Call {
	const call = singleCall(letter, { To: to, Seq } as Body);
	return { ...call, orderingKey: to, settings: withKey };
}

/** The order of a run that has such a call. */
function orderOf(call: Call): DisplayOrder {
	const order = new DisplayOrder();
	order.expect(call);
	return order;
}

/** The pause between two calls, one after the other. */
function pauseIn(order: DisplayOrder, before: Call, after: Call): number {
	order.note(before);
	return order.pauseBefore(after);
}

const pauseBetween = (before: Call, after: Call) => pauseIn(orderOf(before), before, after);

describe('two messages to one person, one after another', () => {
	it.each([
		['are a second apart, where the second would be shown first', 9, 3, 1_000],
		['are a second apart, where nobody could tell which is the first', 9, 9, 1_000],
		['follow at once, where the second is shown behind the first', 3, 9, 0],
	])('%s', (_what, earlier, later, pause) => {
		expect(pauseBetween(message(earlier), message(later))).toBe(pause);
	});

	it('follow at once where no message has a key of the user: their numbers grow', () => {
		const [first, second] = [message(9), message(3)].map((call) => ({
			...call,
			settings: defaultSettings,
		})) as [Call, Call];
		expect(pauseBetween(first, second)).toBe(0);
	});

	it('are a second apart, where another execution has sent the first, whatever its number is', () => {
		const order = orderOf(message(3));
		order.noteEarlier(message(3));
		expect(order.pauseBefore(message(9))).toBe(1_000);
		expect(order.pauseBefore(message(9, 'lea'))).toBe(0);
	});

	it('are kept apart when any message of the run has a key', () => {
		const order = orderOf(message(1));
		order.expect({ ...message(2), settings: defaultSettings });
		expect(pauseIn(order, message(9), message(3))).toBe(1_000);
	});

	it('are not so for others', () => {
		expect(pauseBetween(message(9, 'mia'), message(3, 'lea'))).toBe(0);
	});

	it('need no pause where the API has no sequence number', () => {
		const { sequence: _sequence, ...dedupeFields } = letter.dedupeFields!;
		const call = singleCall({ ...letter, dedupeFields }, { Seq: 9 });
		const none = singleCall({ ...letter, dedupeFields: undefined }, { Seq: 9 });
		expect(pauseBetween({ ...call, settings: withKey }, { ...call, settings: withKey })).toBe(0);
		expect(pauseBetween({ ...none, settings: withKey }, { ...none, settings: withKey })).toBe(0);
		const order = orderOf({ ...call, settings: withKey });
		order.noteEarlier(call);
		expect(order.pauseBefore(call)).toBe(0);
	});

	it('need no pause where an extra field has made one of the numbers a text', () => {
		expect(pauseBetween(message('9'), message(3))).toBe(0);
		expect(pauseBetween(message(9), message('3'))).toBe(0);
	});

	it('need no pause where one of them cannot be sent', () => {
		const tooLong = { ...message(3) } as Call;
		tooLong.operation = { ...letter, maxBodyBytes: 1 };
		expect(pauseBetween(message(9), tooLong)).toBe(0);
		expect(pauseBetween(tooLong, message(1))).toBe(0);
	});
});

describe('messages of a second', () => {
	it('are kept behind the last one before them', () => {
		const [first, second, third] = [message(9), message(20), message(10)] as [Call, Call, Call];
		const order = orderOf(first);
		pauseIn(order, first, second);
		now += 400;
		expect(pauseIn(order, second, third)).toBe(1_000);
	});

	it('are kept behind one with a number though one without came between', () => {
		const [first, without, last] = [message(9), message('none'), message(3)] as [Call, Call, Call];
		const order = orderOf(first);
		pauseIn(order, first, without);
		expect(pauseIn(order, without, last)).toBe(1_000);
	});

	it('wait only for what is left of it', () => {
		const [first, other, last] = [message(9), message(1, 'lea'), message(3)] as [Call, Call, Call];
		const order = orderOf(first);
		pauseIn(order, first, other);
		now += 400;
		expect(pauseIn(order, other, last)).toBe(600);
		now += 600;
		expect(pauseIn(order, other, last)).toBe(0);
	});
});

describe('messages to many', () => {
	const about = ({ Parcels }: Body) => Parcels as string[];
	const toMany = (Seq: number, ...people: string[]): Call => ({
		...batchCall(
			{ ...parcel, dedupeFields: letter.dedupeFields, batch: { ...parcel.batch, about } },
			[{ Parcels: people, Seq }],
		),
		settings: withKey,
	});

	it.each([
		['wait for each other where one person gets both', ['mia', 'lea'], 1_000],
		['do not where nobody does', ['lea', 'noah'], 0],
	])('%s', (_what, people, pause) => {
		expect(pauseBetween(toMany(9, 'mia', 'tom'), toMany(3, ...people))).toBe(pause);
	});

	it('name their readers by the order of the conversation where the body names nobody', () => {
		const unnamed = (Seq: number): Call => ({
			...batchCall({ ...parcel, dedupeFields: letter.dedupeFields }, [{ Parcels: [], Seq }]),
			orderingKey: 'Main Street',
			settings: withKey,
		});
		expect(pauseBetween(unnamed(9), unnamed(3))).toBe(1_000);
	});
});
