import {
	DESK_SEND,
	OPERATIONS,
	SENDMSG,
	benches,
	desk,
	direct,
	failureIn,
	message,
	pairs,
	type OperationName,
} from './support';

const open = benches();
const names = Object.keys(OPERATIONS) as OperationName[];

interface DryRun {
	path: string;
	size: number;
	body: Record<string, unknown>;
}

describe.each(names)('a dry run of %s', (name) => {
	const { parameters, path, to: recipient } = OPERATIONS[name];

	it('calls nothing, and gives back the body that would be sent and its size', async () => {
		const bench = await open();
		const item = message(recipient, 'grüß dich 👋');

		const { output } = await bench.run(parameters({ dryRun: true }), [item]);
		expect(bench.simulator.stats().connections.total).toBe(0);

		await bench.run(parameters(), [item]);
		const { path: called, size, body } = output[0]!.json as unknown as DryRun;
		expect(called).toBe(`v4/${path}`);
		const [real] = bench.calls(path);
		const numbers = { MsgRandom: 0, MsgSeq: 0 };
		expect({ ...body, ...numbers }).toEqual({ ...(real!.body as object), ...numbers });
		// The numbers differ in length from one message to the next, nothing else does.
		expect(size).toBe(Buffer.byteLength(JSON.stringify(body)));
	});

	it('refuses bad input all the same', async () => {
		const bench = await open();

		const { errorOutput, output } = await bench.run(
			parameters({ dryRun: true }),
			[message(recipient, 'x'), { text: 'no recipient' }, message(recipient, 'y')],
			{ onError: 'continueErrorOutput' },
		);

		expect(pairs(output)).toEqual([0, 2]);
		expect(pairs(errorOutput)).toEqual([1]);
		expect(failureIn(errorOutput[0]!).message).toMatch(/is undefined$/);
		expect(bench.simulator.stats().connections.total).toBe(0);
	});
});

describe('a dry run', () => {
	it('refuses a message that is too long', async () => {
		const bench = await open();

		const { error } = await bench.run(direct({ dryRun: true }), [
			message('u0', 'x'.repeat(13_000)),
		]);

		expect(error?.message).toContain('too long');
	});

	it('refuses a credential that cannot be used', async () => {
		const bench = await open();

		const { error } = await bench.run(direct({ dryRun: true }), [message('u0', 'x')], {
			credential: { secretKey: '' },
		});

		expect(error?.message).toBe("'Secret Key' is empty");
	});

	it('of one item leaves the others to be sent', async () => {
		const bench = await open();

		await bench.run(direct({ dryRun: '={{ $json.text === "dry" }}' }), [
			message('u0', 'dry'),
			message('u1', 'wet'),
		]);

		expect(bench.shown()).toEqual(['wet']);
	});
});

describe('a deduplication key', () => {
	const sends = [
		['a direct message', direct, SENDMSG],
		['a desk message', desk, DESK_SEND],
	] as const;

	describe.each(sends)('on %s', (_name, parameters, path) => {
		const keyed = (key: string | number) => parameters({ deduplicationKey: key });

		it('shows the same message once, however often the workflow is run', async () => {
			const bench = await open();
			const items = [message('u0', 'Your parcel is on its way')];

			await bench.run(keyed('order-4711'), items);
			const { output } = await bench.run(keyed('order-4711'), items);

			expect(bench.shown('u0')).toEqual(['Your parcel is on its way']);
			expect(output).toHaveLength(1);
			expect(bench.calls(path).map(({ duplicate }) => duplicate)).toEqual([false, true]);
		});

		it('does not keep back another content, another recipient or another key', async () => {
			const bench = await open();

			await bench.run(keyed('order-4711'), [message('u0', 'shipped')]);
			await bench.run(keyed('order-4711'), [message('u0', 'delivered')]);
			await bench.run(keyed('order-4711'), [message('u1', 'shipped')]);
			await bench.run(keyed('order-4712'), [message('u0', 'shipped')]);

			expect(bench.shown('u0')).toEqual(expect.arrayContaining(['shipped', 'delivered']));
			expect(bench.shown('u0')).toHaveLength(3);
			expect(bench.shown('u1')).toEqual(['shipped']);
		});

		it('may be a number, and may not be an expression that gives nothing', async () => {
			const bench = await open();

			await bench.run(keyed('={{ 4711 }}'), [message('u0', 'x')]);
			await bench.run(keyed('4711'), [message('u0', 'x')]);
			const { error } = await bench.run(keyed('={{ $json.order }}'), [message('u0', 'x')]);

			expect(bench.shown('u0')).toEqual(['x']);
			expect(error?.message).toBe("'Deduplication Key' is undefined");
		});
	});

	const otherContent = async (parameters: typeof direct | typeof desk) => {
		const bench = await open();
		const withText = (Text: string) =>
			parameters({
				deduplicationKey: 'order-4711',
				extraBody: JSON.stringify({ MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text } }] }),
			});

		await bench.run(withText('shipped'), [message('u0', 'x')]);
		await bench.run(withText('delivered'), [message('u0', 'x')]);

		expect([...bench.shown('u0')].sort()).toEqual(['delivered', 'shipped']);
	};

	it('on a direct message does not keep back another content that came by extra fields', async () =>
		await otherContent(direct));

	it('on a desk message does not keep back another content that came by extra fields', async () =>
		await otherContent(desk));

	it('left out, the same message goes out twice', async () => {
		const bench = await open();

		await bench.run(direct(), [message('u0', 'x')]);
		await bench.run(direct(), [message('u0', 'x')]);

		expect(bench.shown('u0')).toEqual(['x', 'x']);
	});
});
