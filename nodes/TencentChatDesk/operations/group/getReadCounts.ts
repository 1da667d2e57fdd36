import type { ApiResponse, Body, Outcome } from '../../contract';
import { groupRateLimit, inGroup } from './groupFields';
import { recordsIn } from '../shared/records';
import { group, readGroup } from '../shared/resourceLocators';
import type { BatchOperation } from '../operation';
import { readSequence, sequenceProperty } from './messageFields';

/** No largest list is printed; a page of messages holds twenty. */
const maxMessages = 20;

const sequencesOf = (body: Body) => recordsIn(body, 'MsgSeqList').map(({ MsgSeq }) => MsgSeq);

function outcomeFor(response: ApiResponse, body: Body): Outcome {
	const [MsgSeq] = sequencesOf(body);
	const { GroupId } = body;
	const found = recordsIn(response, 'GroupMsgReceiptList').find((one) => one.MsgSeq === MsgSeq);
	const { Code, ...counts } = found ?? {};
	if (typeof Code === 'number' && Code !== 0) {
		return { done: false, code: Code, data: { ErrorCode: Code, GroupId, MsgSeq } };
	}
	if (found) return { done: true, output: { GroupId, ...counts } };
	return {
		done: false,
		kind: 'permanent',
		message: 'Tencent said nothing about this message',
		advice: 'Check its number, and whether it was sent with the option Read Receipt.',
		data: { GroupId, MsgSeq },
	};
}

export const getReadCounts: BatchOperation = {
	value: 'getReadCounts',
	name: 'Get Read Counts',
	action: 'Get read counts of a group message',
	description:
		'Count who has read a message that was sent with a read receipt; items of one group share calls',
	documentation: 'https://trtc.io/document/49439',
	shape: 'batch',
	path: 'group_open_http_svc/get_group_msg_receipt',
	properties: [group, sequenceProperty],
	options: [],
	request: (fields) => ({
		GroupId: readGroup(fields),
		MsgSeqList: [{ MsgSeq: readSequence(fields) }],
	}),
	orderingKey: inGroup,
	retry: { policy: 'idempotent' },
	rateLimit: groupRateLimit,
	batch: {
		maxSize: maxMessages,
		key: ({ GroupId }) => JSON.stringify(GroupId),
		merge: (bodies) => ({
			...bodies[0],
			MsgSeqList: [...new Set(bodies.flatMap(sequencesOf))].map((MsgSeq) => ({ MsgSeq })),
		}),
		interpret: (response, bodies) => bodies.map((body) => outcomeFor(response, body)),
	},
};
