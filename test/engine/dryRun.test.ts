import { deskSend, sendmsg } from '../harness/commands';
import {
	operations,
	testbeds,
	desk,
	direct,
	failureIn,
	message,
	pairs,
	type OperationName,
} from '../harness/engineTestbed';

const open = testbeds();
const names = Object.keys(operations) as OperationName[];

interface DryRun {
	path: string;
	size: number;
	body: Record<string, unknown>;
}

describe.each(names)('a dry run of %s', (name) => {
	const { parameters, path, to: recipient } = operations[name];

	it('calls nothing, and gives back the body that would be sent and its size', async () => {
		const testbed = await open();
		const item = message(recipient, 'grüß dich 👋');

		const { output } = await testbed.run(parameters({ dryRun: true }), [item]);
		expect(testbed.simulator.stats().connections.total).toBe(0);

		await testbed.run(parameters(), [item]);
		const { path: called, size, body } = output[0]!.json as unknown as DryRun;
		expect(called).toBe(`v4/${path}`);
		const [real] = testbed.calls(path);
		const numbers = { MsgRandom: 0, MsgSeq: 0 };
		expect({ ...body, ...numbers }).toEqual({ ...(real!.body as object), ...numbers });
		// The numbers differ in length from one message to the next, nothing else does.
		expect(size).toBe(Buffer.byteLength(JSON.stringify(body)));
	});

	it('refuses bad input all the same', async () => {
		const testbed = await open();

		const { errorOutput, output } = await testbed.run(
			parameters({ dryRun: true }),
			[message(recipient, 'x'), { text: 'no recipient' }, message(recipient, 'y')],
			{ onError: 'continueErrorOutput' },
		);

		expect(pairs(output)).toEqual([0, 2]);
		expect(pairs(errorOutput)).toEqual([1]);
		expect(failureIn(errorOutput[0]!).message).toMatch(/is undefined$/);
		expect(testbed.simulator.stats().connections.total).toBe(0);
	});
});

describe('a dry run', () => {
	it('refuses a message that is too long', async () => {
		const testbed = await open();

		const { error } = await testbed.run(direct({ dryRun: true }), [
			message('u0', 'x'.repeat(13_000)),
		]);

		expect(error?.message).toContain('too long');
	});

	it('refuses a credential that cannot be used', async () => {
		const testbed = await open();

		const { error } = await testbed.run(direct({ dryRun: true }), [message('u0', 'x')], {
			credential: { secretKey: '' },
		});

		expect(error?.message).toBe("'Secret Key' is empty");
	});

	it('of one item leaves the others to be sent', async () => {
		const testbed = await open();

		await testbed.run(direct({ dryRun: '={{ $json.text === "dry" }}' }), [
			message('u0', 'dry'),
			message('u1', 'wet'),
		]);

		expect(testbed.shown()).toEqual(['wet']);
	});
});

describe('a deduplication key', () => {
	const sends = [
		['a direct message', direct, sendmsg],
		['a desk message', desk, deskSend],
	] as const;

	describe.each(sends)('on %s', (_name, parameters, path) => {
		const keyed = (key: string | number) => parameters({ deduplicationKey: key });

		it('shows the same message once, however often the workflow is run', async () => {
			const testbed = await open();
			const items = [message('u0', 'Your parcel is on its way')];

			await testbed.run(keyed('order-4711'), items);
			const { output } = await testbed.run(keyed('order-4711'), items);

			expect(testbed.shown('u0')).toEqual(['Your parcel is on its way']);
			expect(output).toHaveLength(1);
			expect(testbed.calls(path).map(({ duplicate }) => duplicate)).toEqual([false, true]);
		});

		it('does not keep back another content, another recipient or another key', async () => {
			const testbed = await open();

			await testbed.run(keyed('order-4711'), [message('u0', 'shipped')]);
			await testbed.run(keyed('order-4711'), [message('u0', 'delivered')]);
			await testbed.run(keyed('order-4711'), [message('u1', 'shipped')]);
			await testbed.run(keyed('order-4712'), [message('u0', 'shipped')]);

			expect(testbed.shown('u0')).toEqual(expect.arrayContaining(['shipped', 'delivered']));
			expect(testbed.shown('u0')).toHaveLength(3);
			expect(testbed.shown('u1')).toEqual(['shipped']);
		});

		it('may be a number, and may not be an expression that gives nothing', async () => {
			const testbed = await open();

			await testbed.run(keyed('={{ 4711 }}'), [message('u0', 'x')]);
			await testbed.run(keyed('4711'), [message('u0', 'x')]);
			const { error } = await testbed.run(keyed('={{ $json.order }}'), [message('u0', 'x')]);

			expect(testbed.shown('u0')).toEqual(['x']);
			expect(error?.message).toBe("'Deduplication Key' is undefined");
		});
	});

	const otherContent = async (parameters: typeof direct | typeof desk) => {
		const testbed = await open();
		const withText = (Text: string) =>
			parameters({
				deduplicationKey: 'order-4711',
				extraBody: JSON.stringify({ MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text } }] }),
			});

		await testbed.run(withText('shipped'), [message('u0', 'x')]);
		await testbed.run(withText('delivered'), [message('u0', 'x')]);

		expect([...testbed.shown('u0')].sort()).toEqual(['delivered', 'shipped']);
	};

	it('on a direct message does not keep back another content that came by extra fields', async () =>
		await otherContent(direct));

	it('on a desk message does not keep back another content that came by extra fields', async () =>
		await otherContent(desk));

	it('left out, the same message goes out twice', async () => {
		const testbed = await open();

		await testbed.run(direct(), [message('u0', 'x')]);
		await testbed.run(direct(), [message('u0', 'x')]);

		expect(testbed.shown('u0')).toEqual(['x', 'x']);
	});
});
