import { get, type IncomingMessage } from 'node:http';
import { sendmsg } from '../harness/commands';
import { testbeds, directMessage, type SimulatorTestbed } from '../harness/simulatorTestbed';

const open = testbeds();

/** What a stream of server-sent events brought so far. */
class Stream {
	text = '';
	ended = false;
	private wake: () => void = () => undefined;

	private constructor(readonly response: IncomingMessage) {
		response.setEncoding('utf8');
		response.on('data', (chunk: string) => {
			this.text += chunk;
			this.wake();
		});
		for (const event of ['end', 'error', 'close']) {
			response.on(event, () => {
				this.ended = true;
				this.wake();
			});
		}
	}

	static async open(testbed: SimulatorTestbed): Promise<Stream> {
		const response = await new Promise<IncomingMessage>((resolve, reject) => {
			get(`${testbed.simulator.url}/api/events`, resolve).on('error', reject);
		});
		return new Stream(response);
	}

	get revisions(): number[] {
		return [...this.text.matchAll(/^event: change\ndata: \{"revision":(\d+)\}\n\n/gm)].map(
			(match) => Number(match[1]),
		);
	}

	/** Waits until the condition holds; the test's own time limit ends a vain wait. */
	async until(condition: () => boolean): Promise<void> {
		while (!condition()) await new Promise<void>((resolve) => (this.wake = resolve));
	}
}

describe('the stream of changes', () => {
	it('tells the revision at the start and after each change', async () => {
		const testbed = await open();
		const stream = await Stream.open(testbed);
		await stream.until(() => stream.revisions.length === 1);
		expect(stream.response.headers['content-type']).toContain('text/event-stream');

		await testbed.call(sendmsg, directMessage());
		await stream.until(() => stream.revisions.length === 2);
		await testbed.simulator.customer.presence({ account: 'alice', online: false });
		await stream.until(() => stream.revisions.length === 3);
		testbed.simulator.reset();
		await stream.until(() => stream.revisions.length === 4);

		const [first = 0] = stream.revisions;
		expect(stream.revisions).toEqual([first, first + 1, first + 2, first + 3]);
		stream.response.destroy();
	});

	it('is silent about calls that were refused', async () => {
		const testbed = await open();
		const stream = await Stream.open(testbed);
		await testbed.call(sendmsg, directMessage({ To_Account: 'nobody' }));
		await testbed.simulator.customer.write({ from: 'bob', to: 'nobody', text: 'hi' });

		await testbed.call(sendmsg, directMessage());
		await stream.until(() => stream.revisions.length === 2);

		const [first = 0, second] = stream.revisions;
		expect(second).toBe(first + 1);
		stream.response.destroy();
	});

	it('puts what happens in a burst together, and ends with the newest revision', async () => {
		const testbed = await open();
		const stream = await Stream.open(testbed);
		await stream.until(() => stream.revisions.length === 1);
		const [first = 0] = stream.revisions;
		const began = Date.now();

		for (let count = 0; count < 200; count += 1) {
			await testbed.simulator.customer.write({ from: 'bob', to: 'alice', text: `${count}` });
		}
		await stream.until(() => stream.revisions.at(-1) === first + 200);

		const tenths = Math.ceil((Date.now() - began) / 100);
		expect(stream.revisions.length).toBeLessThanOrEqual(tenths + 2);
		stream.response.destroy();
	});

	it.each<[string, (testbed: SimulatorTestbed) => Promise<void>]>([
		['closes', async (testbed) => await testbed.close()],
		['goes down', async (testbed) => await testbed.simulator.goDown()],
	])('ends when the simulator %s', async (_name, stop) => {
		const testbed = await open();
		const stream = await Stream.open(testbed);

		await stop(testbed);

		await stream.until(() => stream.ended);
		expect(stream.ended).toBe(true);
	});
});
