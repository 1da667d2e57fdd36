import { messageProperties, readMessage } from '../../messages';
import { offlinePushProperty, readOfflinePush } from '../../messages/offlinePush';
import { InvalidParameter } from '../../parameters/invalidParameter';
import { withoutAbsent } from '../../parameters/fields';
import { maxMessageBytes } from '../shared/limits';
import {
	cloudCustomDataOption,
	forbidCallbacksOption,
	messageRandomOption,
	readCloudCustomData,
	readForbidCallbacks,
	readMessageRandom,
	readSendControl,
	sendControlOption,
} from '../shared/messageOptions';
import { sent } from '../shared/responses';
import type { SingleOperation } from '../operation';
import { accountProperty, ofAccount, readAccount } from './accountFields';

const sendControls = ['NoLastMsg'];

export const sendMessage: SingleOperation = {
	value: 'sendMessage',
	name: 'Send Message',
	action: 'Send a message of an official account',
	description:
		'Send a message to all subscribers of an official account. Tencent allows two an hour for each account.',
	documentation: 'https://trtc.io/document/60810',
	shape: 'single',
	path: 'official_account_open_http_svc/send_official_account_msg',
	properties: [accountProperty, ...messageProperties, offlinePushProperty],
	options: [
		cloudCustomDataOption,
		forbidCallbacksOption,
		messageRandomOption,
		{
			displayName: 'Online Only',
			name: 'onlineOnly',
			type: 'boolean',
			default: false,
			description: 'Whether only who is online now gets it, and nothing is stored',
		},
		sendControlOption(sendControls),
	],
	request(fields) {
		const options = fields.collection('options', 'Options');
		const onlineOnly = options.optionalFlag('onlineOnly', 'Online Only');
		const controls = readSendControl(options, sendControls);
		if (onlineOnly && controls) {
			throw new InvalidParameter(
				"'Online Only' and 'Send Control' do not go together",
				'A message that is not stored has no place in the list: remove one of them.',
			);
		}
		return withoutAbsent({
			Official_Account: readAccount(fields),
			Random: readMessageRandom(options),
			MsgBody: readMessage(fields),
			CloudCustomData: readCloudCustomData(options),
			OfflinePushInfo: readOfflinePush(fields),
			ForbidCallbackControl: readForbidCallbacks(options),
			OnlineOnlyFlag: onlineOnly,
			SendMsgControl: controls,
		});
	},
	orderingKey: ofAccount,
	// Equal content and Random within five minutes count as one.
	dedupeFields: { random: 'Random' },
	retry: { policy: 'dedupe', windowSeconds: 300 },
	// One message a second for each account; more than two an hour are refused.
	rateLimit: { default: 1, max: 200 },
	targetLimit: {
		perSecond: 1,
		target: ({ Official_Account }) => `official account ${String(Official_Account)}`,
	},
	maxBodyBytes: maxMessageBytes,
	interpret: (response, { Official_Account, Random }) =>
		sent(response, { Official_Account, Random }),
};
