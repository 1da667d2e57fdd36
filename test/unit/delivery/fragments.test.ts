import {
	Fragments,
	merged,
	minFragment,
	type Range,
} from '../../../nodes/TencentChatDesk/delivery/transport/fragments';

const secret = 'abcdefghijklmnopqrstuvwxyz0123456789';

const found = (text: string, ...secrets: string[]) => new Fragments(secrets).in(text);

describe('a fragment of a long secret', () => {
	const before = Array.from({ length: 21 }, (_, length) => '-'.repeat(length));

	it.each([
		['first', secret.slice(0, minFragment)],
		['middle', secret.slice(9, 9 + minFragment)],
		['last', secret.slice(-minFragment)],
	])('is found wherever it stands: the %s letters', (_which, fragment) => {
		for (const dashes of before) {
			const range: Range = [dashes.length, dashes.length + minFragment];
			expect(found(dashes + fragment, secret)).toEqual([range]);
			expect(found(`${dashes}${fragment}${dashes}!`, secret)).toEqual([range]);
		}
	});

	it('is found with all letters that it has in common with the secret', () => {
		expect(found(`--${secret}--`, secret)).toEqual([[2, 38]]);
		expect(found(secret, secret)).toEqual([[0, 36]]);
		expect(found(`--${secret.slice(3, 30)}`, secret)).toEqual([[2, 29]]);
		expect(found(secret.slice(5), secret)).toEqual([[0, 31]]);
	});

	it('is found in any spelling of upper and lower case, on either side', () => {
		expect(found(secret.toUpperCase(), secret)).toEqual([[0, 36]]);
		expect(found(secret, secret.toUpperCase())).toEqual([[0, 36]]);
	});

	it('is left where it is shorter than the shortest one', () => {
		for (const dashes of before) {
			expect(found(dashes + secret.slice(4, 3 + minFragment), secret)).toEqual([]);
		}
	});

	it('is the longer one where two secrets begin alike', () => {
		const other = `${secret.slice(0, 20)}---`;
		expect(found(secret, secret, other)).toEqual([[0, 36]]);
		expect(found(secret, other, secret)).toEqual([[0, 36]]);
	});

	it('is looked for at four places of a secret that repeats one letter, and no more', () => {
		const repeated = 'a'.repeat(40);
		expect(found('-'.repeat(15) + repeated, repeated)).toEqual([[17, 55]]);
	});
});

describe('a short secret', () => {
	it('is found as a whole, wherever it stands', () => {
		expect(found('key, Key and KEYKEY', 'kEy')).toEqual([
			[0, 3],
			[5, 8],
			[13, 19],
		]);
		expect(found('ke y', 'key')).toEqual([]);
	});

	it('is found up to one letter below the shortest fragment', () => {
		const short = secret.slice(0, minFragment - 1);
		expect(found(`-${short}-`, short)).toEqual([[1, minFragment]]);
		expect(found(`-${short.slice(1)}-`, short)).toEqual([]);
	});

	it('is nothing that is found where it is empty', () => {
		expect(found('a text', '')).toEqual([]);
	});
});

describe('what is found of several secrets', () => {
	it('is in order, and apart from each other', () => {
		expect(found(`${secret} one two`, 'two', 'one', secret)).toEqual([
			[0, 36],
			[37, 40],
			[41, 44],
		]);
		expect(found(`see ${secret}`, 'bcd', secret, 'see ')).toEqual([[0, 40]]);
	});
});

describe('ranges', () => {
	it('are put in order', () => {
		const ranges: Range[] = [
			[9, 11],
			[0, 2],
			[6, 8],
			[3, 5],
		];
		expect(merged(ranges)).toEqual([
			[0, 2],
			[3, 5],
			[6, 8],
			[9, 11],
		]);
		expect(ranges[0]).toEqual([9, 11]);
	});

	it.each<[string, Range[], Range[]]>([
		[
			'touch',
			[
				[0, 3],
				[3, 5],
			],
			[[0, 5]],
		],
		[
			'overlap',
			[
				[0, 4],
				[2, 7],
			],
			[[0, 7]],
		],
		[
			'lie within another',
			[
				[0, 9],
				[2, 4],
			],
			[[0, 9]],
		],
		[
			'begin together',
			[
				[1, 3],
				[1, 5],
			],
			[[1, 5]],
		],
	])('are one where they %s', (_how, ranges, expected) => {
		expect(merged(ranges)).toEqual(expected);
	});

	it('are one with the last of those before, and only with that', () => {
		expect(
			merged([
				[0, 2],
				[4, 6],
				[5, 8],
				[8, 9],
				[12, 13],
			]),
		).toEqual([
			[0, 2],
			[4, 9],
			[12, 13],
		]);
	});

	it('are none where there are none', () => {
		expect(merged([])).toEqual([]);
	});
});
