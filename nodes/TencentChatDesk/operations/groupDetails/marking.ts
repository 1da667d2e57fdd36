import type { INodeProperties } from 'n8n-workflow';
import type { ApiResponse, Body, Outcome } from '../../contract';
import { InvalidParameter } from '../../parameters/invalidParameter';
import type { Fields } from '../../parameters/fields';
import { groupRateLimit, inGroup, memberProperty } from '../group/groupFields';
import { recordsIn } from '../shared/records';
import { group, readGroup } from '../shared/resourceLocators';
import { joining } from '../shared/joining';
import type { BatchOperation } from '../operation';
import type { clearing, setting } from './liveGroupFields';

/** Page 1047/50294. */
const maxMembers = 500;
const firstOwnMark = 1000;
/** Counts as online for three days, and hides from the list of viewers. */
const specialMarks = [500, 600];

const marksProperty: INodeProperties = {
	displayName: 'Marks',
	name: 'memberMarks',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 1000',
	description:
		'Numbers from 1000 on, ten different ones in a group. 500 keeps a viewer online for three days, 600 out of the list. Give a list, or text with commas.',
};

function readMarks(fields: Fields): number[] {
	const label = 'Marks';
	return fields.ids('memberMarks', label).map((word) => {
		const mark = Number(word);
		if (Number.isSafeInteger(mark) && (mark >= firstOwnMark || specialMarks.includes(mark))) {
			return mark;
		}
		throw new InvalidParameter(
			`'${label}' holds '${word.slice(0, 50)}', which is not a custom mark`,
			'Enter whole numbers from 1000 on, or 500 or 600.',
		);
	});
}

const membersOf = (body: Body) => recordsIn(body, 'MemberList');

/** The response lists only those for whom it worked: who is not online is left out. */
function outcomeFor(response: ApiResponse, body: Body): Outcome {
	const [member = {}] = membersOf(body);
	const { Member_Account } = member;
	const { GroupId } = body;
	const found = membersOf(response).some((one) => one.Member_Account === Member_Account);
	if (found) return { done: true, output: { GroupId, ...member } };
	return {
		done: false,
		kind: 'permanent',
		message: `The mark of '${String(Member_Account)}' was not changed`,
		advice: 'Only who is in the live group now can be marked.',
		data: { GroupId, Member_Account },
	};
}

/** How viewers are marked and unmarked; items of one group share calls. */
export const marking = (command: typeof setting | typeof clearing) =>
	({
		documentation: 'https://trtc.io/document/50294',
		shape: 'batch',
		path: 'group_open_avchatroom_http_svc/modify_user_info',
		properties: [
			group,
			{ ...memberProperty, description: 'User ID of somebody who is in the live group' },
			marksProperty,
		],
		options: [],
		request: (fields) => ({
			GroupId: readGroup(fields),
			CommandType: command,
			MemberList: [{ Member_Account: fields.id('userId', 'User ID'), Marks: readMarks(fields) }],
		}),
		orderingKey: inGroup,
		retry: { policy: 'idempotent' },
		rateLimit: groupRateLimit,
		batch: {
			maxSize: maxMembers,
			key: ({ GroupId }) => JSON.stringify(GroupId),
			about: (body) => membersOf(body).map(({ Member_Account }) => String(Member_Account)),
			merge: joining('MemberList'),
			interpret: (response, bodies) => bodies.map((body) => outcomeFor(response, body)),
		},
	}) satisfies Partial<BatchOperation>;
