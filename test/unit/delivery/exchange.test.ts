import type { IDataObject } from 'n8n-workflow';

import type {
	BatchCall,
	Body,
	ChainCall,
	ListRule,
	Outcome,
	SingleCall,
} from '../../../nodes/TencentChatDesk/contract';
import type { Call } from '../../../nodes/TencentChatDesk/delivery/call';
import { encodeCall } from '../../../nodes/TencentChatDesk/delivery/encode';
import { failureOf } from '../../../nodes/TencentChatDesk/delivery/errors/failure';
import { exchange, failureFrom } from '../../../nodes/TencentChatDesk/delivery/exchange';
import type { RemoteFile } from '../../../nodes/TencentChatDesk/parameters/remoteFile';
import { batchCall, chainCall, listCall, singleCall, defaultSettings } from './support/calls';
import { archive, letter, parcel, visit } from './support/operations';

const admin = 'administrator';
const read = (call: Call, response: IDataObject, isEnding = false) =>
	exchange(call, response, admin, isEnding);

const refusal: Extract<Outcome, { done: false }> = {
	done: false,
	kind: 'permanent',
	message: 'The address is unknown',
	advice: 'Correct it.',
	data: { Place: 'nowhere' },
};
const refused = failureOf('permanent', 'The address is unknown', 'Correct it.', {
	Place: 'nowhere',
});

/** An operation whose sender is named in the body; it puts out what body it was asked about. */
const signed: SingleCall = {
	...visit,
	sender: 'From',
	interpret: (_response, body) => ({ done: true, output: { asked: body } }),
};

describe('a good envelope', () => {
	it('settles the item by what the operation makes of it', () => {
		const call = singleCall(letter, { To: 'mia' });
		expect(read(call, { Key: 'k' })).toEqual({
			next: 'settle',
			outcomes: [{ done: true, output: { key: 'k' } }],
		});
	});

	it('is read beside the body that was sent, numbers and extra fields included', () => {
		const call = singleCall({ ...signed, dedupeFields: letter.dedupeFields }, { To: 'mia' });
		call.settings = { ...defaultSettings, extraBody: { Loud: true } };
		const sent = encodeCall(call).body;
		expect(sent).toMatchObject({ To: 'mia', Loud: true });
		expect(read(call, {})).toEqual({
			next: 'settle',
			outcomes: [{ done: true, output: { asked: { From: admin, ...sent } } }],
		});
	});

	it.each([
		['names the account that signs as the sender where none is', { To: 'mia' }, admin],
		['leaves the sender that is named', { From: 'lea', To: 'mia' }, 'lea'],
	])('%s', (_what, body, sender) => {
		expect(read(singleCall(signed, body), {})).toMatchObject({
			outcomes: [{ output: { asked: { From: sender, To: 'mia' } } }],
		});
	});

	it('fails the call when the operation finds a failure in it', () => {
		const call = singleCall({ ...letter, interpret: () => refusal }, {});
		expect(read(call, {})).toEqual({ next: 'fail', failure: refused });
	});

	it('lets the call fail when it cannot be read', () => {
		expect(() => read(listCall(archive, {}), { Records: 'none' })).toThrow();
	});
});

