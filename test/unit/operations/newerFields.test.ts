import type { IDataObject } from 'n8n-workflow';

import type { Body, ListCall } from '../../../nodes/TencentChatDesk/contract';
import type { BatchOperation } from '../../../nodes/TencentChatDesk/operations/operation';
import { apiOperation } from '../../support/operation';
import { item, locator, refusal } from '../item';

/**
 * Fields that pages and server SDKs of 2025 and 2026 have, and the founding pages have not; typed
 * from them.
 */
const cases: Array<[string, string, string, Record<string, unknown>, Body]> = [
	[
		'an online-only message',
		'directMessage',
		'send',
		{ toAccount: 'bob', messageType: 'text', text: 'hi', options: { onlineOnly: true } },
		{ OnlineOnlyFlag: 1 },
	],
	[
		'an online-only message to many',
		'directMessage',
		'sendToMany',
		{ toAccounts: 'bob', messageType: 'text', text: 'hi', options: { onlineOnly: true } },
		{ OnlineOnlyFlag: 1 },
	],
	[
		'the status that a user has set, and devices',
		'user',
		'getOnlineStatus',
		{ userId: 'bob', options: { isReturnCustomStatus: true, isReturnInstid: true } },
		{ IsReturnCustomStatus: 1, IsReturnInstid: 1 },
	],
	[
		'a receipt of a group message',
		'group',
		'sendMessage',
		{
			groupId: locator('team'),
			messageType: 'text',
			text: 'hi',
			options: { needReadReceipt: true },
		},
		{ NeedReadReceipt: 1 },
	],
	[
		'the reason of a recall',
		'group',
		'recallMessages',
		{ groupId: locator('team'), msgSeq: 1, options: { reason: 'wrong group' } },
		{ Reason: 'wrong group' },
	],
	[
		'how a new group treats invitations, and who its first members are',
		'group',
		'create',
		{
			groupType: 'Public',
			name: 'g',
			options: {
				inviteJoinOption: 'DisableInvite',
				members: 'bob',
				memberDetails: {
					member: [
						{
							userId: 'mia',
							role: 'Admin',
							nameCard: 'Mia from Sales',
							joinTime: 1700000000,
							appMemberDefinedData: { team: 'sales' },
						},
						{ userId: 'eve', role: 'Member' },
					],
				},
			},
		},
		{
			InviteJoinOption: 'DisableInvite',
			MemberList: [
				{ Member_Account: 'bob' },
				{
					Member_Account: 'mia',
					Role: 'Admin',
					JoinTime: 1700000000,
					NameCard: 'Mia from Sales',
					AppMemberDefinedData: [{ Key: 'team', Value: 'sales' }],
				},
				{ Member_Account: 'eve' },
			],
		},
	],
	[
		'permission groups of a new community',
		'group',
		'create',
		{
			groupType: 'Community',
			name: 'g',
			options: { supportTopic: true, enablePermission: true, defaultPermission: 7 },
		},
		{ SupportTopic: 1, EnablePermission: 1, DefaultPermission: 7 },
	],
	[
		'changes of a group',
		'group',
		'update',
		{
			groupId: locator('team'),
			options: { fromAccount: 'mia' },
			updateFields: {
				inviteJoinOption: 'FreeAccess',
				historyMsgBeforeJoin: true,
				enablePermission: false,
				defaultPermission: 3,
			},
		},
		{
			From_Account: 'mia',
			InviteJoinOption: 'FreeAccess',
			HistoryMsgBeforeJoin: 'On',
			EnablePermission: 0,
			DefaultPermission: 3,
		},
	],
	[
		'what to return of members',
		'group',
		'getMembers',
		{
			groupId: locator('team'),
			options: { memberFields: ['Role', 'NameCard', 'OnlineStatus'], customFields: 'badge' },
		},
		{
			MemberInfoFilter: ['Role', 'NameCard', 'OnlineStatus'],
			AppDefinedDataFilter_GroupMember: ['badge'],
		},
	],
	[
		'what to return of the members of a group',
		'group',
		'get',
		{
			groupId: locator('team'),
			options: { includeMembers: true, customMemberFields: 'badge', customFields: 'order' },
		},
		{
			ResponseFilter: {
				MemberInfoFilter: ['Account', 'Role', 'JoinTime', 'MsgFlag', 'MuteUntil', 'NameCard'],
				AppDefinedDataFilter_GroupMember: ['badge'],
				AppDefinedDataFilter_Group: ['order'],
			},
		},
	],
	[
		'a newer standard field of a profile',
		'user',
		'updateProfile',
		{ userId: 'bob', profile: { msgSettings: 1 } },
		{ ProfileItem: [{ Tag: 'Tag_Profile_IM_MsgSettings', Value: 1 }] },
	],
];

it.each(cases)('%s goes out', (_what, resource, operation, parameters, expected) => {
	expect(apiOperation(resource, operation).request(item(parameters))).toMatchObject(expected);
});

