import type { IDataObject } from 'n8n-workflow';

import type { SingleCall } from '../../../../nodes/TencentChatDesk/contract';
import { letter } from '../support/operations';
import { failures, newCredential, run, type Item } from '../support/run';
import { codes, fine, inTurn, lost, refused, silent, type Server } from '../support/server';

const unknownPerson = 90_048;
const continues = true;
const wanted = { importMissingAccount: true };
const item: Item = { to: 'a', text: 'hello' };

/** Whoever is not known yet can be introduced. */
const introducing: SingleCall = {
	...letter,
	recovery: {
		codes: [unknownPerson],
		path: 'post/introduce',
		bodies: ({ To }) => (To === 'nobody' ? [] : [{ Who: To }]),
		perSecond: 100,
		failureMessage: ({ Who }) => `${String(Who)} could not be introduced`,
	},
};

/** A server that knows only who was introduced to it. */
function strict(): Server {
	const known = new Set<unknown>();
	return ({ path, body }) => {
		if (path === 'post/introduce') known.add(body.Who);
		return path === 'post/introduce' || known.has(body.To)
			? fine({ Key: 'k' })
			: refused(unknownPerson);
	};
}

const pathsOf = ({ calls }: { calls: Array<{ path: string }> }) =>
	calls.map(({ path }) => path.slice('post/'.length));

describe('"Import Missing Account"', () => {
	it('introduces who is missing, and sends the message once more', async () => {
		const outcome = await run(introducing, [item, item], strict(), { options: wanted });
		expect(pathsOf(outcome)).toEqual(['letter', 'introduce', 'letter', 'letter']);
		expect(outcome.calls[1]?.body).toEqual({ Who: 'a' });
		expect(outcome.output.map(({ json }) => json.key)).toEqual(['k', 'k']);
		expect(outcome.hints[0]?.message).toMatch(/^2 of 2 sent/);
	});

	it('introduces everybody who is missing, one after another, before the message', async () => {
		const toTwo = {
			...introducing,
			recovery: {
				...introducing.recovery!,
				bodies: ({ To }: IDataObject) => [{ Who: To }, { Who: 'another' }],
			},
		};
		const { calls, output } = await run(toTwo, [item], strict(), { options: wanted });
		expect(calls.map(({ path, body }) => [path, body.Who])).toEqual([
			['post/letter', undefined],
			['post/introduce', 'a'],
			['post/introduce', 'another'],
			['post/letter', undefined],
		]);
		expect(output).toHaveLength(1);
	});

	it('is done only where the user wants it', async () => {
		const outcome = await run(introducing, [item], strict(), { continues });
		expect(pathsOf(outcome)).toEqual(['letter']);
		expect(failures(outcome)[0]?.ErrorCode).toBe(unknownPerson);
	});

	it('is done once: a second time would not help', async () => {
		const server: Server = ({ path }) =>
			path === 'post/introduce' ? fine() : refused(unknownPerson);
		const outcome = await run(introducing, [item], server, { continues, options: wanted });
		expect(pathsOf(outcome)).toEqual(['letter', 'introduce', 'letter']);
		expect(failures(outcome)[0]?.ErrorCode).toBe(unknownPerson);
	});

	it('is not done for another refusal, nor by an operation that cannot', async () => {
		const setup = { continues, options: wanted };
		const other = await run(introducing, [item], () => refused(codes.permanent), setup);
		const unable = await run(letter, [item], () => refused(unknownPerson), setup);
		expect([pathsOf(other), pathsOf(unable)]).toEqual([['letter'], ['letter']]);
	});

	it('that fails for good is the failure of the item, which certainly was not sent', async () => {
		const failing: Server = ({ path }) =>
			refused(path === 'post/introduce' ? codes.permanent : unknownPerson);
		const outcome = await run(introducing, [item], failing, { continues, options: wanted });
		expect(failures(outcome)[0]).toMatchObject({
			message: expect.stringMatching(/^a could not be introduced: /),
			ErrorCode: codes.permanent,
			mayHaveBeenSent: false,
		});
		expect(pathsOf(outcome)).toEqual(['letter', 'introduce']);
	});

	it('fails the item with its own refusal when there is nobody to introduce', async () => {
		const nobody = { ...item, to: 'nobody' };
		const outcome = await run(introducing, [nobody], strict(), { continues, options: wanted });
		expect(failures(outcome)[0]?.ErrorCode).toBe(unknownPerson);
		expect(pathsOf(outcome)).toEqual(['letter']);
	});

	it.each([
		['the server failed', refused(codes.transient)],
		['it was asked too often', refused(codes.frequency)],
		['the connection broke', lost],
		['its response never came', silent],
	])('is tried again after %s', async (_what, reaction) => {
		const known = strict();
		const server: Server = (call) => (call.number === 1 ? reaction : known(call));
		const outcome = await run(introducing, [item], server, { options: wanted });
		expect(pathsOf(outcome)).toEqual(['letter', 'introduce', 'introduce', 'letter']);
		expect(outcome.output[0]?.json.key).toBe('k');
	});

	it('is tried as often as "Max Retries" says', async () => {
		const server: Server = ({ path }) =>
			refused(path === 'post/introduce' ? codes.transient : unknownPerson);
		const options = { ...wanted, maxRetries: 2 };
		const outcome = await run(introducing, [item], server, { continues, options });
		expect(pathsOf(outcome)).toEqual(['letter', 'introduce', 'introduce', 'introduce']);
		expect(failures(outcome)[0]?.ErrorCode).toBe(codes.transient);
	});

	it('keeps the pace of its own API', async () => {
		const slowly = { ...introducing, recovery: { ...introducing.recovery!, perSecond: 10 } };
		const people = ['a', 'b', 'c', 'd'].map((to) => ({ ...item, to }));
		const { calls } = await run(slowly, people, strict(), { options: wanted });
		const starts = calls.filter(({ path }) => path === 'post/introduce').map(({ at }) => at);
		const gaps = starts.slice(1).map((at, index) => at - starts[index]!);
		expect(gaps).toHaveLength(3);
		expect(Math.min(...gaps)).toBeGreaterThanOrEqual(99);
	});

	it('is not done after an attempt that may have arrived', async () => {
		const server = inTurn(lost, refused(unknownPerson));
		const outcome = await run(introducing, [item], server, { continues, options: wanted });
		expect(pathsOf(outcome)).toEqual(['letter', 'letter']);
		expect(failures(outcome)[0]?.mayHaveBeenSent).toBe(true);
	});

	it('is not begun any more once no call of the run can be signed', async () => {
		const credential = newCredential();
		await run(letter, [item], () => fine(), { credential });
		const server: Server = ({ body }) =>
			body.To === 'new'
				? { ...refused(unknownPerson), takes: 50 }
				: { ...refused(codes.credential), takes: 5 };
		const people = ['new', 'a', 'b', 'c'].map((to) => ({ ...item, to }));
		const setup = { continues, credential, options: wanted };
		const outcome = await run(introducing, people, server, setup);
		expect(pathsOf(outcome)).toEqual(['letter', 'letter', 'letter', 'letter']);
		expect(failures(outcome).map((failure) => failure?.ErrorCode)).toEqual(
			people.map(() => codes.credential),
		);
	});

	it('is not done once somebody stops the execution', async () => {
		const server: Server = () => ({ ...refused(unknownPerson), takes: 100 });
		const outcome = await run(introducing, [item], server, { options: wanted, stopAt: 50 });
		expect(pathsOf(outcome)).toEqual(['letter']);
	});
});
