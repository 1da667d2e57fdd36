import { messageProperties, readMessage } from '../../messages';
import { withoutAbsent } from '../../parameters/fields';
import { maxMessageBytes } from '../shared/limits';
import {
	cloudCustomDataOption,
	fromAccountOption,
	messageRandomOption,
	readCloudCustomData,
	readFromAccount,
	readMessageRandom,
} from '../shared/messageOptions';
import { sent } from '../shared/responses';
import type { SingleOperation } from '../operation';

export const sendBroadcast: SingleOperation = {
	value: 'sendBroadcast',
	name: 'Send Broadcast',
	action: 'Send a message to all live groups',
	description:
		'Send a message to every live group of the app. It takes a paid plan, a switch in the console and newer clients.',
	documentation: 'https://trtc.io/document/49440',
	shape: 'single',
	path: 'group_open_http_svc/send_broadcast_msg',
	properties: messageProperties,
	options: [cloudCustomDataOption, fromAccountOption, messageRandomOption],
	request(fields) {
		const options = fields.collection('options', 'Options');
		return withoutAbsent({
			From_Account: readFromAccount(options),
			Random: readMessageRandom(options),
			MsgBody: readMessage(fields),
			CloudCustomData: readCloudCustomData(options),
		});
	},
	orderingKey: () => '',
	sender: 'From_Account',
	// Equal content and Random within five minutes count as one.
	dedupeFields: { random: 'Random' },
	retry: { policy: 'dedupe', windowSeconds: 300 },
	rateLimit: { default: 0.5, max: 1 },
	maxBodyBytes: maxMessageBytes,
	interpret: (response, { From_Account, Random }) => sent(response, { From_Account, Random }),
};
