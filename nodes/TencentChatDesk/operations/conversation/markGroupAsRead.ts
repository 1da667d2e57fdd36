import { groupRateLimit, inGroup, memberProperty } from '../group/groupFields';
import { group, readGroup } from '../shared/resourceLocators';
import { sent } from '../shared/responses';
import type { SingleOperation } from '../operation';
import { readSequences, sequencesProperty } from '../group/messageFields';

const maxMessages = 50;

/** Known from a public server SDK; the page that is linked explains read receipts. */
export const markGroupAsRead: SingleOperation = {
	value: 'markGroupAsRead',
	name: 'Mark Group as Read',
	action: 'Mark group messages as read',
	description: 'Give the read receipt for messages of a group in the name of a member',
	documentation: 'https://trtc.io/document/49439',
	shape: 'single',
	path: 'group_open_http_svc/group_msg_receipt',
	properties: [
		group,
		{ ...memberProperty, description: 'User ID of the member who has read them' },
		sequencesProperty,
	],
	options: [],
	request: (fields) => ({
		GroupId: readGroup(fields),
		From_Account: fields.id('userId', 'User ID'),
		MsgSeqList: readSequences(fields, maxMessages).map((MsgSeq) => ({ MsgSeq })),
	}),
	orderingKey: inGroup,
	retry: { policy: 'idempotent' },
	rateLimit: groupRateLimit,
	interpret: (response, { GroupId, From_Account, MsgSeqList }) =>
		sent(response, { GroupId, From_Account, MsgSeqList }),
};