describe('a failure in a good envelope', () => {
	it('has its own words', () => {
		expect(failureFrom(refusal)).toEqual(refused);
	});

	it('of which nobody knows the effect is in doubt', () => {
		expect(failureFrom({ ...refusal, kind: 'lost' }).effect).toBe('unknown');
	});

	it('that is a code alone is explained like any other, in the words of Tencent where needed', () => {
		const failure = failureFrom({ done: false, code: 55555, info: 'no stamp', data: { a: 1 } });
		expect(failure).toMatchObject({ kind: 'unexplained', effect: 'none', data: { a: 1 } });
		expect(failure.message).toContain('no stamp');
		expect(failure.message).toContain('55555');
	});

	it('says what the codes of its parts mean, each once and as the service that was called means it', () => {
		const codes = [30010, 30010, 30005, 424242];
		const failure = failureFrom({ ...refusal, codes }, 'follow/follow_add');
		expect(failure.advice).toMatch(
			/^Correct it\. Code 30010: .* friends .*\. Code 30005: Following is not switched on/,
		);
		expect(failure.advice.match(/30010/g)).toHaveLength(1);
		expect(failure.advice).not.toContain('424242');
		expect(failure.message).toBe(refused.message);
	});

	it('explains three codes of its parts, and no more', () => {
		const codes = [30009, 30010, 30011, 30012];
		const { advice } = failureFrom({ ...refusal, codes });
		expect(codes.filter((code) => advice.includes(`Code ${code}:`))).toEqual(codes.slice(0, 3));
	});

	it('that is a code alone is explained as the service that was called means it', () => {
		const refused = { done: false as const, code: 30005, data: {} };
		const call = {
			...singleCall({ ...letter, interpret: () => refused }, {}),
			path: 'follow/follow_add',
		};
		expect(read(call, {})).toMatchObject({
			failure: { message: expect.stringContaining('Following') as string },
		});
	});
});

describe('a code in a good envelope', () => {
	const path = 'million_group_open_http_svc/create_topic';
	const coded: Outcome = { done: false, code: 10037, data: {} };
	const interpret = () => coded;
	const chain = { bodies: (body: Body) => [body], nextBody: (next: Body) => next };

	it.each<[string, Call]>([
		['one call', singleCall({ ...visit, path, interpret }, {})],
		['a list', listCall({ ...archive, path, list: { ...archive.list, failure: interpret } }, {})],
		['one of several calls', chainCall({ ...visit, path, interpret, shape: 'chain', chain }, {})],
	])('is explained as the called service means it: %s', (_what, call) => {
		expect(read(call, {})).toMatchObject({
			next: 'fail',
			failure: { message: expect.stringContaining('topics') as string },
		});
	});
});

