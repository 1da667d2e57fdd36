import type { Simulator } from '../../simulator';
import { judge, viewsOf } from '../harness/arrivals';
import { until } from '../harness/eventually';
import { messagesOf } from '../harness/messages';
import { sendAll, startBadNetwork } from './support';

const parameters = {
	resource: 'directMessage',
	operation: 'send',
	toAccount: '={{ $json.to }}',
	text: '={{ $json.text }}',
	options: { requestsPerSecond: 200 },
};
/** Milliseconds. */
const outage = 10_000;
const messages = 1_000;

describe('when the server is gone for a while in the middle of a run', () => {
	let simulator: Simulator;
	beforeEach(async () => {
		simulator = await startBadNetwork(1, 200);
		simulator.behaviour.faults = [];
	});
	afterEach(async () => await simulator.close());

	const outages: Array<[name: string, begin: () => Promise<void> | void]> = [
		[
			'because nothing listens',
			async () => {
				await simulator.goDown();
				setTimeout(() => void simulator.comeBack(), outage);
			},
		],
		[
			'because connections are dropped',
			() => {
				simulator.behaviour.refuseUntil = Date.now() + outage;
			},
		],
		[
			'because everything is asked too often',
			() => {
				simulator.behaviour.faults = [
					{ probability: 1, fault: { kind: 'errorCode', code: 60007 } },
				];
				setTimeout(() => (simulator.behaviour.faults = []), outage);
			},
		],
	];

	it.each(outages)('%s, nothing is lost, doubled or swapped', async (_name, begin) => {
		const list = messagesOf('Message', messages, 200);
		const running = sendAll(simulator, parameters, list);
		await until('a third of the calls', () => simulator.requests.length >= messages / 3);
		await begin();
		const run = await running;
		const verdict = judge(list, run, viewsOf(simulator.conversations(), 'c2c'));
		expect(verdict).toEqual({ problems: [], delivered: messages, failed: 0, inDoubt: 0 });
	});
});

// It measures speed: one file of this folder runs at a time.
it('two executions at the same time share one pace', async () => {
	const simulator = await startBadNetwork(1, 200);
	simulator.behaviour.faults = [];
	// Enough for one pace, also on a busy machine, and not for two.
	simulator.behaviour.rateLimit = 150;
	simulator.behaviour.rateCounting = 'slidingSecond';
	const modest = { ...parameters, options: { requestsPerSecond: 100 } };
	const first = messagesOf('Message', 400, 100);
	const second = messagesOf('Message', 400, 100).map((message) => ({
		...message,
		to: `customer-${100 + (message.number % 100)}`,
	}));
	const runs = await Promise.all([first, second].map((list) => sendAll(simulator, modest, list)));
	const { rateLimited, received } = simulator.stats().paths['openim/sendmsg']!;
	await simulator.close();
	expect(runs.map((run) => run.output.length)).toEqual([400, 400]);
	expect(rateLimited / received).toBeLessThan(0.02);
});
