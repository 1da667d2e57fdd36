import type { ApiResponse, Body, Outcome } from '../../contract';
import { withoutAbsent } from '../../parameters/fields';
import { groupRateLimit, inGroup } from '../group/groupFields';
import { keyed, recordsIn } from '../shared/records';
import type { BatchOperation } from '../operation';
import { memberProperties, readMember, textsOf } from './memberCall';

/** Page 1047/64897. */
const maxMembers = 50;
const list = 'Member_List_Account';

function meaningFor(response: ApiResponse, body: Body): Outcome {
	const { GroupId } = body;
	const [Member_Account = ''] = textsOf(body, list);
	const member = recordsIn(response, 'MemberList').find(
		(one) => one.Member_Account === Member_Account,
	);
	if (!member) {
		return {
			done: false,
			kind: 'permanent',
			message: `'${Member_Account}' is no member of the group`,
			advice: 'Check the User ID and the group, or add the user first.',
			data: { GroupId, Member_Account },
		};
	}
	const { AppMemberDefinedData: data, ...rest } = member;
	return {
		done: true,
		output: withoutAbsent({
			GroupId,
			...rest,
			AppMemberDefinedData: data === undefined ? undefined : keyed(member, 'AppMemberDefinedData'),
		}),
	};
}

export const getMember: BatchOperation = {
	value: 'getMember',
	name: 'Get Member',
	action: 'Get a member of a group',
	description: 'Read the role, the name and more of a member; 50 items of one group share a call',
	documentation: 'https://trtc.io/document/64897',
	shape: 'batch',
	path: 'group_open_http_svc/get_specified_group_member_info',
	properties: memberProperties,
	options: [
		{
			displayName: 'Custom Fields',
			name: 'customFields',
			type: 'string',
			default: '',
			placeholder: 'e.g. department, badge',
			description: 'Keys of custom member fields to return as well, with commas between them',
		},
	],
	request(fields) {
		const { GroupId, Member_Account } = readMember(fields);
		return withoutAbsent({
			GroupId,
			[list]: [Member_Account],
			AppDefinedDataFilter_GroupMember: fields
				.collection('options', 'Options')
				.optionalIds('customFields', 'Custom Fields', { kind: 'word' }),
		});
	},
	orderingKey: inGroup,
	retry: { policy: 'idempotent' },
	rateLimit: groupRateLimit,
	batch: {
		maxSize: maxMembers,
		key: ({ [list]: _members, ...about }) => JSON.stringify(about),
		merge: (bodies) => ({
			...bodies[0],
			[list]: [...new Set(bodies.flatMap((body) => textsOf(body, list)))],
		}),
		interpret: (response, bodies) => bodies.map((body) => meaningFor(response, body)),
	},
};
