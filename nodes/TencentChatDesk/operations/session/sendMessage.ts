import { withoutAbsent } from '../../parameters/fields';
import { customerMessageProperties, readCustomerMessage } from '../../messages';
import { sent } from '../shared/responses';
import { importsAccounts } from '../shared/importAccounts';
import { maxMessageBytes } from '../shared/limits';
import { messageRandomOption, readMessageRandom } from '../shared/messageOptions';
import type { SingleOperation } from '../operation';
import {
	addressProperties,
	byUser,
	messageOptions,
	readAddress,
	readMessageOptions,
} from './fields';
import { alikeInDesk, sentInDesk } from './sentMessage';

export const sendMessage: SingleOperation = {
	value: 'sendMessage',
	name: 'Send Message',
	action: 'Send a message in a desk session',
	description: 'Send a message to a customer in a Desk session',
	builderHint:
		'Replies to a customer in a running session. As a tool of an AI agent, take sessionId from the trigger and leave only the text to $fromAI.',
	documentation: 'https://www.tencentcloud.com/document/product/1229/68821',
	shape: 'single',
	path: 'desk_http_svc/send_msg',
	properties: [...addressProperties, ...customerMessageProperties],
	options: [...messageOptions, messageRandomOption],
	request(fields) {
		const options = fields.collection('options', 'Options');
		return withoutAbsent({
			...readAddress(fields),
			MsgRandom: readMessageRandom(options),
			MsgBody: readCustomerMessage(fields),
			...readMessageOptions(options),
		});
	},
	orderingKey: ({ SessionId, FromAccount, ToAccount }) =>
		JSON.stringify(SessionId === undefined ? [FromAccount, ToAccount] : [SessionId]),
	dedupeFields: {
		random: 'MsgRandom',
		// The page names neither a scope nor a time: be careful with both.
		contentBlind: { places: () => ['app'], windowSeconds: 600 },
	},
	// The page says that MsgRandom is for de-duplication and names no window: be short.
	retry: { policy: 'dedupe', windowSeconds: 30 },
	rateLimit: { default: 50, max: 200 },
	maxBodyBytes: maxMessageBytes,
	// Of its codes 141004, a wrong parameter, is the only one that fits an unknown user.
	recovery: importsAccounts(({ ToAccount }) => [ToAccount], [141004]),
	// A session ID does not say whose account it is.
	importsWhen: { '/sendTo': [byUser] },
	lookup: sentInDesk,
	alike: alikeInDesk,
	interpret: (response, { SessionId, FromAccount, ToAccount, MsgRandom }) =>
		sent(response, { SessionId, FromAccount, ToAccount, MsgRandom }),
};
