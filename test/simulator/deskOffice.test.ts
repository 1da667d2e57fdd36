import { demoApp } from '../../simulator';
import { testbeds } from '../harness/simulatorTestbed';

const open = testbeds();

const desk = (command: string) => `desk_http_svc/${command}`;

const commands = [
	'add_im_agent',
	'add_quick_reply_group',
	'create_member_group',
	'create_members',
	'delete_im_agent',
	'delete_member_group',
	'get_available_quick_reply_list',
	'get_im_agent_list',
	'get_member_group_list',
	'get_member_list',
	'get_member_list_in_group',
	'get_quick_reply_group_list',
	'get_quick_reply_list',
	'modify_role',
	'set_member_status',
	'update_im_agent',
	'update_member',
	'update_member_group',
	'update_member_quick_reply',
	'update_quick_reply',
	'update_quick_reply_group',
];

describe('the administration of a desk', () => {
	it.each(commands)('(%s) is there for Desk apps only', async (command) => {
		const testbed = await open({ apps: [{ ...demoApp, desk: false }] });
		expect(await testbed.codeOf(desk(command), {})).toBe(141000);
	});

	const mia = 'mia@example.com';
	const page = { PageSize: 10, PageNum: 0 };
	const reply = { QuickReplyId: '11', GroupId: '1', Title: 'a', Content: 'b' };
	const refused: Array<[number, string, string, Record<string, unknown>]> = [
		[141004, 'create_members', 'nobody', { MemberList: [] }],
		[141004, 'create_members', 'eleven', { MemberList: Array(11).fill({ MemberMail: 'x' }) }],
		[141004, 'create_members', 'a member without address', { MemberList: [{ NickName: 'x' }] }],
		[141004, 'create_members', 'a taken address', { MemberList: [{ MemberMail: mia }] }],
		[
			141004,
			'create_members',
			'a role as text',
			{ MemberList: [{ MemberMail: 'x', RoleIDList: ['5'] }] },
		],
		[
			141004,
			'create_members',
			'an unknown role',
			{ MemberList: [{ MemberMail: 'x', RoleIDList: [6] }] },
		],
		[141010, 'update_member', 'an unknown member', { MemberMail: 'x' }],
		[141004, 'update_member', 'a long name', { MemberMail: mia, NickName: 'x'.repeat(33) }],
		[141004, 'get_member_list', 'no page number', { PageSize: 10 }],
		[141004, 'get_member_list', 'a large page', { ...page, PageSize: 101 }],
		[141004, 'get_member_list', 'an order of 2', { ...page, Order: 2 }],
		[141004, 'get_member_list_in_group', 'no group', page],
		[141004, 'get_member_list_in_group', 'a group as text', { ...page, MemberGroupID: '9465' }],
		[141004, 'set_member_status', 'an unknown status', { MemberMail: mia, Status: 'FREE' }],
		[
			141004,
			'set_member_status',
			'an unknown reason',
			{ MemberMail: mia, Status: 'STATUS_REST', RestReason: 'Bored' },
		],
		[
			141004,
			'set_member_status',
			'a reason without a break',
			{ MemberMail: mia, Status: 'STATUS_FREE', RestReason: 'Lunch' },
		],
		[141004, 'create_member_group', 'no name', {}],
		[
			141004,
			'create_member_group',
			'a limit of 1000',
			{ MemberGroupName: 'x', ReceptionLimit: 1000 },
		],
		[
			141004,
			'create_member_group',
			'an unknown member',
			{ MemberGroupName: 'x', MemberList: ['x'] },
		],
		[141004, 'update_member_group', 'an unknown group', { MemberGroupID: 1 }],
		[141004, 'delete_member_group', 'a group as text', { MemberGroupID: '9465' }],
		[141004, 'modify_role', 'an unknown role', { RoleID: 6 }],
		[141004, 'modify_role', 'another permission', { RoleID: 5, PermissionList: ['ALL'] }],
		[141004, 'add_im_agent', 'no ID', { IMAgentNick: 'x' }],
		[141004, 'add_im_agent', 'a taken ID', { IMAgentUserID: '@support' }],
		[141004, 'add_im_agent', 'a Boolean', { IMAgentUserID: '@x', ChatbotDisabled: true }],
		[141004, 'update_im_agent', 'an unknown account', { IMAgentUserID: '@x' }],
		[141004, 'delete_im_agent', 'the other spelling', { IMAgentUserId: '@support' }],
		[
			141004,
			'add_quick_reply_group',
			'a taken name',
			{ GroupName: 'Greetings', UseScopeType: 'all' },
		],
		[141004, 'add_quick_reply_group', 'no scope', { GroupName: 'x' }],
		[
			141004,
			'add_quick_reply_group',
			'group numbers',
			{ GroupName: 'x', UseScopeType: 'groups', UseScopeList: [9465] },
		],
		[141004, 'update_quick_reply_group', 'an unknown category', { GroupId: '9' }],
		[141004, 'get_quick_reply_list', 'a category as number', { GroupId: 1 }],
		[141004, 'get_available_quick_reply_list', 'an unknown agent', { MemberId: 'x' }],
		[141004, 'update_quick_reply', 'no content', { ...reply, Content: '' }],
		[141004, 'update_quick_reply', 'a personal reply', { ...reply, QuickReplyId: '31' }],
		[141004, 'update_member_quick_reply', 'a shared reply', { ...reply, MemberId: mia }],
	];
	it.each(refused)('answers %i where %s is given %s', async (code, command, _what, body) => {
		const testbed = await open();
		expect(await testbed.codeOf(desk(command), body)).toBe(code);
	});

	it('takes a page size of 0 for 15', async () => {
		const testbed = await open();
		const { agents } = testbed.simulator.world();
		const [first] = agents.values();
		for (let index = 0; index < 20; index++) {
			agents.set(`a${index}`, { ...first!, memberId: `a${index}` });
		}
		const body = { PageSize: 0, PageNum: 1 };
		const { MemberList, Total } = await testbed.call(desk('get_member_list'), body);
		expect(Total).toBe(25);
		expect(MemberList).toHaveLength(10);
	});

	it('creates all members of a call or none', async () => {
		const testbed = await open();
		const MemberList = [{ MemberMail: 'ada@example.com' }, { MemberMail: mia }];
		await testbed.call(desk('create_members'), { MemberList });
		expect(testbed.simulator.world().agents.has('ada@example.com')).toBe(false);
	});

	it('lets an agent who was set free take a customer, and one on a break not', async () => {
		const testbed = await open();
		const contact = { IMAgentUserID: '@support', ClientUserID: 'alice', MemberId: mia };
		const set = async (Status: string) =>
			await testbed.codeOf(desk('set_member_status'), { MemberMail: mia, Status });
		expect(await set('STATUS_REST')).toBe(0);
		expect(await testbed.codeOf(desk('contact_user'), contact)).toBe(141013);
		expect(await set('STATUS_FREE')).toBe(0);
		expect(await testbed.codeOf(desk('contact_user'), contact)).toBe(0);
	});

	it('takes no hundred-and-first category', async () => {
		const testbed = await open();
		const add = async (index: number) =>
			await testbed.codeOf(desk('add_quick_reply_group'), {
				GroupName: `c${index}`,
				UseScopeType: 'all',
			});
		for (let index = 2; index < 100; index++) expect(await add(index)).toBe(0);
		expect(await add(100)).toBe(141004);
	});

	it('is as it was at the start after a reset', async () => {
		const testbed = await open();
		await testbed.call(desk('delete_im_agent'), { IMAgentUserID: '@support' });
		await testbed.call(desk('modify_role'), { RoleID: 5, RoleName: 'x' });
		testbed.simulator.reset();
		const { office, serviceAccounts } = testbed.simulator.world();
		expect(serviceAccounts.has('@support')).toBe(true);
		expect(office.roles.get(5)?.name).toBe('Online agent');
	});
});
