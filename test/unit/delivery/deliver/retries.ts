import type { SingleCall } from '../../../../nodes/TencentChatDesk/contract';
import { RateLimiter } from '../../../../nodes/TencentChatDesk/delivery/scheduling/rateLimiter';
import { label, letter, visit } from '../support/operations';
import { failures, newCredential, run, type Outcome } from '../support/run';
import {
	codes,
	fine,
	inTurn,
	lost,
	refused,
	type Reaction,
	type Server,
	tooMany,
	unreachable,
} from '../support/server';

const item = { to: 'a', text: 'hello' };
const continues = true;
const always = (reaction: Reaction) => () => reaction;
const people = (count: number) =>
	Array.from({ length: count }, (_, index) => ({ to: `p${index}`, text: 'hello' }));

describe('a call of which nobody knows what it did', () => {
	it('is made again with the same bytes, where the server tells copies', async () => {
		const { calls, output } = await run(letter, [item], inTurn(lost, fine({ Key: 'k' })));
		expect(calls).toHaveLength(2);
		expect(calls[1]?.text).toBe(calls[0]?.text);
		expect(output[0]?.json).toEqual({ key: 'k' });
	});

	it('is not made again where a second one has a second effect', async () => {
		const outcome = await run(visit, [item], always(lost), { continues });
		expect(outcome.calls).toHaveLength(1);
		expect(failures(outcome)[0]).toMatchObject({
			message: 'The connection broke before the answer came',
			advice: expect.stringContaining('It may have been carried out all the same.') as string,
			mayHaveBeenSent: true,
			networkError: 'ECONNRESET',
		});
	});

	it('is made again where the fields of the item allow it', async () => {
		const operation = { ...visit, retryOf: () => ({ policy: 'idempotent' as const }) };
		expect((await run(operation, [item], inTurn(lost))).calls).toHaveLength(2);
	});

	it('is given up after so many repeats, and may have been sent', async () => {
		const outcome = await run(letter, [item], always(lost), {
			continues,
			options: { maxRetries: 2 },
		});
		expect(outcome.calls).toHaveLength(3);
		expect(failures(outcome)[0]?.mayHaveBeenSent).toBe(true);
		expect((await run(letter, [item, item], always(lost), { continues })).hints).toMatchObject([
			{ message: expect.stringContaining('2 of 2 in doubt,') as string },
		]);
	});

	it('is not made again when its copy would come too late to be told', async () => {
		const operation = {
			...letter,
			retry: { policy: 'dedupe' as const, windowSeconds: 10 },
		};
		const { calls } = await run(operation, [item], always({ ...lost, takes: 3_000 }), {
			continues,
		});
		expect(calls).toHaveLength(2);
	});

	it('stays in doubt though its repeat is refused', async () => {
		const outcome = await run(letter, [item], inTurn(lost, refused(codes.permanent)), {
			continues,
		});
		expect(failures(outcome)[0]).toMatchObject({
			ErrorCode: codes.permanent,
			mayHaveBeenSent: true,
			advice: expect.stringContaining('It may have been carried out all the same.') as string,
		});
	});

	it('is not in doubt any more once its repeat is answered', async () => {
		const { hints } = await run(letter, [item, item], inTurn(lost));
		expect(hints).toMatchObject([
			{ message: expect.stringMatching(/^2 of 2 sent, 1 retry, /) as string },
		]);
	});
});

describe('a repeat that is refused because the work is done', () => {
	const operation = { ...visit, retry: label.retry, alreadyDoneCodes: [777] };
	const doneAlready: Reaction = { answer: { ErrorCode: 777, ErrorInfo: 'exists', Key: 'old' } };

	it('is a success', async () => {
		const { output, hints } = await run(operation, [item, item], inTurn(lost, doneAlready));
		expect(output.map(({ json }) => json)).toEqual([{ key: '' }, { key: 'key 2' }]);
		expect(hints).toMatchObject([{ message: expect.stringMatching(/^2 of 2 sent, 1/) }]);
	});

	it('leaves the item in doubt, once, when its response cannot be read', async () => {
		const unreadable: SingleCall = {
			...operation,
			interpret: ({ ErrorCode }) => {
				if (ErrorCode === 777) throw new Error('planted');
				return { done: true, output: {} };
			},
		};
		const outcome = await run(unreadable, [item, item], inTurn(lost, doneAlready), { continues });
		expect(failures(outcome)).toEqual([
			expect.objectContaining({
				message: 'The run broke off while this item was under way',
				mayHaveBeenSent: true,
			}),
			undefined,
		]);
		expect(outcome.hints[0]?.message).toMatch(/^1 of 2 sent, 1 in doubt, 1 retry,/);
	});

	it('is a failure when no attempt was in doubt before it', async () => {
		const outcome = await run(operation, [item], inTurn(refused(codes.frequency), doneAlready), {
			continues,
		});
		expect(failures(outcome)[0]).toMatchObject({ ErrorCode: 777, mayHaveBeenSent: false });
	});

	it.each([
		['another code', { ...operation, alreadyDoneCodes: [778] }],
		['an operation that knows of no such code', { ...operation, alreadyDoneCodes: undefined }],
	])('is a failure with %s', async (_, other) => {
		const outcome = await run(other, [item], inTurn(lost, doneAlready), { continues });
		expect(failures(outcome)[0]).toMatchObject({ ErrorCode: 777, mayHaveBeenSent: true });
	});
});

