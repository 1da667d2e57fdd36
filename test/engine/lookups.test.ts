import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { failureIn, onErrorBranch, testbeds } from '../harness/engineTestbed';

const open = testbeds();
const once: INodeParameters = { maxRetries: 0 };

interface Case {
	path: string;
	parameters: INodeParameters;
	look: string;
	output: IDataObject;
}

const direct = { resource: 'directMessage', operation: 'send', toAccount: 'bob', text: 'once' };
const inGroup = { resource: 'group', operation: 'sendMessage', groupId: 'team', text: 'once' };
const byUser = {
	resource: 'session',
	operation: 'sendMessage',
	sendTo: 'user',
	serviceAccount: '@customer_service_account',
	userId: 'alice',
	text: 'once',
};
const create = { resource: 'group', operation: 'create', groupType: 'Public', name: 'Order 4711' };

/** Calls that took effect while their responses were lost, and where that can be seen. */
const cases: Record<string, Case> = {
	'a direct message': {
		path: 'openim/sendmsg',
		parameters: direct,
		look: 'openim/admin_getroammsg',
		output: { To_Account: 'bob', MsgKey: expect.any(String), MsgTime: expect.any(Number) },
	},
	'a direct message that its sender does not see': {
		path: 'openim/sendmsg',
		parameters: { ...direct, options: { syncOtherMachine: 2 } },
		look: 'openim/admin_getroammsg',
		output: { To_Account: 'bob' },
	},
	'a message of Desk to a user': {
		path: 'desk_http_svc/send_msg',
		parameters: byUser,
		look: 'openim/admin_getroammsg',
		output: { ToAccount: 'alice', MsgRandom: expect.any(Number) },
	},
	'a message in a session': {
		path: 'desk_http_svc/send_msg',
		parameters: {
			resource: 'session',
			operation: 'sendMessage',
			sendTo: 'session',
			sessionId: '6e1d9c84-7b23-4c1f-8a52-5f0e2d9b7c31',
			text: 'once',
		},
		look: 'desk_http_svc/describe_chat_messages',
		output: { SessionId: '6e1d9c84-7b23-4c1f-8a52-5f0e2d9b7c31', MsgRandom: expect.any(Number) },
	},
	'a customer who was contacted': {
		path: 'desk_http_svc/contact_user',
		parameters: {
			resource: 'session',
			operation: 'contactUser',
			serviceAccount: '@support',
			userId: 'frank',
		},
		look: 'desk_http_svc/get_session_state',
		output: { ClientUserID: 'frank', MemberId: expect.any(String) },
	},
	'a message in a group': {
		path: 'group_open_http_svc/send_group_msg',
		parameters: inGroup,
		look: 'group_open_http_svc/group_msg_get_simple',
		output: { GroupId: 'team', MsgSeq: expect.any(Number), MsgTime: expect.any(Number) },
	},
	'a group under an ID of its own': {
		path: 'group_open_http_svc/create_group',
		parameters: { ...create, options: { groupId: 'order-4711' } },
		look: 'group_open_http_svc/get_group_info',
		output: { GroupId: 'order-4711', Type: 'Public', Name: 'Order 4711' },
	},
};

describe('a call whose response was lost for good', () => {
	it.each(Object.entries(cases))('is done where a look finds it: %s', async (_what, one) => {
		const { path, parameters, look, output } = one;
		const testbed = await open();
		testbed.failNext(path, { kind: 'loseResponse' });
		const options = { ...once, ...(parameters.options as INodeParameters) };

		const result = await testbed.run({ ...parameters, options }, [{}]);

		expect(testbed.calls().map((call) => call.path)).toEqual([path, look]);
		expect(result.output.map(({ json }) => json)).toEqual([
			expect.objectContaining({ ...output, verified: true }),
		]);
	});

	it('is done by the repeat that is told that the ID is used, where the group is the one', async () => {
		const testbed = await open();
		const path = 'group_open_http_svc/create_group';
		testbed.failNext(path, { kind: 'loseResponse' });

		const { output } = await testbed.run({ ...create, options: { groupId: 'order-4711' } }, [{}]);

		expect(testbed.calls(path).map(({ errorCode }) => errorCode)).toEqual([0, 10021]);
		expect(output.map(({ json }) => json)).toEqual([
			{ GroupId: 'order-4711', Type: 'Public', Name: 'Order 4711', verified: true },
		]);
	});

	it("is done without a look by the repeat that is told that the ID is the admin's own", async () => {
		const testbed = await open();
		const path = 'group_open_http_svc/create_group';
		testbed.failNext(path, { kind: 'loseResponse' });
		const options = { groupId: 'order-4711', owner: 'administrator' };

		const { output } = await testbed.run({ ...create, options }, [{}]);

		expect(testbed.calls().map((call) => [call.path, call.errorCode])).toEqual([
			[path, 0],
			[path, 10025],
		]);
		expect(output.map(({ json }) => json)).toEqual([
			{ GroupId: 'order-4711', Type: 'Public', Name: 'Order 4711' },
		]);
	});

	it.each([
		['a message that is never stored', { ...direct, options: { ...once, onlineOnly: true } }],
		['a message with a life time of 0', { ...direct, options: { ...once, msgLifeTime: 0 } }],
		['a group without an ID of its own', { ...create, options: once }],
	])('stays in doubt where nothing can be seen: %s', async (_what, parameters) => {
		const testbed = await open();
		for (const { path } of Object.values(cases)) testbed.failNext(path, { kind: 'loseResponse' });

		const { errorOutput } = await testbed.run(parameters, [{}], onErrorBranch);

		expect(testbed.calls()).toHaveLength(1);
		expect(failureIn(errorOutput[0]!).mayHaveBeenSent).toBe(true);
	});

	it('stays in doubt in a live group, which has no history', async () => {
		const testbed = await open();
		testbed.failNext('group_open_http_svc/send_group_msg', { kind: 'loseResponse' });
		const parameters = { ...inGroup, groupId: 'show', options: once };

		const { errorOutput } = await testbed.run(parameters, [{}], onErrorBranch);

		expect(failureIn(errorOutput[0]!).mayHaveBeenSent).toBe(true);
	});
});
