import { withoutAbsent } from '../../parameters/fields';
import type { ListOperation } from '../operation';
import { objectIn, recordsIn } from '../shared/records';
import { groupRateLimit, memberProperty } from './groupFields';
import { groupTypeChoices, groupTypes } from './groupTypes';

export const getJoined: ListOperation = {
	value: 'getJoined',
	name: 'Get Joined Groups',
	action: 'Get joined groups of a user',
	description: 'List the groups that a user is a member of',
	documentation: 'https://trtc.io/document/34925',
	shape: 'list',
	path: 'group_open_http_svc/get_joined_group_list',
	properties: [memberProperty],
	options: [
		{
			displayName: 'Group Type',
			name: 'groupType',
			type: 'options',
			options: groupTypeChoices,
			default: 'Public',
			description: 'Return groups of this type only',
		},
		{
			displayName: 'Include Inactive Work Groups',
			name: 'withNoActiveGroups',
			type: 'boolean',
			default: false,
			description: 'Whether to return work groups too that the user joined and never used',
		},
		{
			displayName: 'Include Live Groups',
			name: 'withHugeGroups',
			type: 'boolean',
			default: false,
			description: 'Whether to return live groups too. Tencent does not know all of them.',
		},
		{
			displayName: 'Support Topics',
			name: 'supportTopic',
			type: 'boolean',
			default: false,
			displayOptions: { show: { groupType: ['Community'] } },
			description: 'Whether to return communities with topics',
		},
	],
	request(fields) {
		const options = fields.collection('options', 'Options');
		const groupType = options.optionalChoice('groupType', 'Group Type', groupTypes);
		return withoutAbsent({
			Member_Account: fields.id('userId', 'User ID'),
			Offset: 0,
			GroupType: groupType,
			WithHugeGroups: options.optionalFlag('withHugeGroups', 'Include Live Groups'),
			WithNoActiveGroups: options.optionalFlag(
				'withNoActiveGroups',
				'Include Inactive Work Groups',
			),
			SupportTopic:
				groupType === 'Community'
					? options.optionalFlag('supportTopic', 'Support Topics')
					: undefined,
			// Without a filter the response holds bare IDs.
			ResponseFilter: {
				GroupBaseInfoFilter: ['Type', 'Name', 'Owner_Account', 'MemberNum', 'LastMsgTime'],
				SelfInfoFilter: ['Role', 'JoinTime', 'MsgFlag', 'MsgSeq'],
			},
		});
	},
	orderingKey: ({ Member_Account }) => JSON.stringify([Member_Account]),
	retry: { policy: 'idempotent' },
	rateLimit: groupRateLimit,
	list: {
		// 5,000 are allowed; with the fields above they would pass the 1 MB of a response (10018).
		page: { field: 'Limit', max: 500 },
		records: (response) => recordsIn(response, 'GroupIdList'),
		nextPage(response, body, records) {
			const offset = Number(body.Offset) + records.length;
			const { TotalCount } = response;
			return typeof TotalCount === 'number' && offset < TotalCount
				? { ...body, Offset: offset }
				: undefined;
		},
		simplified(record) {
			const { SelfInfo: _self, ...rest } = record;
			return { ...rest, ...objectIn(record, 'SelfInfo') };
		},
	},
};
