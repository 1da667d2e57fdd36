import type { ApiResponse, Body, Outcome } from '../../contract';
import { withoutAbsent } from '../../parameters/fields';
import { groupRateLimit, inGroup } from '../group/groupFields';
import { memberDataOption, readMemberDataKeys, simplifiedMember } from '../group/memberFields';
import { recordsIn } from '../shared/records';
import type { BatchOperation } from '../operation';
import { memberProperties, readMember, textsOf } from './memberCall';

/** Page 1047/64897. */
const maxMembers = 50;
const list = 'Member_List_Account';

function outcomeFor(response: ApiResponse, body: Body): Outcome {
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
	return { done: true, output: { GroupId, ...simplifiedMember(member) } };
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
	options: [memberDataOption],
	request(fields) {
		const { GroupId, Member_Account } = readMember(fields);
		return withoutAbsent({
			GroupId,
			[list]: [Member_Account],
			...readMemberDataKeys(fields.collection('options', 'Options')),
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
		interpret: (response, bodies) => bodies.map((body) => outcomeFor(response, body)),
	},
};
