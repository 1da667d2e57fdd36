import { withoutAbsent } from '../../fields';
import { messageProperties, readMessage } from '../../messages';
import { importing, largestUnsigned, messageBytes, sent } from '../common';
import type { Operation } from '../operation';
import { addressProperties, messageOptions, readAddress, readMessageOptions } from './fields';

export const sendMessage: Operation = {
	value: 'sendMessage',
	name: 'Send Message',
	action: 'Send a message in a desk session',
	description: 'Send a message to a customer in a Desk session',
	builderHint:
		'Replies to a customer in a running session. As a tool of an AI agent, take sessionId from the trigger and leave only the text to $fromAI.',
	documentation: 'https://www.tencentcloud.com/document/product/1229/68821',
	path: 'desk_http_svc/send_msg',
	properties: [...addressProperties, ...messageProperties],
	options: [
		...messageOptions,
		{
			displayName: 'Message Random',
			name: 'msgRandom',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: largestUnsigned, numberPrecision: 0 },
			default: 0,
			description:
				'The number by which Tencent drops copies of one message. The node gives each message its own when left out.',
		},
	],
	request(fields) {
		const options = fields.collection('options', 'Options');
		return withoutAbsent({
			...readAddress(fields),
			MsgRandom: options.optionalInteger('msgRandom', 'Message Random', {
				min: 0,
				max: largestUnsigned,
			}),
			MsgBody: readMessage(fields),
			...readMessageOptions(options),
		});
	},
	conversation: ({ SessionId, FromAccount, ToAccount }) =>
		JSON.stringify(SessionId === undefined ? [FromAccount, ToAccount] : [SessionId]),
	numbers: { random: 'MsgRandom' },
	// The page says that MsgRandom is for de-duplication and names no window: be short.
	repeat: { rule: 'deduplicated', windowSeconds: 30 },
	pace: { usual: 50, documentedLimit: 200 },
	largestBody: messageBytes,
	remedy: importing(({ ToAccount }) => [ToAccount]),
	meaning: (answer, { SessionId, FromAccount, ToAccount, MsgRandom }) =>
		sent(answer, { SessionId, FromAccount, ToAccount, MsgRandom }),
};
