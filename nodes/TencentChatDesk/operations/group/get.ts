import type { IDataObject } from 'n8n-workflow';
import type { Outcome } from '../../contract';
import { withoutAbsent } from '../../parameters/fields';
import { group, readGroup } from '../shared/resourceLocators';
import type { BatchOperation } from '../operation';
import { keyed, objectIn, recordsIn } from '../shared/records';
import { groupRateLimit } from './groupFields';

/** Filter words of the API for everything but members: their list can pass the 1 MB of a response. */
const baseFields = [
	'Type',
	'Name',
	'Introduction',
	'Notification',
	'FaceUrl',
	'CreateTime',
	'Owner_Account',
	'LastInfoTime',
	'LastMsgTime',
	'NextMsgSeq',
	'MemberNum',
	'MaxMemberNum',
	'ApplyJoinOption',
	'MuteAllMember',
];

/** "Account" here, "Member_Account" in the response. */
const memberFields = ['Account', 'Role', 'JoinTime', 'MsgFlag', 'MuteUntil', 'NameCard'];

function simplified(info: IDataObject): IDataObject {
	const { ErrorCode: _code, ErrorInfo: _info, Appid: _app, AppDefinedData, ...rest } = info;
	return AppDefinedData === undefined
		? rest
		: { ...rest, AppDefinedData: keyed(info, 'AppDefinedData') };
}

/** The ErrorCode of each group counts; the one of the envelope says nothing. */
function outcomeOf(groupId: string, info: IDataObject | undefined): Outcome {
	if (!info) {
		return {
			done: false,
			kind: 'permanent',
			message: 'Tencent said nothing about this group',
			advice: 'Check the group ID in the Chat console, page Group Management.',
			data: { GroupId: groupId },
		};
	}
	const { ErrorCode, ErrorInfo } = info;
	if (typeof ErrorCode === 'number' && ErrorCode !== 0) {
		const words = typeof ErrorInfo === 'string' ? ErrorInfo : '';
		return {
			done: false,
			code: ErrorCode,
			info: words,
			data: { GroupId: groupId, ErrorCode, ErrorInfo: words },
		};
	}
	return { done: true, output: simplified(info) };
}

const idsOf = ({ GroupIdList }: IDataObject) => (GroupIdList ?? []) as string[];

export const get: BatchOperation = {
	value: 'get',
	name: 'Get',
	action: 'Get a group',
	description: 'Get the profile of a group',
	documentation: 'https://trtc.io/document/34961',
	shape: 'batch',
	path: 'group_open_http_svc/get_group_info',
	properties: [group],
	options: [
		{
			displayName: 'Custom Fields',
			name: 'customFields',
			type: 'string',
			default: '',
			placeholder: 'e.g. order, region',
			description: 'Keys of custom fields to return as well, with commas between them',
		},
		{
			displayName: 'Custom Member Fields',
			name: 'customMemberFields',
			type: 'string',
			default: '',
			placeholder: 'e.g. department, badge',
			description:
				"Keys of custom fields of the members to return with 'Include Members', with commas between them",
		},
		{
			displayName: 'Include Members',
			name: 'includeMembers',
			type: 'boolean',
			default: false,
			description:
				'Whether to return the members too. For groups with thousands of them use Get Members: an answer cannot be larger than 1 MB.',
		},
		{
			displayName: 'More Fields',
			name: 'moreFields',
			type: 'string',
			default: '',
			placeholder: 'e.g. InviteJoinOption',
			description:
				"Names of fields of the group profile that this node does not ask for by itself, with commas between them. Tencent's newer SDKs know <code>InviteJoinOption</code>, <code>EnablePermission</code>, <code>DefaultPermission</code> and <code>InfoSeq</code>.",
		},
	],
	request(fields) {
		const options = fields.collection('options', 'Options');
		const withMembers = options.optionalBoolean('includeMembers', 'Include Members');
		const ofMembers = options.optionalIds('customMemberFields', 'Custom Member Fields', {
			kind: 'word',
		});
		const more = options.optionalIds('moreFields', 'More Fields', { kind: 'word' }) ?? [];
		return {
			GroupIdList: [readGroup(fields)],
			ResponseFilter: withoutAbsent({
				GroupBaseInfoFilter: [...new Set([...baseFields, ...more])],
				MemberInfoFilter: withMembers ? memberFields : undefined,
				AppDefinedDataFilter_GroupMember: withMembers ? ofMembers : undefined,
				AppDefinedDataFilter_Group: options.optionalIds('customFields', 'Custom Fields', {
					kind: 'word',
				}),
			}),
		};
	},
	orderingKey: ({ GroupIdList }) => JSON.stringify(GroupIdList),
	retry: { policy: 'idempotent' },
	rateLimit: groupRateLimit,
	batch: {
		maxSize: 50,
		key: (body) => {
			const filter = objectIn(body, 'ResponseFilter');
			const alone = filter.MemberInfoFilter !== undefined;
			return JSON.stringify([filter, alone ? idsOf(body) : []]);
		},
		merge: (bodies) => ({ ...bodies[0], GroupIdList: [...new Set(bodies.flatMap(idsOf))] }),
		interpret(response, bodies) {
			const infos = new Map(
				recordsIn(response, 'GroupInfo').map((info) => [info.GroupId, info] as const),
			);
			return bodies.map((body) => {
				const [groupId = ''] = idsOf(body);
				return outcomeOf(groupId, infos.get(groupId));
			});
		},
	},
};
