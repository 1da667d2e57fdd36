import { testbeds, textBody, userSig, type SimulatorTestbed } from '../harness/simulatorTestbed';

const open = testbeds();
const service = 'group_open_http_svc';
const send = `${service}/send_group_msg`;

const message = (changes: Record<string, unknown> = {}) => ({
	GroupId: 'team',
	Random: 1,
	MsgBody: textBody('hello'),
	...changes,
});

const code = (testbed: SimulatorTestbed, command: string, body: unknown) =>
	testbed.codeOf(`${service}/${command}`, body);

describe('a group message', () => {
	it('with the same Random, sender and content is dropped for five minutes', async () => {
		const testbed = await open();

		await testbed.call(send, message());
		testbed.advance(299_000);
		await testbed.call(send, message());
		await testbed.call(send, message({ MsgBody: textBody('other') }));
		await testbed.call(send, message({ From_Account: 'alice' }));
		expect(testbed.textsOf('team')).toHaveLength(3);
		testbed.advance(2_000);
		await testbed.call(send, message());

		expect(testbed.textsOf('team')).toHaveLength(4);
	});

	it('that is changed or taken back is so in the clients of the members, too', async () => {
		const testbed = await open();
		await testbed.call(send, message({ From_Account: 'alice' }));
		await testbed.call(send, message({ From_Account: 'bob', MsgBody: textBody('hi'), Random: 2 }));

		await testbed.call('openim/modify_group_msg', {
			GroupId: 'team',
			MsgSeq: 1,
			MsgBody: textBody('Good morning'),
			CloudCustomData: 'c',
		});
		await testbed.call(`${service}/delete_group_msg_by_sender`, {
			GroupId: 'team',
			Sender_Account: 'bob',
		});

		const [shown] = testbed.simulator.conversations().filter(({ kind }) => kind === 'group');
		expect(shown?.entries).toMatchObject([
			{ text: 'Good morning', cloudCustomData: 'c', elements: textBody('Good morning') },
			{ text: 'hi', recalled: true },
		]);
		expect(shown?.entries[0]).not.toHaveProperty('recalled');
	});

	it('beyond forty a second is dropped although the response is OK', async () => {
		const testbed = await open();
		const reasons: unknown[] = [];

		for (let Random = 0; Random < 41; Random += 1) {
			reasons.push((await testbed.call(send, message({ Random }))).MsgDropReason);
		}

		expect(reasons.filter((reason) => reason === 'MsgFreqCtrl')).toHaveLength(1);
		expect(testbed.textsOf('team')).toHaveLength(40);
	});

	it.each([
		[10004, { Random: undefined }],
		[10004, { Random: -1 }],
		[10004, { GroupId: 5 }],
		[10015, { GroupId: '' }],
		[10010, { GroupId: 'nowhere' }],
		[10004, { MsgBody: [] }],
		[10004, { MsgPriority: 'high' }],
		[10004, { OnlineOnlyFlag: 1, SendMsgControl: ['NoUnread'] }],
		[10004, { GroupId: 'show', SendMsgControl: ['NoUnread'] }],
		[10004, { GroupId: 'show', OnlineOnlyFlag: 1 }],
		[10004, { To_Account: Array.from({ length: 51 }, () => 'bob') }],
		[10004, { GroupAtInfo: [{ GroupAtAllFlag: 0 }] }],
		[80002, { MsgBody: textBody('x'.repeat(12_300)) }],
	])('is refused with %i for %j', async (expected, changes) => {
		const testbed = await open();

		expect(await testbed.codeOf(send, message(changes))).toBe(expected);
		expect(testbed.textsOf('team')).toEqual([]);
	});

	it('that only who is online gets is not stored', async () => {
		const testbed = await open();

		await testbed.call(send, message({ OnlineOnlyFlag: 1 }));
		const { RspMsgList } = await testbed.call(`${service}/group_msg_get_simple`, {
			GroupId: 'team',
			ReqMsgNumber: 20,
		});

		expect(RspMsgList).toEqual([]);
	});

	it('is past its storage time after seven days', async () => {
		const testbed = await open();
		await testbed.call(send, message());
		testbed.advance(7 * 86_400_000 + 1000);

		const read = { GroupId: 'team', ReqMsgNumber: 20 };
		const recall = { GroupId: 'team', MsgSeqList: [{ MsgSeq: 1 }] };
		// A signature made on the first day is over by now.
		const fresh = { usersig: userSig({ time: testbed.now / 1000 }) };

		expect(await testbed.call(`${service}/group_msg_get_simple`, read, fresh)).toMatchObject({
			IsFinished: 2,
			RspMsgList: [],
		});
		expect(await testbed.call(`${service}/group_msg_recall`, recall, fresh)).toMatchObject({
			RecallRetList: [{ MsgSeq: 1, RetCode: 10031 }],
		});
	});
});

