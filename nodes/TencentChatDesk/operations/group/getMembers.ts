import type { IDataObject } from 'n8n-workflow';
import type { ApiResponse, Body } from '../../contract';
import { withoutAbsent } from '../../parameters/fields';
import { group, readGroup } from '../shared/resourceLocators';
import type { ListOperation } from '../operation';
import { recordsIn } from '../shared/records';
import { groupRateLimit, inGroup } from './groupFields';
import { memberDataOption, readMemberDataKeys, simplifiedMember } from './memberFields';

const memberFields = [
	'Role',
	'JoinTime',
	'MsgSeq',
	'MsgFlag',
	'LastSendMsgTime',
	'MuteUntil',
	'NameCard',
	'OnlineStatus',
] as const;

const roles = ['Owner', 'Admin', 'Member'] as const;

/** Communities are read on with a cursor; their IDs tell them. */
const isCommunity = (groupId: string) => groupId.startsWith('@TGS#_');

function nextPage(response: ApiResponse, body: Body, records: IDataObject[]): Body | undefined {
	if (body.Next !== undefined) {
		const { Next } = response;
		return typeof Next === 'string' && Next !== '' ? { ...body, Next } : undefined;
	}
	const limit = Number(body.Limit);
	const offset = Number(body.Offset) + limit;
	const { MemberNum } = response;
	const more = typeof MemberNum === 'number' ? offset < MemberNum : records.length === limit;
	return more ? { ...body, Offset: offset } : undefined;
}

export const getMembers: ListOperation = {
	value: 'getMembers',
	name: 'Get Members',
	action: 'Get members of a group',
	description: 'List the members of a group',
	documentation: 'https://trtc.io/document/34948',
	shape: 'list',
	path: 'group_open_http_svc/get_group_member_info',
	properties: [group],
	options: [
		memberDataOption,
		{
			displayName: 'Fields',
			name: 'memberFields',
			type: 'multiOptions',
			options: [
				{ name: 'Joined', value: 'JoinTime' },
				{ name: 'Last Message', value: 'LastSendMsgTime' },
				{ name: 'Muted Until', value: 'MuteUntil' },
				{ name: 'Name in Group', value: 'NameCard' },
				{ name: 'Notifications', value: 'MsgFlag' },
				{
					name: 'Online Status',
					value: 'OnlineStatus',
					description: "Known to newer SDKs only: comes where Tencent's service sends it",
				},
				{ name: 'Read Until', value: 'MsgSeq' },
				{ name: 'Role', value: 'Role' },
			],
			default: [],
			description: 'What to return of each member; everything when left out',
		},
		{
			displayName: 'Roles',
			name: 'roles',
			type: 'multiOptions',
			options: [
				{ name: 'Administrator', value: 'Admin' },
				{ name: 'Member', value: 'Member' },
				{ name: 'Owner', value: 'Owner' },
			],
			default: [],
			description: 'Return members with these roles only',
		},
	],
	request(fields) {
		const options = fields.collection('options', 'Options');
		const groupId = readGroup(fields);
		return withoutAbsent({
			GroupId: groupId,
			...(isCommunity(groupId) ? { Next: '' } : { Offset: 0 }),
			MemberInfoFilter: options.optionalChoices('memberFields', 'Fields', memberFields),
			MemberRoleFilter: options.optionalChoices('roles', 'Roles', roles),
			...readMemberDataKeys(options),
		});
	},
	orderingKey: inGroup,
	retry: { policy: 'idempotent' },
	rateLimit: groupRateLimit,
	list: {
		// 100 is advised with Offset and the most with Next.
		page: { field: 'Limit', max: 100 },
		records: (response) => recordsIn(response, 'MemberList'),
		nextPage: nextPage,
		simplified: simplifiedMember,
	},
};
