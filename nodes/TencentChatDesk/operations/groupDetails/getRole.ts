import type { ApiResponse, Body, Outcome } from '../../contract';
import { groupRateLimit, inGroup } from '../group/groupFields';
import { recordsIn } from '../shared/records';
import type { BatchOperation } from '../operation';
import { memberProperties, readMember, textsOf } from './memberCall';

/** Page 1047/34963. */
const maxUsers = 500;
const list = 'User_Account';

function outcomeFor(response: ApiResponse, body: Body): Outcome {
	const { GroupId } = body;
	const [Member_Account = ''] = textsOf(body, list);
	const found = recordsIn(response, 'UserIdList').find(
		(one) => one.Member_Account === Member_Account,
	);
	if (found) return { done: true, output: { GroupId, ...found } };
	return {
		done: false,
		kind: 'permanent',
		message: `Tencent said nothing about '${Member_Account}'`,
		advice: 'Check the User ID in the Chat console, page Account Management.',
		data: { GroupId, Member_Account },
	};
}

export const getRole: BatchOperation = {
	value: 'getRole',
	name: 'Get Role',
	action: 'Get the role of a user in a group',
	description:
		'Find out whether a user is owner, admin, member or none of them; 500 items of one group share a call',
	documentation: 'https://trtc.io/document/34963',
	shape: 'batch',
	path: 'group_open_http_svc/get_role_in_group',
	properties: memberProperties,
	options: [],
	request(fields) {
		const { GroupId, Member_Account } = readMember(fields);
		return { GroupId, [list]: [Member_Account] };
	},
	orderingKey: inGroup,
	retry: { policy: 'idempotent' },
	rateLimit: groupRateLimit,
	batch: {
		maxSize: maxUsers,
		key: ({ GroupId }) => JSON.stringify(GroupId),
		merge: (bodies) => ({
			...bodies[0],
			[list]: [...new Set(bodies.flatMap((body) => textsOf(body, list)))],
		}),
		interpret: (response, bodies) => bodies.map((body) => outcomeFor(response, body)),
	},
};
