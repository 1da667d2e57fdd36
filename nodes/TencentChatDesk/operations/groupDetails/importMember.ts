import type { ApiResponse, Body, Outcome } from '../../contract';
import { withoutAbsent } from '../../parameters/fields';
import { groupRateLimit, inGroup } from '../group/groupFields';
import { importsAccounts } from '../shared/importAccounts';
import { maxUnsigned } from '../shared/limits';
import { recordsIn } from '../shared/records';
import { joining } from '../shared/joining';
import type { BatchOperation } from '../operation';
import { memberProperties, readMember } from './memberCall';

/** Page 1047/34969. */
const maxMembers = 300;

/** `Result`: 0 failed, 1 added, 2 was a member. */
const failed = 0;

const membersOf = (body: Body) => recordsIn(body, 'MemberList');

function outcomeFor(response: ApiResponse, body: Body): Outcome {
	const [member = {}] = membersOf(body);
	const { Member_Account } = member;
	const data = { GroupId: body.GroupId, Member_Account };
	const result = membersOf(response).find((one) => one.Member_Account === Member_Account);
	if (result && result.Result !== failed) {
		return { done: true, output: { ...data, Result: result.Result } };
	}
	return {
		done: false,
		kind: result ? 'permanent' : 'lost',
		message: `The member '${String(Member_Account)}' was not imported`,
		advice: 'Check whether the account exists, and whether the group has room.',
		data,
	};
}

export const importMember: BatchOperation = {
	value: 'importMember',
	name: 'Import Member',
	action: 'Import a member of a group',
	description:
		'Carry a member of a group over from another system, without telling anybody; 300 items of one group share a call',
	documentation: 'https://trtc.io/document/34969',
	shape: 'batch',
	path: 'group_open_http_svc/import_group_member',
	properties: memberProperties,
	options: [
		{
			displayName: 'Administrator',
			name: 'isAdmin',
			type: 'boolean',
			default: false,
			description: 'Whether the member is an administrator of the group',
		},
		{
			displayName: 'Joined',
			name: 'joinTime',
			type: 'dateTime',
			default: '',
			description: 'When the member joined: a date, or the seconds since 1970; now when left out',
		},
		{
			displayName: 'Unread Messages',
			name: 'unreadNum',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: maxUnsigned, numberPrecision: 0 },
			default: '',
			placeholder: 'e.g. 3',
			description: 'How many messages of the group the member has not read',
		},
	],
	request(fields) {
		const options = fields.collection('options', 'Options');
		const { GroupId, Member_Account } = readMember(fields);
		return {
			GroupId,
			MemberList: [
				withoutAbsent({
					Member_Account,
					Role: options.optionalBoolean('isAdmin', 'Administrator') ? 'Admin' : undefined,
					JoinTime: options.optionalSeconds('joinTime', 'Joined'),
					UnreadMsgNum: options.optionalInteger('unreadNum', 'Unread Messages', {
						min: 0,
						max: maxUnsigned,
					}),
				}),
			],
		};
	},
	orderingKey: inGroup,
	retry: { policy: 'idempotent' },
	rateLimit: groupRateLimit,
	recovery: importsAccounts((body) => membersOf(body).map(({ Member_Account }) => Member_Account)),
	batch: {
		maxSize: maxMembers,
		key: ({ GroupId }) => JSON.stringify(GroupId),
		about: (body) => membersOf(body).map(({ Member_Account }) => String(Member_Account)),
		merge: joining('MemberList'),
		interpret: (response, bodies) => bodies.map((body) => outcomeFor(response, body)),
	},
};
