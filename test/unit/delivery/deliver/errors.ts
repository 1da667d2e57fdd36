import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import { InvalidParameter } from '../../../../nodes/TencentChatDesk/parameters/invalidParameter';
import type {
	BatchCall,
	Outcome,
	SingleCall,
	WebhookResponder,
} from '../../../../nodes/TencentChatDesk/contract';
import { pairs } from '../../../harness/pairedItems';
import { letter, parcel, visit } from '../support/operations';
import { failures, newCredential, run } from '../support/run';
import { codes, fine, inTurn, lost, refused, type Server } from '../support/server';

const oneByOne = { maxConcurrency: 1 };
const to = (person: string, text = 'hello') => ({ to: person, text });

/** Refuses what goes to "nobody". */
const server: Server = ({ body, number }) =>
	body.To === 'nobody' ? refused(codes.permanent) : fine({ Key: `key ${number}` });

/** An operation of which a good envelope means this. */
const interpretedAs = (operation: SingleCall, outcome: Outcome): SingleCall => ({
	...operation,
	interpret: () => outcome,
});

describe('with "Continue", items of which some are bad', () => {
	const items = [to('a'), to('nobody'), { text: 'to whom?' }, to('b')];

	it('all come out in their order: what was sent, and what is wrong with the others', async () => {
		const { output, error, calls } = await run(letter, items, server, { continues: true });
		expect(error).toBeUndefined();
		expect(pairs(output)).toEqual([0, 1, 2, 3]);
		expect(output.map(({ json }) => Object.keys(json))).toEqual([
			['key'],
			['error'],
			['error'],
			['key'],
		]);
		expect(calls.map(({ body }) => body.To)).toEqual(['a', 'nobody', 'b']);
	});

	it('say what happened, what to do, and what Tencent said', async () => {
		const [, refusal, bad] = failures(await run(letter, items, server, { continues: true }));
		expect(refusal).toEqual({
			message: expect.stringMatching(/\w/) as string,
			advice: expect.stringMatching(/\w/) as string,
			mayHaveBeenSent: false,
			ErrorCode: codes.permanent,
			ErrorInfo: 'no',
		});
		expect(bad).toEqual({
			message: "'To' is empty",
			advice: expect.stringContaining('Enter a value') as string,
			mayHaveBeenSent: false,
		});
	});

	it('that are too long fail without a call', async () => {
		const small = { ...letter, maxBodyBytes: 100 };
		const long = to('b', 'x'.repeat(100));
		const outcome = await run(small, [to('a'), long, to('c')], server, { continues: true });
		expect(failures(outcome)[1]?.message).toContain('too long');
		expect(outcome.calls.map(({ body }) => body.To)).toEqual(['a', 'c']);
	});

	it('are counted above the output, as a warning', async () => {
		const { hints } = await run(letter, items, server, { continues: true });
		expect(hints).toEqual([
			{
				message: expect.stringMatching(/^2 of 4 sent, 2 failed/) as string,
				type: 'warning',
				location: 'outputPane',
			},
		]);
	});
});

describe('with "Stop Workflow"', () => {
	const items = [to('a'), to('b'), to('nobody'), to('c')];
	const setup = { options: oneByOne };

	it('the error says which item failed, why, and how many were sent, in doubt and not tried', async () => {
		const { error, output, hints } = await run(letter, items, server, setup);
		expect(error).toBeInstanceOf(NodeApiError);
		expect(error).toMatchObject({ httpCode: '80001', context: { itemIndex: 2 } });
		expect(error?.description).toMatch(
			/Stopped at the 3rd of 4 items: 2 sent, 1 failed, 1 not tried\.$/,
		);
		expect([output, hints]).toEqual([[], []]);
	});

	it('the error names the parameter that is wrong', async () => {
		const { error } = await run(letter, [to('a'), { text: 'to whom?' }], server, setup);
		expect(error).toBeInstanceOf(NodeOperationError);
		expect(error?.message).toBe("'To' is empty");
		expect(error?.context).toMatchObject({ itemIndex: 1 });
		expect(error?.description).toContain('Stopped at the 2nd of 2 items');
	});

	it('the error of a single item counts nothing', async () => {
		const { error } = await run(letter, [{ text: 'to whom?' }], server);
		expect(error?.description).toBe(
			'Enter a value. If an expression fills it in, check what it gives for this item.',
		);
	});

	it('what may have been sent is counted as in doubt', async () => {
		const { error } = await run(visit, [to('a'), to('b'), to('c')], inTurn(fine(), lost), setup);
		expect(error?.description).toMatch(/^It may have been carried out all the same\./);
		expect(error?.description).toContain('of 3 items: 1 sent, 1 in doubt, 1 not tried.');
	});

	it('nothing starts after the first failure, and what is under way ends', async () => {
		const many = ['a', 'nobody', 'b', 'c', 'd', 'e'].map((person) => to(person));
		const late: Server = (call) => ({
			...server(call),
			takes: call.body.To === 'nobody' ? 50 : 100,
		});
		const { calls, error } = await run(letter, many, late);
		expect(calls.map(({ body }) => body.To)).toEqual(['a', 'nobody', 'b']);
		expect(error?.description).toContain('of 6 items: 2 sent, 1 failed, 3 not tried.');
	});

	it('what is under way is not made again after the first failure', async () => {
		const failing: Server = ({ number }) => ({
			...(number === 0 ? refused(codes.permanent) : refused(codes.frequency)),
			takes: 50 + number,
		});
		const { calls, error } = await run(letter, [to('a'), to('b')], failing);
		expect(calls).toHaveLength(2);
		expect(error?.context).toMatchObject({ itemIndex: 0 });
	});

	it('of several failures the first is reported', async () => {
		const failing: Server = ({ number }) => ({ ...refused(codes.permanent), takes: 90 - number });
		const { error } = await run(letter, [to('a'), to('b'), to('c')], failing);
		expect(error?.context).toMatchObject({ itemIndex: 2 });
		expect(error?.description).toContain('Stopped at the 3rd of 3 items: 3 failed.');
	});

	it('items behind the first bad one are not even looked at', async () => {
		const { calls, reads } = await run(letter, [{ text: 'x' }, to('a'), to('b')], server);
		expect([calls, reads.text]).toEqual([[], undefined]);
	});
});

