import { inflateSync } from 'node:zlib';

import type { ChainCall, LocalTask, SingleCall } from '../../../../nodes/TencentChatDesk/contract';
import { archive, letter } from '../support/operations';
import { failures, newCredential, run } from '../support/run';

const continues = true;
const item = { to: 'a', text: '你好' };

describe('a dry run', () => {
	const options = { dryRun: true };

	it('says above the output that items were checked and nothing was sent', async () => {
		const { hints } = await run(letter, [item, item], undefined, { options });
		expect(hints[0]?.message).toBe('Dry run: 2 of 2 checked. Nothing was sent.');
	});

	it('of some items is told apart from what was sent', async () => {
		const items = [
			{ ...item, options: { dryRun: true } },
			{ ...item, options: {} },
		];
		const { hints } = await run(letter, items);
		expect(hints[0]?.message).toBe('1 of 2 sent, 1 checked by a dry run');
	});

	it('shows the path, the body and its size, and calls nobody', async () => {
		const { output, calls } = await run(letter, [item], undefined, {
			options: { ...options, extraBody: '{ "Loud": true }' },
		});
		const body = {
			Random: expect.any(Number) as number,
			Seq: expect.any(Number) as number,
			To: 'a',
			Text: '你好',
			Loud: true,
		};
		expect(output).toEqual([
			{
				json: { dryRun: true, path: 'v4/post/letter', size: expect.any(Number) as number, body },
				pairedItem: { item: 0 },
			},
		]);
		expect(output[0]?.json.size).toBe(Buffer.byteLength(JSON.stringify(output[0]?.json.body)));
		expect(calls).toEqual([]);
	});

	it('shows every call of an item that goes out in several', async () => {
		const series: ChainCall = {
			...letter,
			shape: 'chain',
			chain: {
				bodies: (body) => [1, 2].map((part) => ({ ...body, Part: part })),
				nextBody: (next) => next,
			},
		};
		const { output, calls } = await run(series, [item], undefined, { options });
		expect(output[0]?.json).toEqual({
			dryRun: true,
			path: 'v4/post/letter',
			calls: [1, 2].map((part) => ({
				size: expect.any(Number) as number,
				body: expect.objectContaining({ To: 'a', Part: part }) as object,
			})),
		});
		expect(calls).toEqual([]);
	});

	it('shows the first page that a list would be asked for', async () => {
		const { output } = await run(archive, [{ limit: 3 }], undefined, { options });
		expect(output[0]?.json.body).toEqual({ From: 0, Count: 3 });
	});

	it('finds what is wrong or too long', async () => {
		const outcome = await run({ ...letter, maxBodyBytes: 10 }, [item, {}], undefined, {
			continues,
			options,
		});
		expect(failures(outcome).map((failure) => failure?.message)).toEqual([
			expect.stringContaining('too long'),
			"'To' is empty",
		]);
	});

	it('of one item leaves the others as they are', async () => {
		const { calls, output } = await run(letter, [{ ...item, options }, item]);
		expect(calls).toHaveLength(1);
		expect(output.map(({ json }) => Object.keys(json))).toEqual([
			['dryRun', 'path', 'size', 'body'],
			['key'],
		]);
	});

	it('is remembered by no later try of the run', async () => {
		const execution = 'dry then wet';
		const credential = newCredential();
		const setup = { retryOnFail: true, execution, credential, continues };
		await run(letter, [item, {}], undefined, { ...setup, options });
		expect((await run(letter, [item, {}], undefined, setup)).calls).toHaveLength(1);
	});
});

describe('an operation that needs no call', () => {
	const ticket: LocalTask = {
		shape: 'local',
		make: (fields, signer) => ({
			app: signer.sdkAppId,
			by: signer.identifier,
			ticket: signer.sign(fields.id('to', 'To'), 600),
		}),
	};

	it('makes its output from the item and the credential', async () => {
		const credential = newCredential();
		const { output, calls } = await run(ticket, [item, { to: 'b' }], undefined, { credential });
		expect(calls).toEqual([]);
		expect(output).toMatchObject([
			{ json: { app: credential.sdkAppId, by: 'administrator' }, pairedItem: { item: 0 } },
			{ json: { app: credential.sdkAppId, by: 'administrator' }, pairedItem: { item: 1 } },
		]);
		expect(output[0]?.json.ticket).not.toBe(output[1]?.json.ticket);
	});

	it('counts what was made in no time', async () => {
		const { hints, log } = await run(ticket, [item, item]);
		expect(hints[0]?.message).toBe('2 of 2 done');
		expect(log).toEqual([]);
	});

	it('signs for a user, for as long as it says', async () => {
		const { output } = await run(ticket, [item]);
		expect(factsOf(String(output[0]?.json.ticket))).toMatchObject({
			'TLS.identifier': 'a',
			'TLS.expire': 600,
		});
	});

	it('says what is wrong with an item', async () => {
		const outcome = await run(ticket, [{}, item], undefined, { continues });
		expect(failures(outcome).map((failure) => failure?.message)).toEqual([
			"'To' is empty",
			undefined,
		]);
	});
});

/** What a signature tells: its own alphabet of base64, around compressed JSON. */
function factsOf(signature: string): unknown {
	const base64 = signature.replaceAll('*', '+').replaceAll('-', '/').replaceAll('_', '=');
	return JSON.parse(inflateSync(Buffer.from(base64, 'base64')).toString());
}

describe('the parameters of an item', () => {
	it('are asked for once each, since an expression takes its time', async () => {
		const operation: SingleCall = {
			...letter,
			request: (fields) => ({
				To: fields.id('to', 'To'),
				Text: fields.text('to', 'To') + fields.text('to', 'To'),
			}),
		};
		const { reads } = await run(operation, [item, { to: 'b' }]);
		expect(reads).toEqual({ to: 2, options: 2, delivery: 2 });
	});

	it('that nobody filled in count as empty', async () => {
		const operation: SingleCall = {
			...letter,
			request: (fields) => ({ Text: fields.optionalText('text', 'Text') ?? 'nothing' }),
		};
		expect((await run(operation, [{}])).calls[0]?.body.Text).toBe('nothing');
	});

	it('that hold a date without a zone mean the zone of the workflow', async () => {
		const operation: SingleCall = {
			...letter,
			request: (fields) => ({ At: fields.seconds('at', 'At') }),
		};
		const { calls } = await run(operation, [{ at: '2025-04-01T08:00:00' }]);
		expect(calls[0]?.body.At).toBe(Date.UTC(2025, 3, 1) / 1000);
	});

	it('that need the address of a file say so to an item that brings the file', async () => {
		const operation: SingleCall = {
			...letter,
			request: (fields) => ({ File: fields.fileAddress('file', 'File') }),
		};
		const bringing = await run(operation, [{}], undefined, { files: { photo: '' } });
		const without = await run(operation, [{}]);
		expect(bringing.error?.message).toBe("'File' is empty, and the item brings a file");
		expect(without.error?.message).toBe("'File' is empty");
	});
});