describe('a call that certainly had no effect', () => {
	it.each([
		['because it came too often', refused(codes.frequency)],
		['because nothing was reached', unreachable],
	])('%s is made again, whatever it does', async (_, reaction) => {
		const { calls, output, hints } = await run(visit, [item, item], inTurn(reaction));
		expect(calls).toHaveLength(3);
		expect(output).toHaveLength(2);
		expect(hints).toMatchObject([{ message: expect.stringContaining('1 retry') }]);
	});

	it('is certainly not sent when it is given up', async () => {
		const outcome = await run(visit, [item], always(unreachable), {
			continues,
			options: { maxRetries: 1 },
		});
		expect(outcome.calls).toHaveLength(2);
		expect(failures(outcome)[0]?.mayHaveBeenSent).toBe(false);
	});

	it.each([codes.permanent, codes.unexplained, codes.credential])(
		'and is refused for good (%i) is not made again',
		async (code) => {
			const outcome = await run(letter, [item], always(refused(code)), { continues });
			expect(outcome.calls).toHaveLength(1);
			expect(failures(outcome)[0]).toMatchObject({ ErrorCode: code, mayHaveBeenSent: false });
		},
	);
});

describe('a server that asks to be left alone', () => {
	const oneByOne = { maxConcurrency: 1 };
	const starts = ({ calls }: Outcome) => calls.map(({ at }) => at);

	it('is left alone for so long, by the calls of all items', async () => {
		const outcome = await run(visit, people(3), inTurn(tooMany(5)), { options: oneByOne });
		const [, ...later] = starts(outcome);
		expect(later).toHaveLength(3);
		expect(Math.min(...later)).toBeGreaterThanOrEqual(5_000);
		expect(Math.min(...later)).toBeLessThan(7_000);
	});

	it('for longer than anybody would wait fails the item; the others wait a minute', async () => {
		const outcome = await run(visit, people(2), inTurn(tooMany(600)), {
			continues,
			options: oneByOne,
		});
		expect(failures(outcome).map((failure) => failure?.httpStatus)).toEqual([429, undefined]);
		expect(starts(outcome)[1]).toBeGreaterThanOrEqual(60_000);
		expect(starts(outcome)[1]).toBeLessThan(61_000);
	});
});

describe('a refused signature', () => {
	const expired = { ...refused(codes.signature), takes: 2_000 };

	it('is made anew, once', async () => {
		const { calls, output } = await run(visit, [item], inTurn(expired));
		expect(calls).toHaveLength(2);
		expect(calls[1]?.signature).not.toBe(calls[0]?.signature);
		expect(output).toHaveLength(1);
	});

	it('twice fails the item, which was certainly not sent', async () => {
		const outcome = await run(visit, [item], always(expired), { continues });
		expect(outcome.calls).toHaveLength(2);
		expect(failures(outcome)[0]).toMatchObject({ ErrorCode: 70001, mayHaveBeenSent: false });
	});

	it('is the only thing that a signature is made anew for', async () => {
		const { calls } = await run(visit, [item], inTurn({ ...unreachable, takes: 2_000 }));
		expect(calls[1]?.signature).toBe(calls[0]?.signature);
	});
});

