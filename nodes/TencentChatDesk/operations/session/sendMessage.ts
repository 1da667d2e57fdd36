import { withoutAbsent } from '../../fields';
import { messageProperties, readMessage } from '../../messages';
import { importing, messageBytes, sent } from '../common';
import {
	cloudCustomDataOption,
	messageRandomOption,
	readCloudCustomData,
	readMessageRandom,
} from '../messageOptions';
import type { Operation } from '../operation';
import { bySession, byUser, readSessionId, sessionId, sidesOfUser } from './fields';

export const sendMessage: Operation = {
	value: 'sendMessage',
	name: 'Send Message',
	action: 'Send a message in a desk session',
	description: 'Send a message to a customer in a Desk session',
	documentation: 'https://www.tencentcloud.com/document/product/1229/68821',
	path: 'desk_http_svc/send_msg',
	properties: [
		{
			displayName: 'Send To',
			name: 'sendTo',
			type: 'options',
			options: [
				{
					name: 'Session',
					value: bySession,
					description: 'By the ID of a session. Works for web pages and for apps.',
				},
				{
					name: 'User',
					value: byUser,
					description:
						'By service account and user. Works only where the customer uses the app (SDK) integration.',
				},
			],
			default: bySession,
			description: 'How to say who gets the message',
		},
		{ ...sessionId, displayOptions: { show: { sendTo: [bySession] } } },
		...sidesOfUser('sendTo'),
		...messageProperties,
	],
	options: [
		cloudCustomDataOption,
		{
			displayName: 'Exclude From User Response Timeout',
			name: 'excludeFromUserRespTimeout',
			type: 'boolean',
			default: false,
			description:
				'Whether this message does not start the countdown in which a customer has to answer a human agent',
		},
		messageRandomOption,
	],
	request(fields) {
		const options = fields.collection('options', 'Options');
		const toSession = fields.choice('sendTo', 'Send To', [bySession, byUser]) === bySession;
		return withoutAbsent({
			SessionId: toSession ? readSessionId(fields) : undefined,
			FromAccount: toSession ? undefined : fields.id('serviceAccount', 'Service Account'),
			ToAccount: toSession ? undefined : fields.id('userId', 'User ID'),
			MsgRandom: readMessageRandom(options),
			MsgBody: readMessage(fields),
			CloudCustomData: readCloudCustomData(options),
			// 1 is "not timed".
			ExcludeFromUserRespTimeout: options.optionalFlag(
				'excludeFromUserRespTimeout',
				'Exclude From User Response Timeout',
			),
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
	// A session ID does not say whose account it is.
	importsWhen: { '/sendTo': [byUser] },
	meaning: (answer, { SessionId, FromAccount, ToAccount, MsgRandom }) =>
		sent(answer, { SessionId, FromAccount, ToAccount, MsgRandom }),
};
