import type { ApiResponse, Body, Outcome } from '../../contract';
import { groupRateLimit, inGroup, memberProperty } from '../group/groupFields';
import { group, readGroup } from '../shared/resourceLocators';
import type { BatchOperation } from '../operation';

/** No largest list is printed for this command; it is that of banning viewers. */
const maxUsers = 20;
const list = 'Member_Account';

const textsOf = (body: Body) => (Array.isArray(body[list]) ? (body[list] as string[]) : []);

function outcomeFor(response: ApiResponse, body: Body): Outcome {
	const [Member_Account = ''] = textsOf(body);
	const Online = textsOf(response).includes(Member_Account);
	return { done: true, output: { GroupId: body.GroupId, Member_Account, Online } };
}

export const checkViewer: BatchOperation = {
	value: 'checkViewer',
	name: 'Check Viewer',
	action: 'Check whether a user watches a live group',
	description:
		'Find out whether a user is in a live group now, up to 40 seconds late; 20 items of one group share a call',
	documentation: 'https://trtc.io/document/60523',
	shape: 'batch',
	path: 'group_open_avchatroom_http_svc/check_members',
	properties: [group, { ...memberProperty, description: 'User ID of the user in question' }],
	options: [],
	request: (fields) => ({
		GroupId: readGroup(fields),
		[list]: [fields.id('userId', 'User ID')],
	}),
	orderingKey: inGroup,
	retry: { policy: 'idempotent' },
	rateLimit: groupRateLimit,
	batch: {
		maxSize: maxUsers,
		key: ({ GroupId }) => JSON.stringify(GroupId),
		merge: (bodies) => ({ ...bodies[0], [list]: [...new Set(bodies.flatMap(textsOf))] }),
		interpret: (response, bodies) => bodies.map((body) => outcomeFor(response, body)),
	},
};
