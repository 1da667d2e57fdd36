import { groupRateLimit } from './groupFields';
import { recordsIn } from '../shared/records';
import { group, readGroup } from '../shared/resourceLocators';
import type { ListOperation } from '../operation';
import { ofMessage, readSequence, sequenceProperty } from './messageFields';

const filters = [0, 1] as const;

export const getReaders: ListOperation = {
	value: 'getReaders',
	name: 'Get Readers',
	action: 'Get readers of a group message',
	description: 'List who has read a message that was sent with a read receipt, or who has not',
	documentation: 'https://trtc.io/document/49438',
	shape: 'list',
	path: 'group_open_http_svc/get_group_msg_receipt_detail',
	properties: [
		group,
		sequenceProperty,
		{
			displayName: 'List',
			name: 'readFilter',
			type: 'options',
			options: [
				{ name: 'Who Has Not Read It', value: 1 },
				{ name: 'Who Has Read It', value: 0 },
			],
			default: 0,
			description: 'Which members to return',
		},
	],
	options: [],
	request: (fields) => ({
		GroupId: readGroup(fields),
		MsgSeq: readSequence(fields),
		Filter: fields.choice('readFilter', 'List', filters),
		Cursor: '',
	}),
	orderingKey: ofMessage,
	retry: { policy: 'idempotent' },
	rateLimit: groupRateLimit,
	list: {
		page: { field: 'Count', max: 200 },
		records: (response) => [
			...recordsIn(response, 'ReadList').map(({ Read_Account }) => ({
				Member_Account: Read_Account,
				Read: true,
			})),
			...recordsIn(response, 'UnreadList').map(({ Unread_Account }) => ({
				Member_Account: Unread_Account,
				Read: false,
			})),
		],
		// The table has IsFinished, the sample IsFinish.
		nextPage: ({ IsFinished, IsFinish = IsFinished, Cursor }, body) =>
			IsFinish === 0 && typeof Cursor === 'string' && Cursor !== ''
				? { ...body, Cursor }
				: undefined,
	},
};
