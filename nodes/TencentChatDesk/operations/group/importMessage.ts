import type { IDataObject } from 'n8n-workflow';
import { messageProperties, readMessage } from '../../messages';
import type { ApiResponse, Body, Outcome } from '../../contract';
import { withoutAbsent } from '../../parameters/fields';
import { groupRateLimit, inGroup, readTopic, topicOption } from './groupFields';
import { importsAccounts } from '../shared/importAccounts';
import { messageRandomOption, readMessageRandom } from '../shared/messageOptions';
import { recordsIn } from '../shared/records';
import { group, readGroup } from '../shared/resourceLocators';
import { joining } from '../shared/joining';
import type { BatchOperation } from '../operation';

/** Seven on the page of the API (1047/34968), twenty on that of the limits: seven are safe. */
const maxMessages = 7;

const messagesOf = (body: Body) => recordsIn(body, 'MsgList');

/** Results carry no sender and no number of the message: they are told apart by their place. */
function outcomeOf(body: Body, result: IDataObject | undefined): Outcome {
	const [{ From_Account, SendTime } = {} as IDataObject] = messagesOf(body);
	const data = { GroupId: body.GroupId, From_Account, SendTime };
	if (!result) {
		return {
			done: false,
			kind: 'lost',
			message: 'Tencent did not say what became of this message',
			advice: "Look with 'Get Messages' whether it is in the group.",
			data,
		};
	}
	const { Result, MsgSeq, MsgTime } = result;
	if (typeof Result === 'number' && Result !== 0) {
		return { done: false, code: Result, data: { ErrorCode: Result, ...data } };
	}
	return { done: true, output: withoutAbsent({ ...data, MsgSeq, MsgTime }) };
}

export const importMessage: BatchOperation = {
	value: 'importMessage',
	name: 'Import Message',
	action: 'Import a group message',
	description:
		'Carry a message of a group over from another system. Messages come with rising times, the oldest first; seven items of one group share a call.',
	documentation: 'https://trtc.io/document/34968',
	shape: 'batch',
	path: 'group_open_http_svc/import_group_msg',
	properties: [
		group,
		{
			displayName: 'From User ID',
			name: 'fromAccount',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. alice',
			description: 'User ID of who wrote the message',
		},
		{
			displayName: 'Sent At',
			name: 'sendTime',
			type: 'dateTime',
			default: '',
			required: true,
			placeholder: 'e.g. 2025-04-01T12:00:00',
			description:
				'When it was sent: a date, or the seconds since 1970. Later than the newest message of the group, and before now.',
		},
		...messageProperties,
	],
	options: [
		messageRandomOption,
		topicOption,
		{
			displayName: 'Update Conversations',
			name: 'recentContact',
			type: 'boolean',
			default: false,
			description: 'Whether the group moves up in the list of conversations',
		},
	],
	request(fields) {
		const options = fields.collection('options', 'Options');
		return withoutAbsent({
			GroupId: readGroup(fields),
			TopicId: readTopic(options),
			RecentContactFlag: options.optionalBoolean('recentContact', 'Update Conversations')
				? 1
				: undefined,
			MsgList: [
				withoutAbsent({
					From_Account: fields.id('fromAccount', 'From User ID'),
					SendTime: fields.seconds('sendTime', 'Sent At'),
					Random: readMessageRandom(options),
					MsgBody: readMessage(fields),
				}),
			],
		});
	},
	orderingKey: inGroup,
	// A second import is refused: its time is no later than that of the first (10004).
	retry: { policy: 'idempotent' },
	rateLimit: groupRateLimit,
	recovery: importsAccounts((body) => messagesOf(body).map(({ From_Account }) => From_Account)),
	batch: {
		maxSize: maxMessages,
		key: ({ MsgList: _messages, ...about }) => JSON.stringify(about),
		merge: joining('MsgList'),
		resultsByPlace: 'ImportMsgResult',
		interpret(response: ApiResponse, bodies) {
			const results = recordsIn(response, 'ImportMsgResult');
			const isComplete = results.length === bodies.length;
			return bodies.map((body, place) => outcomeOf(body, isComplete ? results[place] : undefined));
		},
	},
};
