import type { INodeParameters } from 'n8n-workflow';
import type { Simulator } from '../../simulator';
import { judge, viewsOf } from '../harness/arrivals';
import { messagesOf } from '../harness/messages';
import { sized } from '../support/size';
import { deliveryOptions, sendAll, startBadNetwork } from './support';

const customers = 500;
const messages = 5_000;
/** Enough where the volume is not what is tried. */
const fewer = 1_000;
/** Of so many messages one at least meets a fault that makes a copy. */
const messagesPerCopy = 50;
/** What a copy answers, and how many messages are sent. The last kind has to be looked up. */
const answers = [
	['sameResponse', sized(messages, fewer)],
	['freshResponse', sized(messages, fewer)],
	['okWithoutKey', sized(messages, fewer)],
	['error', messages],
] as const;
const account = '@customer_service_account';

const channels = [
	{
		name: 'direct messages',
		kind: 'c2c' as const,
		path: 'openim/sendmsg',
		history: 'openim/admin_getroammsg',
		parameters: {
			resource: 'directMessage',
			operation: 'send',
			toAccount: '={{ $json.to }}',
			text: '={{ $json.text }}',
			options: deliveryOptions,
		},
	},
	{
		name: 'desk messages',
		kind: 'desk' as const,
		path: 'desk_http_svc/send_msg',
		history: 'openim/admin_getroammsg',
		parameters: {
			resource: 'session',
			operation: 'sendMessage',
			sendTo: 'user',
			serviceAccount: account,
			userId: '={{ $json.to }}',
			text: '={{ $json.text }}',
			options: deliveryOptions,
		},
	},
	{
		name: 'group messages',
		kind: 'group' as const,
		path: 'group_open_http_svc/send_group_msg',
		history: 'group_open_http_svc/group_msg_get_simple',
		parameters: {
			resource: 'group',
			operation: 'sendMessage',
			groupId: '={{ $json.to }}',
			text: '={{ $json.text }}',
			options: deliveryOptions,
		},
	},
];

async function deliver(simulator: Simulator, channel: (typeof channels)[number], count: number) {
	const list = messagesOf('Message', count, customers);
	const run = await sendAll(simulator, channel.parameters as INodeParameters, list);
	const verdict = judge(list, run, viewsOf(simulator.conversations(), channel.kind));
	const { delivered, failed, inDoubt } = verdict;
	const verified = run.output.filter(({ json }) => json.verified === true).length;
	process.stderr.write(
		`${count} ${channel.name}: ${delivered} delivered, ${verified} of them looked up, ${failed} failed, ${inDoubt} in doubt\n`,
	);
	return verdict;
}

describe.each(channels)(
	`Thousands of $name to ${customers} customers over a bad network`,
	(channel) => {
		let simulator: Simulator;
		beforeEach(async () => {
			simulator = await startBadNetwork(20_251, customers);
		});
		afterEach(async () => await simulator.close());

		it.each(answers)(
			'each arrive exactly once and in order, and none is in doubt, when a copy answers: %s',
			async (duplicateResponse, count) => {
				simulator.behaviour.duplicateResponse = duplicateResponse;
				const verdict = await deliver(simulator, channel, count);
				expect(verdict.problems).toEqual([]);
				expect(verdict.inDoubt).toBe(0);
				expect(verdict.delivered + verdict.failed).toBe(count);
				expect(verdict.failed).toBeLessThanOrEqual(2);
				expect(simulator.stats().paths[channel.path]?.duplicates).toBeGreaterThan(
					count / messagesPerCopy,
				);
			},
		);

		it('are in doubt when nobody can look them up either', async () => {
			simulator.behaviour.duplicateResponse = 'error';
			const fault = { kind: 'errorCode', code: 90001 } as const;
			simulator.behaviour.faults.unshift({ probability: 1, path: channel.history, fault });
			const verdict = await deliver(simulator, channel, fewer);
			expect(verdict.problems).toEqual([]);
			expect(verdict.failed).toBe(verdict.inDoubt);
			expect(verdict.inDoubt).toBeGreaterThan(fewer / messagesPerCopy);
		});
	},
);

it('the server may count a random number of Desk for the whole app, and nothing is lost', async () => {
	const simulator = await startBadNetwork(3, customers);
	simulator.behaviour.deskDedupScope = 'app';
	const verdict = await deliver(simulator, channels[1]!, 2_000);
	await simulator.close();
	expect(verdict.problems).toEqual([]);
	expect(verdict.failed).toBeLessThanOrEqual(1);
});