it('names no role for a first member without one of its own', () => {
	const { MemberList } = apiOperation('group', 'create').request(
		item({
			groupType: 'Public',
			name: 'g',
			options: { memberDetails: { member: [{ userId: 'eve', role: 'Member' }] } },
		}),
	);
	expect(MemberList).toEqual([{ Member_Account: 'eve' }]);
});

it('leaves out what a group of the chosen type does not have, where a control still holds it', () => {
	const created = (groupType: string) =>
		apiOperation('group', 'create').request(
			item({
				groupType,
				name: 'g',
				options: {
					inviteJoinOption: 'FreeAccess',
					applyJoinOption: 'FreeAccess',
					supportTopic: true,
					enablePermission: true,
					defaultPermission: 7,
				},
			}),
		);

	const standard = { InviteJoinOption: 'FreeAccess', ApplyJoinOption: 'FreeAccess' };
	const ofCommunity = { SupportTopic: 1, EnablePermission: 1, DefaultPermission: 7 };
	expect(created('Public')).toEqual({ Type: 'Public', Name: 'g', ...standard });
	expect(created('AVChatRoom')).toEqual({
		Type: 'AVChatRoom',
		Name: 'g',
		ApplyJoinOption: 'FreeAccess',
	});
	expect(created('Community')).toEqual({
		Type: 'Community',
		Name: 'g',
		InviteJoinOption: 'FreeAccess',
		...ofCommunity,
	});
});

/** In bytes, as the clients have them; the REST pages say 30, 240, 300 and 100. */
it.each([
	['name', 'Name', 100],
	['introduction', 'Introduction', 400],
	['notification', 'Notification', 400],
	['faceUrl', 'FaceUrl', 500],
])(
	'lets a group have the longer %s that some plans take, and no longer one',
	(name, field, max) => {
		const read = (bytes: number) =>
			apiOperation('group', 'update').request(
				item({
					groupId: locator('team'),
					options: {},
					updateFields: { [name]: 'x'.repeat(bytes) },
				}),
			);
		expect(read(max)[field]).toHaveLength(max);
		expect(refusal(() => read(max + 1)).problem).toMatch(/ is too long: /);
	},
);

it('shows a status that a user has set, and devices', () => {
	const { batch } = apiOperation('user', 'getOnlineStatus') as BatchOperation;
	const record = {
		To_Account: 'bob',
		Status: 'Online',
		CustomStatus: 'in a meeting',
		Detail: [{ Platform: 'iPhone', Status: 'Online', Instid: 7 }],
	};
	const [outcome] = batch.interpret({ ErrorCode: 0, QueryResult: [record] }, [
		{ To_Account: ['bob'] },
	]);
	expect(outcome).toMatchObject({ done: true, output: record });
});

it('asks for more fields of a group when they are named, and once for each', () => {
	const filterWith = (options: IDataObject) => {
		const { ResponseFilter } = apiOperation('group', 'get').request(
			item({ groupId: locator('team'), options }),
		);
		return (ResponseFilter as IDataObject).GroupBaseInfoFilter as string[];
	};
	const standard = filterWith({});
	expect(standard).not.toContain('InviteJoinOption');
	expect(filterWith({ moreFields: 'InviteJoinOption, Name, InfoSeq' })).toEqual([
		...standard,
		'InviteJoinOption',
		'InfoSeq',
	]);
});

it('reads the fields of a profile that its page names, unless others are chosen', () => {
	const { TagList } = apiOperation('user', 'getProfile').request(item({ userId: 'bob' }));
	expect(TagList).not.toContain('Tag_Profile_IM_MsgSettings');
});

it.each([
	[
		"'Online Only' and 'Message Life Time (Seconds)' do not go together",
		'directMessage',
		'send',
		{ toAccount: 'bob', messageType: 'text', text: 'hi' },
		{ onlineOnly: true, msgLifeTime: 60 },
	],
	[
		"'Online Only' and 'Read Receipt' do not go together",
		'group',
		'sendMessage',
		{ groupId: locator('team'), messageType: 'text', text: 'hi' },
		{ onlineOnly: true, needReadReceipt: true },
	],
	[
		"'Reason' is too long: 101 bytes of the 100 that Tencent takes",
		'group',
		'recallMessages',
		{ groupId: locator('team'), msgSeq: 1 },
		{ reason: 'r'.repeat(101) },
	],
	[
		"'Members' and 'Member Details' name 101 users, more than 100",
		'group',
		'create',
		{ groupType: 'Public', name: 'g' },
		{
			members: Array.from({ length: 100 }, (_none, index) => `user${index}`),
			memberDetails: { member: [{ userId: 'mia' }] },
		},
	],
])('%s', (problem, resource, operation, parameters, options) => {
	const read = () => apiOperation(resource, operation).request(item({ ...parameters, options }));
	expect(refusal(read).problem).toBe(problem);
});

it('shows the time that the client gave a message', () => {
	const { list } = apiOperation('directMessage', 'getMany') as ListCall;
	expect(list.simplified?.({ MsgBody: [], MsgClientTime: 1700000000 })).toMatchObject({
		MsgClientTime: 1700000000,
	});
});
