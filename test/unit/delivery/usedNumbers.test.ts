import type { ApiOperation, Body, DedupeFields } from '../../../nodes/TencentChatDesk/contract';
import { encode } from '../../../nodes/TencentChatDesk/delivery/encode';
import { claimNumbers } from '../../../nodes/TencentChatDesk/delivery/memory/usedNumbers';
import { refusal } from '../item';

let now = 5_000;
beforeEach(() => jest.spyOn(performance, 'now').mockImplementation(() => now));
afterEach(() => jest.restoreAllMocks());

type Operation = Pick<ApiOperation, 'dedupeFields' | 'retry'>;

const operationWith = (dedupeFields: Partial<DedupeFields>): Operation => ({
	dedupeFields: {
		random: 'Random',
		sequence: 'Seq',
		contentBlind: { places: ({ To }) => [To as string[]].flat(), windowSeconds: 10 },
		...dedupeFields,
	},
	retry: { policy: 'unsafe' },
});
const blind = operationWith({});
const blindToOne = operationWith({ sequence: undefined });

let places = 0;
/** An API that has got nothing yet. */
const newPlace = () => `place ${(places += 1)}`;

let made = 0;
/** Claims the numbers of a body; those that it lacks are made for it. */
function claim(place: string, body: Body, operation: Operation = blind): () => void {
	const numbers = { random: (made += 1_000), sequence: made + 1 };
	const encoded = encode(operation, body, numbers, undefined, operation.retry);
	return claimNumbers(operation, place, encoded);
}

const first = { To: 'mia', Text: 'on its way', Random: 7, Seq: 5 };
const second = { ...first, Text: 'delivered' };

describe('a number that the user gave to a message', () => {
	it('cannot be given to another one, which would be dropped as a copy', () => {
		const place = newPlace();
		claim(place, first);
		const { problem, advice } = refusal(() => claim(place, second));
		expect(problem).toBe("'Message Random' 7 was given to another message before");
		expect(advice).toContain('Remove the option');
	});

	it('may be given to the same message again, which is the copy that it looks like', () => {
		const place = newPlace();
		claim(place, first);
		expect(() => claim(place, { ...first })).not.toThrow();
	});

	it.each<[string, Body]>([
		['with another random number', { ...second, Random: 8 }],
		['with another sequence number', { ...second, Seq: 6 }],
		['to somebody else', { ...second, To: 'lea' }],
	])('says nothing of a message %s', (_what, body) => {
		const place = newPlace();
		claim(place, first);
		expect(() => claim(place, body)).not.toThrow();
	});

	it('says nothing of a message of another app, host or API', () => {
		claim(newPlace(), first);
		expect(() => claim(newPlace(), second)).not.toThrow();
	});

	it.each([
		['any of its places', ['lea', 'mia'], 'mia'],
		['one of many', 'mia', ['lea', 'mia']],
	])('counts in %s', (_what, before, after) => {
		const place = newPlace();
		claim(place, { ...first, To: before });
		expect(refusal(() => claim(place, { ...second, To: after })).problem).toContain('7');
	});

	it('may be given again once the server has forgotten it', () => {
		const place = newPlace();
		claim(place, first);
		now += 9_999;
		expect(() => claim(place, second)).toThrow();
		now += 1;
		expect(() => claim(place, second)).not.toThrow();
	});

	it('may be given again when its message certainly was not delivered', () => {
		const place = newPlace();
		const release = claim(place, { ...first, To: ['mia', 'lea'] });
		release();
		expect(() => claim(place, second)).not.toThrow();
		expect(() => claim(place, { ...second, To: 'lea' })).not.toThrow();
	});

	it('is that of a message that is refused here, and stays so', () => {
		const place = newPlace();
		claim(place, first);
		expect(() => claim(place, { ...second, To: ['lea', 'mia'] })).toThrow();
		// Nothing was claimed for the one that was refused.
		expect(() => claim(place, { ...first, To: 'lea', Text: 'else' })).not.toThrow();
	});

	it.each<[string, Body, Body]>([
		['the random one alone', { Random: 7 }, { Random: 7 }],
		['zero', { Random: 0, Seq: 0 }, { Random: 0, Seq: 0 }],
	])('counts where it is %s', (_what, numbers, same) => {
		const place = newPlace();
		claim(place, { To: 'mia', Text: 'a', ...numbers }, blindToOne);
		expect(() => claim(place, { To: 'mia', Text: 'b', ...same }, blindToOne)).toThrow();
	});

	it('beside one of the node is never that of another message', () => {
		const place = newPlace();
		claim(place, { To: 'mia', Text: 'a', Random: 7 });
		expect(() => claim(place, { To: 'mia', Text: 'b', Random: 7 })).not.toThrow();
	});
});

describe('nothing is claimed', () => {
	it.each<[string, Operation]>([
		['where the server compares the content too', operationWith({ contentBlind: undefined })],
		['where messages have no numbers', { dedupeFields: undefined, retry: blind.retry }],
	])('%s', (_what, operation) => {
		const place = newPlace();
		expect(claim(place, first, operation)()).toBeUndefined();
		expect(() => claim(place, second, operation)).not.toThrow();
	});

	it.each([blind, blindToOne])('for numbers that the node makes itself', (operation) => {
		const place = newPlace();
		const numbers = { random: 1, sequence: 2 };
		const send = (Text: string) => {
			const encoded = encode(operation, { To: 'a', Text }, numbers, undefined, operation.retry);
			return claimNumbers(operation, place, encoded);
		};
		send('one');
		expect(() => send('two')).not.toThrow();
	});
});

describe('the memory of used numbers', () => {
	it('holds fifty thousand, and forgets the oldest for the next one', () => {
		const place = newPlace();
		const encoded = encode(blind, first, { random: 1, sequence: 2 }, undefined, blind.retry);
		for (let Random = 0; Random < 50_000; Random += 1) {
			claimNumbers(blind, place, { ...encoded, body: { ...first, Random } });
		}
		expect(() => claim(place, { ...second, Random: 0 })).toThrow();
		claim(place, { ...first, Random: 50_000 });
		expect(() => claim(place, { ...second, Random: 1 })).toThrow();
		expect(() => claim(place, { ...second, Random: 0 })).not.toThrow();
	});
});
