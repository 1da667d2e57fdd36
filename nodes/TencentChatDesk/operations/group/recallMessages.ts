import type { IDataObject } from 'n8n-workflow';
import type { Outcome } from '../../contract';
import { withoutAbsent } from '../../parameters/fields';
import { withinBytes } from '../shared/bytes';
import { group, readGroup } from '../shared/resourceLocators';
import type { BatchOperation } from '../operation';
import { recordsIn } from '../shared/records';
import { readSequence, sequenceProperty } from './messageFields';
import { groupRateLimit, inGroup, readTopic, topicOption } from './groupFields';

const maxReason = 100;

const sequencesOf = (body: IDataObject) =>
	recordsIn(body, 'MsgSeqList').map(({ MsgSeq }) => MsgSeq);

function outcomeOf(GroupId: unknown, MsgSeq: unknown, result: IDataObject | undefined): Outcome {
	const data = { GroupId, MsgSeq } as IDataObject;
	if (!result) {
		return {
			done: false,
			kind: 'lost',
			message: 'Tencent did not say what became of this message',
			advice: 'Look into the group to see whether it is still there.',
			data,
		};
	}
	const { RetCode } = result;
	if (typeof RetCode === 'number' && RetCode !== 0) {
		return { done: false, code: RetCode, data: { ...data, RetCode } };
	}
	return { done: true, output: { ...data, recalled: true } };
}

export const recallMessages: BatchOperation = {
	value: 'recallMessages',
	name: 'Recall Messages',
	action: 'Recall messages of a group',
	description:
		'Take back messages of a group for good, one for each item; items of one group share calls',
	documentation: 'https://trtc.io/document/34965',
	shape: 'batch',
	path: 'group_open_http_svc/group_msg_recall',
	properties: [group, sequenceProperty],
	options: [
		{
			displayName: 'Reason',
			name: 'reason',
			type: 'string',
			default: '',
			placeholder: 'e.g. Sent to the wrong group',
			description: 'Why the message is taken back: up to 100 bytes',
		},
		topicOption,
	],
	request(fields) {
		const options = fields.collection('options', 'Options');
		return withoutAbsent({
			GroupId: readGroup(fields),
			TopicId: readTopic(options),
			MsgSeqList: [{ MsgSeq: readSequence(fields) }],
			Reason: withinBytes(options.optionalText('reason', 'Reason'), 'Reason', maxReason),
		});
	},
	orderingKey: inGroup,
	retry: { policy: 'idempotent' },
	rateLimit: groupRateLimit,
	batch: {
		maxSize: 10,
		key: ({ MsgSeqList: _messages, ...about }) => JSON.stringify(about),
		merge: (bodies) => ({
			...bodies[0],
			MsgSeqList: [...new Set(bodies.flatMap(sequencesOf))].map((MsgSeq) => ({ MsgSeq })),
		}),
		interpret(response, bodies) {
			const results = new Map(
				recordsIn(response, 'RecallRetList').map((result) => [result.MsgSeq, result] as const),
			);
			return bodies.map((body) => {
				const [sequence] = sequencesOf(body);
				return outcomeOf(body.GroupId, sequence, results.get(sequence));
			});
		},
	},
};