describe('an output', () => {
	it('is a line above it where several were sent', async () => {
		const { hints } = await run(letter, [to('a'), to('b')]);
		expect(hints).toEqual([
			{
				message: expect.stringMatching(/^2 of 2 sent/) as string,
				type: 'info',
				location: 'outputPane',
			},
		]);
	});

	it('is the response as it came, without "Simplify"', async () => {
		const { output } = await run(letter, [to('a')], () => fine({ Key: 'k', More: [1] }), {
			options: { simplify: false },
		});
		expect(output[0]?.json).toEqual({ ErrorCode: 0, Key: 'k', More: [1] });
	});

	it('of no items is nothing', async () => {
		const { output, calls, hints, error } = await run(letter, []);
		expect([output, calls, hints, error]).toEqual([[], [], [], undefined]);
	});
});

describe('a good envelope', () => {
	it('that means a failure fails the item, with its data', async () => {
		const operation = interpretedAs(letter, {
			done: false,
			kind: 'permanent',
			message: 'The box is full',
			advice: 'Empty it.',
			data: { Full: true },
		});
		const outcome = await run(operation, [to('a')], server, { continues: true });
		expect(failures(outcome)).toEqual([
			{ message: 'The box is full', advice: 'Empty it.', mayHaveBeenSent: false, Full: true },
		]);
	});

	it('that holds an error code is explained as that code is', async () => {
		const operation = interpretedAs(letter, {
			done: false,
			code: codes.unexplained,
			info: 'box full',
			data: { ErrorCode: codes.unexplained },
		});
		const outcome = await run(operation, [to('a')], server, { continues: true });
		expect(failures(outcome)[0]).toMatchObject({
			message: 'Tencent refused the request: box full (code 55555)',
			ErrorCode: codes.unexplained,
		});
		expect(outcome.calls).toHaveLength(1);
	});

	it('that means "too often" is followed by a repeat', async () => {
		const operation: SingleCall = {
			...letter,
			interpret: ({ Key }) =>
				Key === 'busy'
					? { done: false, code: codes.frequency, data: {} }
					: { done: true, output: { key: Key } },
		};
		const { output, calls } = await run(
			operation,
			[to('a')],
			inTurn(fine({ Key: 'busy' }), fine({ Key: 'done' })),
		);
		expect(output[0]?.json).toEqual({ key: 'done' });
		expect(calls).toHaveLength(2);
	});

	it('that holds something else than documented leaves the item in doubt', async () => {
		const operation: SingleCall = {
			...visit,
			interpret: ({ List }) => ({ done: true, output: { first: (List as string[])[0] } }),
		};
		const outcome = await run(operation, [to('a'), to('b')], inTurn(fine(), fine({ List: [1] })), {
			options: oneByOne,
			continues: true,
		});
		expect(failures(outcome)[0]).toEqual({
			message: "Tencent's answer holds something else than its documentation says",
			advice:
				'It may have been carried out all the same. Look into the conversation or the app before running this item again, and report the operation to the authors of this node.',
			mayHaveBeenSent: true,
		});
		expect(outcome.output[1]?.json).toEqual({ first: 1 });
	});
});

