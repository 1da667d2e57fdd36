import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { allUsers, failureIn, onErrorBranch, pairs, testbeds } from '../../harness/engineTestbed';

const open = testbeds();

const channel = '@TOA#_news';
const account = (operation: string, more: INodeParameters = {}): INodeParameters => ({
	resource: 'officialAccount',
	operation,
	officialAccount: channel,
	options: {},
	...more,
});
const service = (command: string) => `official_account_open_http_svc/${command}`;
const jsons = (list: Array<{ json: IDataObject }>) => list.map(({ json }) => json);

async function stage(options: INodeParameters = {}) {
	const testbed = await open();
	const made = { name: 'News', owner: 'alice', options: { ownAccountId: channel, ...options } };
	expect((await testbed.run(account('create', made), [{}])).error).toBeUndefined();
	return testbed;
}

describe('an official account', () => {
	it('gets its subscribers in one call, and says who was not subscribed', async () => {
		const testbed = await stage();

		const { output, errorOutput } = await testbed.run(
			account('addSubscriber', { userId: '={{ $json.user }}' }),
			[{ user: 'bob' }, { user: 'nobody' }, { user: 'carol' }],
			onErrorBranch,
		);

		expect(pairs(output)).toEqual([0, 2]);
		expect(pairs(errorOutput)).toEqual([1]);
		expect(failureIn(errorOutput[0]!).message).toContain("'nobody' was not subscribed");
		expect(testbed.calls(service('add_subscriber'))).toHaveLength(1);
	});

	it('lists all of its subscribers, over several pages', async () => {
		const testbed = await stage();
		const { subscribers } = testbed.simulator.world().officialAccounts.get(channel)!;
		for (let n = 0; n < 450; n += 1) {
			subscribers.set(`s${n}`, { subscribeTime: 1_700_000_000, customString: '' });
		}

		const { output } = await testbed.run(account('getSubscribers', { returnAll: true }), [{}]);

		expect(jsons(output).map(({ Subscriber_Account }) => Subscriber_Account)).toEqual([
			...subscribers.keys(),
		]);
		expect(testbed.calls(service('get_subscriber_info'))).toHaveLength(3);
	});

	it('sends twice an hour, and the third time says why not', async () => {
		const testbed = await stage();

		const { output, errorOutput } = await testbed.run(
			account('sendMessage', { text: '={{ $json.text }}', delivery: { maxRetries: 0 } }),
			['one', 'two', 'three'].map((text) => ({ text })),
			onErrorBranch,
		);

		expect(pairs(output)).toEqual([0, 1]);
		expect(failureIn(errorOutput[0]!)).toMatchObject({ ErrorCode: 10023 });
	});

	it('takes back one message of several; one that it never sent fails alone', async () => {
		const testbed = await stage();
		const { output: sent } = await testbed.run(account('sendMessage', { text: 'Hello' }), [{}]);
		const { MsgKey } = sent[0]!.json;

		const { output, errorOutput } = await testbed.run(
			account('recallMessage', { msgKey: '={{ $json.key }}' }),
			[{ key: MsgKey }, { key: 'other' }],
			onErrorBranch,
		);

		expect(pairs(output)).toEqual([0]);
		expect(pairs(errorOutput)).toEqual([1]);
	});

	it('does not send what is not stored to a place in the list', async () => {
		const testbed = await stage();

		const { errorOutput } = await testbed.run(
			account('sendMessage', {
				text: 'Hello',
				options: { onlineOnly: true, sendMsgControl: ['NoLastMsg'] },
			}),
			[{}],
			onErrorBranch,
		);

		expect(failureIn(errorOutput[0]!).message).toContain("'Online Only'");
		expect(testbed.calls(service('send_official_account_msg'))).toEqual([]);
	});

	it('has room for so many: who comes later fails alone', async () => {
		const testbed = await stage({ maxSubscribers: 2 });

		const { output, errorOutput } = await testbed.run(
			account('addSubscriber', { userId: '={{ $json.user }}' }),
			allUsers.slice(0, 3).map((user) => ({ user })),
			onErrorBranch,
		);

		expect(output).toHaveLength(2);
		expect(errorOutput).toHaveLength(1);
	});
});
