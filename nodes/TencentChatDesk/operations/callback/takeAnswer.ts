import { objectsIn } from '../../parameters/json';
import { readReplyFields, readSaid, replyProperties } from '../../sendAndWait/questionReplyFields';
import type { ListOperation } from '../operation';
import { betweenPair } from '../directMessage/pair';

/** The longest that a message is kept unless the plan says more, in seconds. */
const keptSeconds = 7 * 86_400;
/** Clocks differ: the newest message must not lie in this machine's future. */
const clockSlack = 60;

const defaultMessages = 50;
const maxMessages = 1_000;

/**
 * Reads the history of both sides, in which the message of a question carries what lets its answer
 * in. Chat > "Pulling Historical One-to-one Messages" (page 1047/35478) gives `CloudCustomData`; Desk's
 * own record of a session (1229/68824) does not.
 */
export const takeAnswer: ListOperation = {
	value: 'takeAnswer',
	name: 'Take Answer',
	action: 'Take the answer to a question',
	description:
		'Hand what was written to the workflow that has asked in the chat and waits, and tell whether it was an answer',
	builderHint:
		'Stands right behind the trigger in the workflow that receives messages. The first output is for answers, which are done with; the second for all other messages, which the workflow goes on with. Not for use as an AI tool.',
	documentation: 'https://trtc.io/document/35478',
	shape: 'list',
	path: 'openim/admin_getroammsg',
	properties: replyProperties,
	options: [
		{
			displayName: 'Messages to Look Through',
			name: 'messagesToLookThrough',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: maxMessages, numberPrecision: 0 },
			default: defaultMessages,
			description:
				'How many of the newest messages of both sides are searched for the question. Tencent returns about 13 KB of messages per call.',
		},
	],
	takes: true,
	outputs: ['Answer', 'Not an Answer'],
	needsCall: (fields) => readSaid(fields) !== '',
	request(fields) {
		const { from, to } = readReplyFields(fields);
		const now = Math.floor(Date.now() / 1000);
		return {
			Operator_Account: to,
			Peer_Account: from,
			MinTime: now - keptSeconds,
			MaxTime: now + clockSlack,
		};
	},
	orderingKey: ({ Operator_Account, Peer_Account }) => betweenPair(Operator_Account, Peer_Account),
	retry: { policy: 'idempotent' },
	rateLimit: { default: 100, max: 200 },
	list: {
		enough: (fields) =>
			fields
				.collection('options', 'Options')
				.optionalInteger('messagesToLookThrough', 'Messages to Look Through', {
					min: 1,
					max: maxMessages,
				}) ?? defaultMessages,
		// The page's samples list the oldest of a page first, while paging walks back in time.
		records: (response) => objectsIn(response.MsgList).reverse(),
		nextPage: ({ Complete, LastMsgTime, LastMsgKey }, body) =>
			Complete === 0 ? { ...body, MaxTime: LastMsgTime, LastMsgKey } : undefined,
		page: { field: 'MaxCnt', max: 100 },
	},
};