describe('a credential that cannot be used', () => {
	const items = [to('a'), to('b')];
	const broken = { credential: { ...newCredential(), secretKey: '' } };
	const gone = new Error('Credential with ID "7" does not exist');

	it('stops the workflow and says what to correct', async () => {
		const { error, calls } = await run(letter, items, server, broken);
		expect(error).toBeInstanceOf(NodeOperationError);
		expect(error?.message).toBe("'Secret Key' is empty");
		expect(error?.context).toMatchObject({ itemIndex: 0 });
		expect(calls).toEqual([]);
	});

	it('with "Continue" fails every item', async () => {
		const outcome = await run(letter, items, server, { ...broken, continues: true });
		expect(pairs(outcome.output)).toEqual([0, 1]);
		expect(failures(outcome).map((failure) => failure?.message)).toEqual([
			"'Secret Key' is empty",
			"'Secret Key' is empty",
		]);
	});

	it('because n8n cannot give it out, stops with what n8n says and what to do', async () => {
		const { error } = await run(letter, items, server, { credentialError: gone });
		expect(error).toMatchObject({
			message: gone.message,
			description: expect.stringContaining('pick its credential again'),
		});
	});

	it('because n8n cannot give it out, fails every item with words that hold no secret', async () => {
		const outcome = await run(letter, items, server, { credentialError: gone, continues: true });
		expect(failures(outcome)).toEqual(
			items.map(() => ({
				message: 'n8n could not read the credential of this node',
				advice:
					'Open the node and pick its credential again. It may have been deleted, or belong to somebody else.',
				mayHaveBeenSent: false,
			})),
		);
	});
});

describe('whatever is thrown while an item is made ready', () => {
	const bad = 'b';
	/** Throws for one of the items. */
	const throwing = <Result>(text: unknown, result: Result): Result => {
		if (text === bad) throw new TypeError('planted');
		return result;
	};
	const places: Array<[string, Partial<SingleCall>]> = [
		['the path', { path: (fields) => throwing(fields.id('to', 'To'), 'post/letter') }],
		['the body', { request: (fields) => throwing(fields.id('to', 'To'), { To: 'x' }) }],
		['the order key', { orderingKey: ({ To }) => throwing(To, '') }],
		[
			'the rule for repeats',
			{ retryOf: (fields) => throwing(fields.id('to', 'To'), letter.retry) },
		],
	];
	const trio = [to('a'), to(bad), to('c')];

	it.each(places)('for %s fails that item, and the others go out', async (_, wrong) => {
		const outcome = await run({ ...letter, ...wrong }, trio, server, { continues: true });
		expect(pairs(outcome.output)).toEqual([0, 1, 2]);
		expect(failures(outcome)).toEqual([
			undefined,
			expect.objectContaining({ message: 'planted', mayHaveBeenSent: false }),
			undefined,
		]);
		expect(outcome.calls).toHaveLength(2);
	});

	it.each(places)('for %s stops the workflow with what to do', async (_, wrong) => {
		const { error } = await run({ ...letter, ...wrong }, trio, server);
		expect(error).toMatchObject({
			message: 'planted',
			description: expect.stringMatching(/Check the settings .* Stopped at the 2nd /),
		});
	});
});

describe('whatever is thrown between items', () => {
	it('passes no item off as sent that was not, and leaves the others what they are', async () => {
		const later = { options: { deduplicationKey: 'one' } };
		const operation: BatchCall = {
			...parcel,
			dedupeFields: letter.dedupeFields,
			batch: {
				...parcel.batch,
				maxSize: 2,
				about: ({ Parcels }) => {
					const texts = Parcels as string[];
					if (texts.length > 1 && texts.includes('2')) throw new Error('planted');
					return texts;
				},
			},
		};
		const items = ['0', '1', '2', '3'].map((text) => ({ text, ...later }));
		const outcome = await run(operation, items, () => fine(), { continues: true });
		expect(pairs(outcome.output)).toEqual([0, 1, 2, 3]);
		expect(failures(outcome).map((failure) => failure?.mayHaveBeenSent)).toEqual([
			undefined,
			undefined,
			false,
			false,
		]);
	});
});

describe('an n8n that cannot be told how a run went', () => {
	it('makes nothing of what was sent a failure', async () => {
		const outcome = await run(letter, [to('a'), to('b')], server, {
			continues: true,
			isDeaf: true,
		});
		expect(outcome.error).toBeUndefined();
		expect(failures(outcome)).toEqual([undefined, undefined]);
	});
});

describe('a response to whoever started the workflow', () => {
	it('is made without a credential and without a call', async () => {
		const operation: WebhookResponder = {
			shape: 'respond',
			respond: {
				trigger: 'trigger',
				timeLimit: () => 1_000,
				isExpected: () => true,
				response: () => {
					throw new InvalidParameter('There is nothing to say', 'Say something.');
				},
			},
		};
		const outcome = await run(operation, [to('a')], server, {
			continues: true,
			credentialError: new Error('It was read'),
		});
		expect(failures(outcome)[0]?.message).toBe('There is nothing to say');
		expect(outcome.calls).toEqual([]);
	});
});