describe('a page of a list', () => {
	const record = (id: number) => ({ id, more: `about ${id}` });
	const page = (ids: number[], Next?: number) => ({
		Records: ids.map(record),
		...(Next === undefined ? {} : { Next }),
	});
	const reading = (rule: Partial<ListRule>) => ({
		...archive,
		list: { ...archive.list, ...rule },
	});
	const short = (...ids: number[]) => ids.map((id) => ({ short: id }));

	it('may hold a failure instead of records', () => {
		const call = listCall(reading({ failure: () => refusal }), {});
		expect(read(call, page([1]))).toEqual({ next: 'fail', failure: refused });
	});

	it('in which no failure is found is read', () => {
		const call = listCall(reading({ failure: () => undefined }), {});
		expect(read(call, page([1]))).toEqual({ next: 'records', records: short(1) });
	});

	it('that is the last one completes it', () => {
		expect(read(listCall(archive, { From: 0 }), page([1, 2]))).toEqual({
			next: 'records',
			records: short(1, 2),
		});
	});

	it('that names a next one is followed by that one, and its records are kept', () => {
		const call = listCall(archive, { From: 0, Kind: 'x' });
		expect(read(call, page([1], 7))).toEqual({ next: 'page' });
		call.encoded = undefined;
		expect(encodeCall(call).body).toEqual({ From: 7, Kind: 'x' });
		expect(read(call, page([2]))).toEqual({ next: 'records', records: short(1, 2) });
	});

	it.each([
		['holds all that is wanted', [1, 2, 3]],
		['holds more than is wanted', [1, 2, 3, 4]],
	])('that %s is the last one, whatever it names', (_what, ids) => {
		expect(read(listCall(archive, {}, { limit: 3 }), page(ids, 7))).toEqual({
			next: 'records',
			records: short(1, 2, 3),
		});
	});

	it('tells the files of each record, where they are wanted', () => {
		const photo: RemoteFile = { kind: 'image', address: 'https://example.com/a', name: 'a.png' };
		const downloads = {
			maxSize: 1,
			filesOf: ({ id }: IDataObject) => (id === 1 ? [photo] : []),
		};
		const Records = [{ id: 1 }, { id: 2 }];
		const [wanted, unwanted] = [listCall(archive, {}, { downloads }), listCall(archive, {})];
		read(wanted, { Records });
		read(unwanted, { Records });
		expect([wanted.listing.files, unwanted.listing.files]).toEqual([
			[[photo], []],
			[[], []],
		]);
	});

	it('counts with those before it', () => {
		const records = short(1, 2);
		const call = listCall(archive, {}, { limit: 3, records });
		expect(read(call, page([3, 4], 7))).toEqual({ next: 'records', records: short(1, 2, 3) });
	});

	it('that is empty is the last one, whatever it names', () => {
		expect(read(listCall(archive, {}), page([], 7))).toEqual({ next: 'records', records: [] });
	});

	it.each<[string, boolean, Partial<ListRule>]>([
		['without "Simplify"', false, {}],
		['where there is no short form', true, { simplified: undefined }],
	])('is put out in full %s', (_what, simplify, rule) => {
		const call = listCall(reading(rule), {});
		call.settings = { ...defaultSettings, simplify };
		expect(read(call, page([1]))).toEqual({ next: 'records', records: [record(1)] });
	});

	it('is the last one when the run is ending: what was read is put out', () => {
		const call = listCall(archive, { From: 0 });
		expect(read(call, page([1], 7), true)).toEqual({ next: 'records', records: short(1) });
	});

	it.each([
		['itself', 0, []],
		['one that was read before', 7, [7]],
	])('that names %s as the next one never ends, and is given up', (_what, Next, before) => {
		const call = listCall(archive, { From: 0 });
		for (const earlier of before) {
			read(call, page([1], earlier));
			call.encoded = undefined;
		}
		expect(read(call, page([1], Next))).toMatchObject({
			next: 'giveUp',
			failure: { effect: 'none', message: expect.stringContaining('read before') as string },
		});
	});

	it('that brings more than memory holds is given up', () => {
		const records: Body[] = Array.from({ length: 499_999 }, () => ({}));
		const wide = listCall(archive, { From: 0 }, { records: records.slice(1) });
		expect(read(wide, page([1], 7))).toEqual({ next: 'page' });
		const full = listCall(archive, { From: 0 }, { records });
		expect(read(full, page([1], 7))).toMatchObject({
			next: 'giveUp',
			failure: { effect: 'none', message: expect.stringContaining('500000 records') as string },
		});
	});

	it('that is the last one is put out, however much it brings', () => {
		const records: Body[] = Array.from({ length: 500_000 }, () => ({}));
		const call = listCall(archive, {}, { records });
		expect(read(call, page([1]))).toMatchObject({ next: 'records' });
	});
});

