import type { BatchCall, Body } from '../../../../nodes/TencentChatDesk/contract';
import { pairs } from '../../../harness/pairedItems';
import { newCredential, run, type Outcome } from '../support/run';
import { letter } from '../support/operations';
import { fine, type Server } from '../support/server';

/** Letters, dealt out to so many people like cards. */
const letters = (count: number, people: number) =>
	Array.from({ length: count }, (_, index) => ({
		to: `p${index % people}`,
		text: `${index}`,
	}));

const uneven: Server = ({ number }) => ({ ...fine(), takes: 5 + ((number * 37) % 50) });
const slow: Server = () => ({ ...fine(), takes: 1_000 });

/** The texts that went to a person, in the order of the calls. */
const sentTo = ({ calls }: Outcome, person: string) =>
	calls.filter(({ body }) => body.To === person).map(({ body }) => body.Text);

/** Milliseconds between the starts of calls that follow each other. */
const gaps = (calls: Outcome['calls']) =>
	calls.slice(1).map(({ at }, index) => at - calls[index]!.at);

/** An app whose signature Tencent has taken. */
async function provenCredential() {
	const credential = newCredential();
	await run(letter, letters(1, 1), undefined, { credential });
	return credential;
}

describe('messages', () => {
	it('reach each person in the order of the items, one after another', async () => {
		const outcome = await run(letter, letters(12, 3), uneven);
		expect(sentTo(outcome, 'p1')).toEqual(['1', '4', '7', '10']);
		for (const person of ['p0', 'p1', 'p2']) {
			const calls = outcome.calls.filter(({ body }) => body.To === person);
			for (const [index, call] of calls.slice(1).entries()) {
				expect(call.at).toBeGreaterThanOrEqual(calls[index]!.endedAt!);
			}
		}
		expect(outcome.peak).toBe(3);
	});

	it('come out in the order of the items, each with its item, however long they take', async () => {
		const server: Server = ({ body }) => ({
			...fine({ Key: `for ${String(body.Text)}` }),
			takes: 500 - Number(body.Text) * 30,
		});
		const { output } = await run(letter, letters(12, 12), server);
		expect(output).toEqual(
			letters(12, 12).map(({ text }, item) => ({
				json: { key: `for ${text}` },
				pairedItem: { item },
			})),
		);
	});

	it('go side by side without "Keep Order"', async () => {
		const { peak, output } = await run(letter, letters(6, 1), slow, {
			options: { keepOrder: false },
		});
		expect(peak).toBeGreaterThan(1);
		expect(pairs(output)).toEqual([0, 1, 2, 3, 4, 5]);
	});

	it('belong to the conversation that the extra fields say', async () => {
		const items = letters(3, 1).map((item) => ({
			...item,
			options: { extraBody: `{ "To": "other ${item.text}" }` },
		}));
		const { peak, calls } = await run(letter, items, slow);
		expect(peak).toBe(3);
		expect(calls.map(({ body }) => body.To)).toEqual(['other 0', 'other 1', 'other 2']);
	});

	it('of which one conversation may get few are spread over the time', async () => {
		const targetLimit = { perSecond: 2, target: ({ To }: Body) => String(To) };
		const { calls } = await run({ ...letter, targetLimit }, letters(6, 2));
		for (const person of ['p0', 'p1']) {
			const own = calls.filter(({ body }) => body.To === person);
			expect(Math.min(...gaps(own))).toBeGreaterThanOrEqual(500);
			expect(Math.max(...gaps(own))).toBeLessThan(550);
		}
	});

	it.each([true, false])(
		'get no more from two executions at once, with "Keep Order" %s',
		async (keepOrder) => {
			const credential = await provenCredential();
			const targetLimit = { perSecond: 20, target: () => 'one group' };
			const limited = { ...letter, targetLimit };
			const setup = { credential, options: { keepOrder } };
			const runs = [0, 1, 2].map(() => run(limited, letters(30, 3), undefined, setup));
			const calls = (await Promise.all(runs)).flatMap((outcome) => outcome.calls);
			const starts = calls.map(({ at }) => at).sort((a, b) => a - b);
			expect(starts).toHaveLength(90);
			expect(Math.min(...starts.slice(1).map((at, index) => at - starts[index]!))).toBeGreaterThan(
				49,
			);
		},
	);

	const withKeys = (count: number, people: number) =>
		letters(count, people).map((item) => ({
			...item,
			options: { deduplicationKey: item.text },
		}));

	it('with keys of the user share no second where their numbers would turn the order round', async () => {
		const items = withKeys(12, 2);
		const outcome = await run(letter, items);
		for (const person of ['p0', 'p1']) {
			const own = outcome.calls.filter(({ body }) => body.To === person);
			expect(sentTo(outcome, person)).toEqual(
				items.filter(({ to }) => to === person).map(({ text }) => text),
			);
			for (const [index, call] of own.slice(1).entries()) {
				const before = own[index]!;
				const isLater = call.at - before.endedAt! >= 999;
				expect(isLater || Number(call.body.Seq) > Number(before.body.Seq)).toBe(true);
			}
		}
	});

	it('with keys of the user hold up nobody else', async () => {
		const { took } = await run(letter, withKeys(200, 200));
		expect(took).toBeLessThan(1_000);
	});

	it('with keys of the user, many to a call, wait for those only that they share a reader with', async () => {
		const { interpret: _interpret, ...call } = letter;
		const toMany: BatchCall = {
			...call,
			shape: 'batch',
			request: (fields) => ({ To: [fields.id('to', 'To')], Text: fields.text('text', 'Text') }),
			orderingKey: () => 'all in turn',
			batch: {
				maxSize: 10,
				key: ({ Text }) => String(Text),
				about: ({ To }) => To as string[],
				merge: (bodies) => ({ ...bodies[0], To: bodies.flatMap(({ To }) => To as string[]) }),
				interpret: (_answer, bodies) => bodies.map(() => ({ done: true, output: {} })),
			},
		};
		const apart = await run(toMany, withKeys(40, 40));
		expect(apart.took).toBeLessThan(1_000);
		const { calls } = await run(toMany, withKeys(40, 4));
		for (const [index, call] of calls.entries()) {
			const before = calls
				.slice(0, index)
				.findLast(({ body }) => (body.To as string[])[0] === (call.body.To as string[])[0]);
			const isLater = !before || call.at - before.endedAt! >= 999;
			expect(isLater || Number(call.body.Seq) > Number(before.body.Seq)).toBe(true);
		}
	});

	it('follow each other at once where nothing holds them back', async () => {
		const { took } = await run(letter, letters(10, 1));
		expect(took).toBeLessThan(200);
	});

	it('name the app, where the command wants that in the body', async () => {
		const credential = newCredential();
		const { calls } = await run({ ...letter, appIdField: 'App' }, letters(1, 1), undefined, {
			credential,
		});
		expect(calls[0]!.body).toMatchObject({ App: credential.sdkAppId, Text: '0' });
	});

	it('go to the path that their item names', async () => {
		const toStreet = {
			...letter,
			path: (fields: { text(name: string, label: string): string }) =>
				`post/${fields.text('street', 'Street')}`,
		};
		const items = letters(2, 2).map((item, index) => ({ ...item, street: `street${index}` }));
		const { calls } = await run(toStreet, items);
		expect(calls.map(({ path }) => path)).toEqual(['post/street0', 'post/street1']);
	});
});