describe('a group', () => {
	const create = (changes: Record<string, unknown> = {}) => ({
		Type: 'Public',
		Name: 'New',
		...changes,
	});

	it.each([
		[10004, { Type: 'Secret' }],
		[10004, { Name: '' }],
		[10004, { Name: 'x'.repeat(101) }],
		[10015, { GroupId: '@TGS#1' }],
		[10015, { Type: 'Community', GroupId: 'club' }],
		[10005, { MemberList: Array.from({ length: 101 }, () => ({ Member_Account: 'bob' })) }],
		[10007, { Type: 'AVChatRoom', MemberList: [{ Member_Account: 'bob' }] }],
		[10019, { Owner_Account: 'nobody' }],
		[10021, { GroupId: 'team' }],
		[10004, { Name: 'n'.repeat(31) }],
		[10004, { Introduction: 'i'.repeat(241) }],
		[10004, { Notification: 'n'.repeat(301) }],
		[10004, { FaceUrl: 'f'.repeat(101) }],
		[10004, { Type: 'AVChatRoom', InviteJoinOption: 'FreeAccess' }],
		[10004, { InviteJoinOption: 'DisableApply' }],
		[10004, { EnablePermission: 1 }],
		[10004, { MemberList: [{ Member_Account: 'bob', Role: 'Owner' }] }],
		[10004, { MemberList: [{ Member_Account: 'bob', NameCard: 'n'.repeat(51) }] }],
		[10004, { MemberList: [{ Member_Account: 'bob', JoinTime: '1700000000' }] }],
		[10004, { MemberList: [{ Member_Account: 'bob', AppMemberDefinedData: { team: 'x' } }] }],
		[10004, { Type: 'Community', SupportTopic: 1, EnablePermission: true }],
		[10004, { Type: 'Community', SupportTopic: 1, DefaultPermission: '7' }],
		[0, { Type: 'Community', SupportTopic: 1, EnablePermission: 1, DefaultPermission: 7 }],
		[0, { Type: 'Community', GroupId: '@TGS#_new' }],
	])('is answered %i when it is created with %j', async (expected, changes) => {
		const testbed = await open();

		expect(await code(testbed, 'create_group', create(changes))).toBe(expected);
	});

	it('has the first members as they were given', async () => {
		const testbed = await open();
		const mia = {
			Member_Account: 'bob',
			Role: 'Admin',
			JoinTime: 1_700_000_000,
			NameCard: 'Bob from Sales',
			AppMemberDefinedData: [{ Key: 'team', Value: 'sales' }],
		};

		await testbed.call(`${service}/create_group`, create({ GroupId: 'new', MemberList: [mia] }));
		const { MemberList } = await testbed.call(`${service}/get_group_member_info`, {
			GroupId: 'new',
			AppDefinedDataFilter_GroupMember: ['team'],
		});

		expect(MemberList).toEqual([expect.objectContaining(mia)]);
	});

	it('that belongs to who calls is named so when it is made again', async () => {
		const testbed = await open();
		testbed.simulator.world().groups.get('team')!.owner = 'administrator';

		expect(await code(testbed, 'create_group', create({ GroupId: 'team' }))).toBe(10025);
	});

	it.each([
		['add_group_member', { GroupId: 'show', MemberList: [{ Member_Account: 'bob' }] }, 10007],
		['delete_group_member', { GroupId: 'show', MemberToDel_Account: ['bob'] }, 10004],
		['get_group_member_info', { GroupId: 'show' }, 10007],
		['group_msg_get_simple', { GroupId: 'show', ReqMsgNumber: 1 }, 10044],
		['group_msg_recall', { GroupId: 'show', MsgSeqList: [{ MsgSeq: 1 }] }, 10033],
		['forbid_send_msg', { GroupId: 'work', Members_Account: ['bob'], MuteTime: 1 }, 10007],
		[
			'send_group_system_notification',
			{ GroupId: 'show', Content: 'x', ToMembers_Account: ['bob'] },
			10004,
		],
		['get_group_member_info', { GroupId: '@TGS#_club', Offset: 0 }, 10004],
		['get_group_member_info', { GroupId: 'team', Next: '' }, 10004],
		['get_group_member_info', { GroupId: 'team', Limit: 201 }, 10004],
		['get_joined_group_list', { Member_Account: 'bob', Limit: 5001 }, 10004],
		['get_appid_group_list', { Limit: 10_001 }, 10004],
		['get_appid_group_list', { Next: '0' }, 10004],
		['send_group_msg', message({ GroupAtInfo: Array(31).fill({ GroupAtAllFlag: 1 }) }), 10053],
		['get_appid_group_list', { Next: 2 }, 10004],
		['get_appid_group_list', { GroupType: 'Secret' }, 10004],
		['group_msg_get_simple', { GroupId: 'team', ReqMsgNumber: 21 }, 10004],
		['modify_group_base_info', { GroupId: 'team', HistoryMsgBeforeJoin: 1 }, 10004],
		['modify_group_base_info', { GroupId: 'show', HistoryMsgBeforeJoin: 'On' }, 10004],
		['modify_group_base_info', { GroupId: '@TGS#_club', HistoryMsgBeforeJoin: 'On' }, 10004],
		['modify_group_base_info', { GroupId: 'show', InviteJoinOption: 'FreeAccess' }, 10004],
		['modify_group_base_info', { GroupId: 'team', From_Account: 'nobody' }, 10019],
		[
			'group_msg_recall',
			{ GroupId: 'team', MsgSeqList: [{ MsgSeq: 1 }], Reason: 'r'.repeat(101) },
			10004,
		],
	])('refuses %s for %j with %i', async (command, body, expected) => {
		const testbed = await open();

		expect(await code(testbed, command, body)).toBe(expected);
	});

	it('that is full takes nobody more', async () => {
		const testbed = await open();
		testbed.simulator.world().groups.get('team')!.maxMemberNum = 3;
		const add = (id: string) => ({ GroupId: 'team', MemberList: [{ Member_Account: id }] });

		expect(await code(testbed, 'add_group_member', add('dave'))).toBe(10014);
		expect(await code(testbed, 'add_group_member', add('bob'))).toBe(0);
	});
});

describe('the list of all groups', () => {
	it('is read on by the number that each page gives, and ends with 0', async () => {
		const testbed = await open();
		const pages: unknown[] = [];
		let Next: unknown = 0;
		do {
			const page = await testbed.call(`${service}/get_appid_group_list`, { Limit: 3, Next });
			pages.push(page.GroupIdList);
			({ Next } = page);
			testbed.advance(1000);
		} while (Next !== 0);

		expect(pages).toEqual([
			[{ GroupId: 'team' }, { GroupId: 'work' }, { GroupId: 'show' }],
			[{ GroupId: '@TGS#_club' }],
		]);
	});

	it('can be of one type', async () => {
		const testbed = await open();

		const page = await testbed.call(`${service}/get_appid_group_list`, { GroupType: 'AVChatRoom' });

		expect(page).toMatchObject({ TotalCount: 1, GroupIdList: [{ GroupId: 'show' }], Next: 0 });
	});
});