describe('the response to a call that items share', () => {
	const two = () => batchCall(parcel, [{ Parcels: ['a'] }, { Parcels: ['b'] }]);
	const problem = (text: string) => ({ Results: [{ Problem: text }, {}] });

	it('settles each item by its own entry', () => {
		expect(read(two(), problem('Torn'))).toMatchObject({
			next: 'settle',
			outcomes: [
				{ done: false, message: 'Torn' },
				{ done: true, output: { parcel: ['b'] } },
			],
		});
	});

	it('settles an item of which it says nothing without an outcome', () => {
		const silent: BatchCall = { ...parcel, batch: { ...parcel.batch, interpret: () => [] } };
		const call = batchCall(silent, [{}, {}]);
		expect(read(call, {})).toEqual({ next: 'settle', outcomes: [undefined, undefined] });
		call.attempts.doubt = true;
		expect(read(call, {})).toEqual({ next: 'settle', outcomes: [undefined, undefined] });
	});

	it('is read beside the bodies of the items, each with its sender', () => {
		const asked: Body[][] = [];
		const operation: BatchCall = {
			...parcel,
			sender: 'From',
			batch: {
				...parcel.batch,
				interpret: (_response, bodies) => {
					asked.push(bodies);
					return [];
				},
			},
		};
		read(batchCall(operation, [{ Parcels: ['a'] }, { Parcels: ['b'], From: 'lea' }]), {});
		expect(asked).toEqual([
			[
				{ From: admin, Parcels: ['a'] },
				{ From: 'lea', Parcels: ['b'] },
			],
		]);
	});

	it.each([
		['done, when an attempt before may have done it', true, 'Known'],
		['refused, when there was none', false, 'Known'],
		['refused, when it is for something else', true, 'Torn'],
	])('takes an item that is refused as done before for %s', (expected, doubt, text) => {
		const call = two();
		call.attempts.doubt = doubt;
		const outcome = expected.startsWith('done')
			? { done: true, output: { before: ['a'] } }
			: { done: false, message: text };
		expect(read(call, problem(text))).toMatchObject({
			outcomes: [outcome, { done: true, output: { parcel: ['b'] } }],
		});
	});

	it('takes an item with a code alone as refused, after an attempt in doubt too', () => {
		const coded: Outcome = { done: false, code: 5, data: {} };
		const operation: BatchCall = {
			...parcel,
			batch: { ...parcel.batch, interpret: () => [coded] },
		};
		const call = batchCall(operation, [{}]);
		call.attempts.doubt = true;
		expect(read(call, {})).toEqual({ next: 'settle', outcomes: [coded] });
	});

	it('takes an item of which nothing was done before as refused, after an attempt in doubt too', () => {
		const undone: Outcome = { ...refusal, doneBefore: undefined };
		const operation: BatchCall = {
			...parcel,
			batch: { ...parcel.batch, interpret: () => [undone] },
		};
		const call = batchCall(operation, [{}]);
		call.attempts.doubt = true;
		expect(read(call, {})).toEqual({ next: 'settle', outcomes: [undone] });
	});

	it('ends the refusals in a row', () => {
		const call = two();
		call.bisection.refusals = 11;
		read(call, {});
		expect(call.bisection.refusals).toBe(0);
	});
});

describe('the response to one of the calls of an item', () => {
	const series: ChainCall = {
		...letter,
		dedupeFields: undefined,
		shape: 'chain',
		chain: {
			bodies: (body) => [1, 2].map((part) => ({ ...body, Part: part })),
			nextBody: (next, before, { Key }) => ({ ...next, After: Key, Behind: before.Part }),
		},
	};

	it('makes the next call, with what it said; the last one settles the item', () => {
		const call = chainCall(series, { To: 'mia' });
		expect(read(call, { Key: 'x' })).toEqual({ next: 'part' });
		call.encoded = undefined;
		expect(encodeCall(call).body).toEqual({ To: 'mia', Part: 2, After: 'x', Behind: 1 });
		expect(read(call, { Key: 'y' })).toEqual({
			next: 'settle',
			outcomes: [{ done: true, output: { key: 'y' } }],
		});
	});

	it('tells how many calls have done their work, of how many', () => {
		const call = chainCall(series, {});
		read(call, {});
		expect([call.chain.done, call.chain.bodies.length]).toEqual([1, 2]);
	});

	it('that means a failure leaves the call where it is', () => {
		const call = chainCall({ ...series, interpret: () => refusal }, { To: 'mia' });
		expect(read(call, {})).toEqual({ next: 'fail', failure: refused });
		expect(call.chain.done).toBe(0);
		expect(encodeCall(call).body).toEqual({ To: 'mia', Part: 1 });
	});

	it('is read beside the body of that call, with its sender', () => {
		const call = chainCall({ ...series, sender: 'From', interpret: signed.interpret }, {});
		read(call, {});
		call.encoded = undefined;
		expect(read(call, {})).toMatchObject({
			outcomes: [{ output: { asked: { From: admin, Part: 2 } } }],
		});
	});
});