describe('"Max Concurrency"', () => {
	it('is that of the item with the lowest one, for all that come after it', async () => {
		const [first, ...others] = letters(20, 20);
		const limited = { ...first!, options: { maxConcurrency: 2 } };
		const credential = await provenCredential();
		const { peak } = await run(letter, [limited, ...others], slow, { credential });
		expect(peak).toBe(2);
	});

	it('is no more than the pace needs, so that no flood comes after a hitch', async () => {
		const credential = await provenCredential();
		const { calls } = await run(letter, letters(40, 40), slow, {
			credential,
			options: { requestsPerSecond: 20 },
		});
		// Until the first of them is answered, calls are known to take a hundredth of a second.
		const atFirst = calls.filter(({ at }) => at < 1_000).length;
		expect(atFirst).toBeGreaterThan(3);
		expect(atFirst).toBeLessThan(8);
	});
});

describe('"Requests per Second"', () => {
	const requesting = (...rates: number[]) =>
		letters(rates.length, rates.length).map((item, index) => ({
			...item,
			options: { requestsPerSecond: rates[index] },
		}));

	it.each([
		['the first', [10, 1000, 1000, 1000, 1000, 1000]],
		['another', [10, 500, 1000, 500, 1000, 500]],
	])('is the lowest of all items, though only %s asks for it', async (_, rates) => {
		const { calls } = await run(letter, requesting(...rates));
		expect(Math.min(...gaps(calls))).toBeGreaterThanOrEqual(100);
	});

	it('becomes lower with the item that asks for less', async () => {
		const { calls } = await run(letter, requesting(1000, 1000, 10, 1000, 1000));
		const [first, , third, fourth] = gaps(calls);
		expect(first).toBeLessThan(20);
		expect(third).toBeGreaterThanOrEqual(100);
		expect(fourth).toBeGreaterThanOrEqual(100);
	});

	it.each([
		['ended well', fine()],
		['failed', { answer: { ErrorCode: 80001 } }],
	])('of an execution that %s does not slow down the next one', async (_, reaction) => {
		const credential = newCredential();
		await run(letter, requesting(1, 1), () => reaction, { credential });
		const { took } = await run(letter, letters(20, 20), undefined, { credential });
		expect(took).toBeLessThan(3_000);
	});
});