describe('a locked app', () => {
	const locked = refused(codes.lockedOut);

	it('is left alone for a minute, by every call', async () => {
		const { calls, output } = await run(letter, people(8), inTurn(locked));
		expect(output).toHaveLength(8);
		const late = calls.filter(({ at }) => at > 200);
		expect(late.length).toBeGreaterThan(5);
		expect(Math.min(...late.map(({ at }) => at))).toBeGreaterThan(60_000);
	});

	it('that is still locked after that fails the item', async () => {
		const outcome = await run(letter, [item], always(locked), { continues });
		expect(outcome.calls).toHaveLength(2);
		expect(outcome.took).toBeGreaterThan(60_000);
		expect(outcome.took).toBeLessThan(63_000);
		expect(failures(outcome)[0]).toMatchObject({ ErrorCode: 70050, mayHaveBeenSent: false });
	});

	it('is left alone again when it is locked once more later', async () => {
		const [two, three] = [fine(), locked];
		const { output, calls, took } = await run(
			letter,
			[item, item],
			inTurn(locked, two, three, fine()),
		);
		expect(output).toHaveLength(2);
		expect(calls).toHaveLength(4);
		expect(took).toBeGreaterThan(120_000);
	});

	it('is given its minute however long other trouble lasted before', async () => {
		const late = { takes: 70_000 };
		const server = inTurn({ ...unreachable, ...late }, { ...refused(codes.lockedOut), ...late });
		const { output, calls } = await run(letter, [item], server, { options: { timeout: 100_000 } });
		expect(calls).toHaveLength(3);
		expect(output).toHaveLength(1);
	});

	it('is given its minute from the first refusal on, by calls that learn of it later', async () => {
		const server: Server = ({ number }) =>
			number > 1 ? fine() : { ...locked, takes: number === 0 ? 10 : 1_000 };
		const { output, took } = await run(letter, people(2), server);
		expect(output).toHaveLength(2);
		expect(took).toBeLessThan(64_000);
	});
});

describe('the numbers of a message', () => {
	const numbersOf = ({ Random, Seq }: { Random?: unknown; Seq?: unknown }) => [Random, Seq];
	const keyed = { deduplicationKey: 'order 7' };

	describe('that the user gave, where the server tells copies by them alone', () => {
		const blind: SingleCall = {
			...letter,
			request: (fields) => ({
				To: fields.id('to', 'To'),
				Text: fields.text('text', 'Text'),
				Random: 7,
				Seq: 5,
			}),
			dedupeFields: {
				...letter.dedupeFields!,
				contentBlind: { places: ({ To }) => [String(To)], windowSeconds: 600 },
			},
		};
		const two = [item, { ...item, text: 'bye' }];

		it.each([
			['are refused for a second message', fine(), 1],
			['are free again when the first was refused', refused(codes.permanent), 2],
			['are not free when the first may have been sent', lost, 1],
		])('%s', async (_what, reaction, count) => {
			const { calls } = await run(blind, two, inTurn(reaction), {
				continues,
				options: { maxRetries: 0 },
			});
			expect(calls).toHaveLength(count);
		});

		it('stand in the way of no repeat of their own message', async () => {
			expect((await run(blind, [item], inTurn(lost, fine()))).calls).toHaveLength(2);
		});

		it.each([
			['app', {}, blind],
			['API', undefined, { ...blind, path: 'post/card' }],
		])('are free for another %s', async (_what, other, operation) => {
			const credential = newCredential();
			await run(blind, [two[0]!], undefined, { credential });
			const second = await run(operation, [two[1]!], undefined, {
				credential: other ? newCredential() : credential,
			});
			expect(second.calls).toHaveLength(1);
		});
	});

	it('are new for each item, and grow in the order of the items', async () => {
		const { calls } = await run(letter, [item, item, item]);
		const sequence = calls.map(({ body }) => Number(body.Seq));
		expect(sequence).toEqual([...sequence].sort((a, b) => a - b));
		expect(new Set(sequence).size).toBe(3);
		expect(new Set(calls.map(({ body }) => body.Random)).size).toBe(3);
	});

	it('are the same in every execution with the same "Deduplication Key"', async () => {
		const first = await run(letter, [item], undefined, { options: keyed });
		const second = await run(letter, [item], undefined, { options: keyed });
		expect(second.calls[0]?.text).toBe(first.calls[0]?.text);
	});

	it.each([
		['another text', { ...item, text: 'bye' }],
		['another person', { ...item, to: 'b' }],
		['another key', { ...item, options: { deduplicationKey: 'order 8' } }],
		['other extra fields', { ...item, options: { extraBody: '{ "Loud": true }' } }],
	])('are others for %s', async (_, other) => {
		const { calls } = await run(letter, [item, other], undefined, { options: keyed });
		expect(numbersOf(calls[1]!.body)).not.toEqual(numbersOf(calls[0]!.body));
	});
});

