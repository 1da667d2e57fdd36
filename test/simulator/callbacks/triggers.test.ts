import { accountImport, sendmsg } from '../../harness/commands';
import { testbeds, directMessage, textBody } from '../../harness/simulatorTestbed';
import { receivers } from './receiver';

const open = testbeds();
const receiver = receivers();

const group = (command: string) => `group_open_http_svc/${command}`;

/** An app that wants all callbacks. */
async function stage() {
	const app = await receiver();
	const testbed = await open({ callbacks: { url: app.url } });
	return { app, testbed, settled: async () => await testbed.simulator.callbacks.settled() };
}

describe('no callback comes', () => {
	it.each([
		['openim/batchsendmsg', { To_Account: ['alice', 'bob'], MsgRandom: 1 }],
		[
			'openim/importmsg',
			{
				SyncFromOldSystem: 2,
				From_Account: 'alice',
				To_Account: 'bob',
				MsgRandom: 1,
				MsgTimeStamp: 1_700_000_000,
			},
		],
	])('of %s', async (path, body) => {
		const { app, testbed, settled } = await stage();

		expect(await testbed.codeOf(path, { ...body, MsgBody: textBody('hello') })).toBe(0);
		await settled();

		expect(testbed.textsOf('bob')).toEqual(['hello']);
		expect(app.received).toEqual([]);
	});

	it('of a message that was refused, or came twice', async () => {
		const { app, testbed, settled } = await stage();
		await testbed.call(sendmsg, directMessage({ MsgSeq: 1 }));
		await testbed.call(sendmsg, directMessage({ MsgSeq: 1 }));
		await testbed.call(sendmsg, directMessage({ To_Account: 'nobody' }));
		await settled();

		expect(app.commands).toEqual(['C2C.CallbackBeforeSendMsg', 'C2C.CallbackAfterSendMsg']);
	});

	it('of an import of accounts', async () => {
		const { app, testbed, settled } = await stage();
		await testbed.call(accountImport, { UserID: 'ivan' });
		await settled();

		expect(app.received).toEqual([]);
	});
});

describe('what a person does is told', () => {
	it('with the client in which it was done', async () => {
		const { app, testbed, settled } = await stage();
		const from = { from: 'bob', platform: 'Android' } as const;

		await testbed.simulator.customer.write({ ...from, to: 'alice', text: 'hi' });
		await testbed.simulator.customer.write({ ...from, groupId: 'team', text: 'hi' });
		await settled();

		expect(app.commands.toSorted()).toEqual([
			'C2C.CallbackAfterSendMsg',
			'C2C.CallbackBeforeSendMsg',
			'Group.CallbackAfterSendMsg',
			'Group.CallbackBeforeSendMsg',
		]);
		for (const { query, body } of app.received) {
			expect(query.OptPlatform).toBe('Android');
			expect(body.From_Account).toBe('bob');
		}
	});

	it('when a conversation is read, by a person and through the API', async () => {
		const { app, testbed, settled } = await stage();
		testbed.simulator.callbacks.settings().commands = ['C2C.CallbackAfterMsgReport'];
		await testbed.simulator.customer.write({ from: 'bob', to: 'alice', text: 'one' });
		await testbed.simulator.customer.write({ from: 'erin', to: 'alice', text: 'two' });

		await testbed.simulator.customer.read({ account: 'alice', peer: 'bob' });
		await settled();
		await testbed.call('openim/admin_set_msg_read', {
			Report_Account: 'alice',
			Peer_Account: 'erin',
		});
		await settled();

		const seconds = testbed.now / 1000;
		expect(app.received.map(({ query, body }) => [query.OptPlatform, body])).toEqual([
			[
				'Web',
				{
					CallbackCommand: 'C2C.CallbackAfterMsgReport',
					Report_Account: 'alice',
					Peer_Account: 'bob',
					LastReadTime: seconds,
					UnreadMsgNum: 1,
				},
			],
			[
				'RESTAPI',
				{
					CallbackCommand: 'C2C.CallbackAfterMsgReport',
					Report_Account: 'alice',
					Peer_Account: 'erin',
					LastReadTime: seconds,
					UnreadMsgNum: 0,
				},
			],
		]);
	});

	it('when a message is recalled, by a person and through the API', async () => {
		const { app, testbed, settled } = await stage();
		testbed.simulator.callbacks.settings().commands = ['C2C.CallbackAfterMsgWithDraw'];
		const { customer } = testbed.simulator;
		const first = await customer.write({ from: 'bob', to: 'alice', text: 'one' });
		const second = await customer.write({ from: 'bob', to: 'alice', text: 'two' });
		const conversationId = testbed.simulator.conversations()[0]?.id ?? '';

		await customer.recall({ conversationId, msgKey: first.MsgKey ?? '' });
		await settled();
		await testbed.call('openim/admin_msgwithdraw', {
			From_Account: 'bob',
			To_Account: 'alice',
			MsgKey: second.MsgKey,
		});
		await settled();

		expect(app.received.map(({ query, body }) => [query.OptPlatform, body])).toEqual([
			[
				'Web',
				{
					CallbackCommand: 'C2C.CallbackAfterMsgWithDraw',
					From_Account: 'bob',
					To_Account: 'alice',
					MsgKey: first.MsgKey,
					UnreadMsgNum: 1,
				},
			],
			[
				'RESTAPI',
				{
					CallbackCommand: 'C2C.CallbackAfterMsgWithDraw',
					From_Account: 'bob',
					To_Account: 'alice',
					MsgKey: second.MsgKey,
					UnreadMsgNum: 0,
				},
			],
		]);
	});

	it('when somebody comes and goes, once for each change', async () => {
		const { app, testbed, settled } = await stage();
		const { customer } = testbed.simulator;
		const account = 'heidi';

		await customer.presence({ account, online: true, platform: 'iOS' });
		await settled();
		await customer.presence({ account, online: true });
		await customer.presence({ account, online: false });
		await settled();
		await customer.presence({ account, online: true });
		await settled();
		await customer.presence({ account, online: false, how: 'LinkClose' });
		await settled();

		expect(app.commands).toEqual(Array(4).fill('State.StateChange'));
		expect(app.received[0]?.query.OptPlatform).toBe('IOS');
		expect(app.received[0]?.body).toEqual({
			CallbackCommand: 'State.StateChange',
			EventTime: testbed.now,
			Info: { Action: 'Login', To_Account: 'heidi', Reason: 'Register' },
		});
		expect(app.received.map(({ body }) => body.Info)).toMatchObject([
			{ Action: 'Login', Reason: 'Register' },
			{ Action: 'Logout', Reason: 'Unregister' },
			{ Action: 'Login', Reason: 'Register' },
			{ Action: 'Disconnect', Reason: 'LinkClose' },
		]);
	});
});

