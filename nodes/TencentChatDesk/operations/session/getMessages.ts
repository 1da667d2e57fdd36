import type { IDataObject } from 'n8n-workflow';
import { objectsIn } from '../../parameters/json';
import { withoutAbsent } from '../../parameters/fields';
import { downloadOptions } from '../../messages/downloadOptions';
import { messageDownloads } from '../shared/downloads';
import { messageReading } from '../shared/messageReading';
import { nextOffset } from '../shared/paging';
import { recordsIn } from '../shared/records';
import type { ListOperation } from '../operation';
import { readSessionId, sessionId } from './fields';

const isText = ({ MsgType }: IDataObject) => MsgType === 'TIMTextElem';

/** What a message says in `Text`; the elements of what is more than text stay as they came. */
function simplified({ MsgBody, ...message }: IDataObject): IDataObject {
	const elements = objectsIn(MsgBody);
	return withoutAbsent({
		...message,
		MsgType: elements[0]?.MsgType,
		...messageReading(MsgBody),
		MsgBody: elements.every(isText) ? undefined : MsgBody,
	});
}

export const getMessages: ListOperation = {
	value: 'getMessages',
	name: 'Get Messages',
	action: 'Get the messages of a desk session',
	description: 'List what the customer, the chatbot and the agents wrote in a session',
	builderHint: 'Gives an AI agent the history of a session before it answers.',
	documentation: 'https://www.tencentcloud.com/document/product/1229/68824',
	shape: 'list',
	path: 'desk_http_svc/describe_chat_messages',
	properties: [
		sessionId,
		{
			displayName: 'Order',
			name: 'order',
			type: 'options',
			options: [
				{ name: 'Newest First', value: 2 },
				{ name: 'Oldest First', value: 1 },
			],
			default: 2,
			description:
				'Which messages come first. With Oldest First, a message that arrives while the list is read shifts nothing.',
		},
	],
	options: downloadOptions,
	request: (fields) => ({
		SessionId: readSessionId(fields),
		Order: fields.choice('order', 'Order', [1, 2]),
	}),
	orderingKey: ({ SessionId }) => JSON.stringify([SessionId]),
	retry: { policy: 'idempotent' },
	rateLimit: { default: 50, max: 200 },
	list: {
		records: (response) => recordsIn(response, 'Messages'),
		nextPage: nextOffset,
		page: { field: 'Limit', max: 100 },
		simplified,
		downloads: messageDownloads,
	},
};