describe('the pace', () => {
	const told = (name: 'failed' | 'refused' | 'succeeded' | 'holdFor') =>
		jest.spyOn(RateLimiter.prototype, name);
	const once = { continues, options: { maxRetries: 0 } };

	it.each([
		['lost', lost],
		['unreachable', unreachable],
		['in trouble', refused(codes.transient)],
	])('pauses when call after call is %s', async (_, reaction) => {
		const { took } = await run(letter, people(40), always(reaction), once);
		expect(took).toBeGreaterThan(1_000);
	});

	it.each([codes.permanent, codes.unexplained])(
		'goes on when items are refused for what they are (%i)',
		async (code) => {
			const { took } = await run(letter, people(40), always(refused(code)), once);
			expect(took).toBeLessThan(1_000);
		},
	);

	it('learns how long calls take, from those that are refused too', async () => {
		const succeeded = told('succeeded');
		const server = inTurn(
			{ ...fine(), takes: 30 },
			{ ...refused(codes.permanent), takes: 40 },
			{ ...lost, takes: 60 },
			{ ...refused(codes.frequency), takes: 70 },
			{ ...fine(), takes: 50 },
		);
		await run(letter, [item, item, item], server, { continues });
		expect(succeeded.mock.calls).toEqual([[30], [40], [50]]);
	});

	it('slows down once for each refusal for asking too often', async () => {
		const [slowed, failed] = [told('refused'), told('failed')];
		await run(letter, [item], inTurn(refused(codes.frequency), refused(codes.frequency)));
		expect(slowed).toHaveBeenCalledTimes(2);
		expect(failed).not.toHaveBeenCalled();
	});
});

describe('sign-ins that are refused', () => {
	const wrongKey = refused(codes.credential);

	it('fail all items after three calls', async () => {
		const outcome = await run(letter, people(50), always(wrongKey), { continues });
		expect(outcome.calls).toHaveLength(3);
		expect(failures(outcome)).toHaveLength(50);
		for (const failure of failures(outcome)) {
			expect(failure).toMatchObject({ ErrorCode: 70009, mayHaveBeenSent: false });
		}
	});

	it('leave the parameters of the other items unread', async () => {
		const { reads } = await run(letter, people(50), always(wrongKey), { continues });
		expect(reads.text).toBeLessThan(10);
	});

	it('fail those too that wait for a repeat', async () => {
		const server: Server = ({ number }) => (number === 0 ? refused(codes.frequency) : wrongKey);
		const outcome = await run(letter, people(10), server, { continues });
		expect(outcome.calls.filter(({ body }) => body.To === 'p0')).toHaveLength(1);
		expect(failures(outcome).map((failure) => failure?.ErrorCode)).toEqual(
			people(10).map(() => 70009),
		);
	});

	it('leave those in doubt that may have been sent before', async () => {
		const server: Server = ({ number }) => (number === 0 ? lost : wrongKey);
		const outcome = await run(letter, people(10), server, { continues });
		expect(failures(outcome).map((failure) => failure?.mayHaveBeenSent)).toEqual(
			people(10).map((_, index) => index === 0),
		);
	});

	it.each([
		['signature', refused(codes.signature), 6],
		['lock-out', refused(codes.lockedOut), 6],
	])('because of the %s end the run too', async (_, reaction, calls) => {
		const outcome = await run(letter, people(50), always(reaction), { continues });
		expect(outcome.calls).toHaveLength(calls);
		expect(failures(outcome).every(Boolean)).toBe(true);
	});

	it('do not count when others are taken between them', async () => {
		const server: Server = ({ number }) => (number % 3 === 2 ? fine() : wrongKey);
		const { calls } = await run(letter, people(30), server, {
			continues,
			options: { maxConcurrency: 1 },
		});
		expect(calls).toHaveLength(30);
	});

	it('are not what other refusals count as', async () => {
		const { calls } = await run(letter, people(30), always(refused(codes.permanent)), {
			continues,
		});
		expect(calls).toHaveLength(30);
	});
});

describe('the sign-in of an app', () => {
	/** The most calls at once of many that take long. */
	async function peakOf(credential: ReturnType<typeof newCredential>) {
		const slow = always({ ...fine(), takes: 1_000 });
		const { calls } = await run(letter, people(20), slow, { credential });
		return calls.filter(({ at }) => at - calls[0]!.at < 1_000).length;
	}

	it('is tried by three calls, and by many once Tencent has taken it', async () => {
		const credential = newCredential();
		expect(await peakOf(credential)).toBe(3);
		expect(await peakOf(credential)).toBe(20);
	});

	it('is taken when a call is refused for what it says', async () => {
		const credential = newCredential();
		await run(letter, [item], always(refused(codes.permanent)), { credential, continues });
		expect(await peakOf(credential)).toBe(20);
	});

	it.each([
		['the network breaks', lost, 0],
		['the sign-in is locked', refused(codes.lockedOut), 2],
	])('is not taken when %s', async (_, reaction, maxRetries) => {
		const credential = newCredential();
		await run(letter, [item], always(reaction), {
			credential,
			continues,
			options: { maxRetries },
		});
		expect(await peakOf(credential)).toBe(3);
	});

	it('is tried by few again after it was refused', async () => {
		const credential = newCredential();
		await peakOf(credential);
		await run(letter, [item], always(refused(codes.credential)), { credential, continues });
		expect(await peakOf(credential)).toBe(3);
	});
});