describe('what becomes of a group is told', () => {
	it('from its creation to its end', async () => {
		const { app, testbed, settled } = await stage();
		const GroupId = 'club';
		const account = (Member_Account: string) => ({ Member_Account });

		await testbed.call(group('create_group'), {
			GroupId,
			Type: 'Public',
			Name: 'Club',
			Owner_Account: 'alice',
			MemberList: [account('bob')],
		});
		await settled();
		await testbed.call(group('add_group_member'), {
			GroupId,
			MemberList: [account('bob'), account('carol')],
		});
		await settled();
		await testbed.call(group('delete_group_member'), {
			GroupId,
			MemberToDel_Account: ['bob', 'dave'],
		});
		await settled();
		await testbed.call(group('destroy_group'), { GroupId });
		await settled();

		const common = { GroupId, Type: 'Public', EventTime: testbed.now };
		const by = { Operator_Account: 'administrator' };
		expect(app.received.map(({ body }) => body)).toEqual([
			{
				CallbackCommand: 'Group.CallbackAfterCreateGroup',
				...common,
				...by,
				Owner_Account: 'alice',
				Name: 'Club',
				MemberList: [account('alice'), account('bob')],
				UserDefinedDataList: [],
			},
			{
				CallbackCommand: 'Group.CallbackAfterNewMemberJoin',
				...common,
				...by,
				JoinType: 'Invited',
				NewMemberList: [account('carol')],
			},
			{
				CallbackCommand: 'Group.CallbackAfterMemberExit',
				...common,
				...by,
				ExitType: 'Kicked',
				ExitMemberList: [account('bob')],
			},
			{
				CallbackCommand: 'Group.CallbackAfterGroupDestroyed',
				...common,
				Owner_Account: 'alice',
				Name: 'Club',
				MemberList: [account('alice'), account('carol')],
			},
		]);
	});

	it('when messages are recalled, those that were', async () => {
		const { app, testbed, settled } = await stage();
		testbed.simulator.callbacks.settings().commands = ['Group.CallbackAfterRecallMsg'];
		await testbed.simulator.customer.write({ from: 'bob', groupId: 'team', text: 'oops' });

		await testbed.call(group('group_msg_recall'), {
			GroupId: 'team',
			MsgSeqList: [{ MsgSeq: 1 }, { MsgSeq: 99 }],
		});
		await settled();

		expect(app.received.map(({ body }) => body)).toEqual([
			{
				CallbackCommand: 'Group.CallbackAfterRecallMsg',
				Operator_Account: 'administrator',
				Type: 'Public',
				GroupId: 'team',
				MsgSeqList: [{ MsgSeq: 1 }],
				EventTime: testbed.now,
			},
		]);
		expect(testbed.simulator.conversations()[0]?.entries).toMatchObject([{ recalled: true }]);
	});
});
