import type { INodeProperties } from 'n8n-workflow';
import { withoutAbsent, type Fields } from '../../parameters/fields';
import { customerMessageProperties, readCustomerMessage } from '../../messages';
import { offlinePushProperty, readOfflinePush } from '../../messages/offlinePush';
import { sent } from '../shared/responses';
import { importsAccounts } from '../shared/importAccounts';
import { maxUnsigned, maxMessageBytes } from '../shared/limits';
import {
	forbidCallbacksOption,
	messageExtensionOption,
	ownNumber,
	readForbidCallbacks,
	readMessageExtension,
	sendControlOption,
} from '../shared/messageOptions';
import { inHistoryOfPair } from '../shared/sentMessage';
import type { SingleOperation } from '../operation';
import { betweenPair } from './pair';
import { readSendOptions, sendOptions } from './sendOptions';

const sendControls = ['NoUnread', 'NoLastMsg', 'WithMuteNotifications', 'NoMsgCheck'] as const;

const options: INodeProperties[] = [
	...sendOptions,
	sendControlOption(sendControls),
	forbidCallbacksOption,
	messageExtensionOption,
	{
		displayName: 'Message Timestamp',
		name: 'msgTimeStamp',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: maxUnsigned, numberPrecision: 0 },
		default: 0,
		placeholder: 'e.g. 1557387418',
		description:
			'Time of the message in seconds since 1970 (Unix time). Newer documentation no longer names it; left out or 0, Tencent takes its own time.',
	},
];

/** The control that names the recipient. */
export const toAccount: INodeProperties = {
	displayName: 'To User ID',
	name: 'toAccount',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. alice',
	description: 'User ID of the recipient. The account has to exist in your Chat app.',
};

export const readToAccount = (fields: Fields): string =>
	fields.id('toAccount', 'To User ID', {
		many: "Or use the operation 'Send to Many', which takes a list.",
	});

export const send: SingleOperation = {
	value: 'send',
	name: 'Send',
	action: 'Send a direct message',
	description: 'Send a one-to-one message to a user',
	builderHint:
		'Sends one message to one user per item, at any number of items. For one text to many users, Send to Many needs fewer calls.',
	documentation: 'https://trtc.io/document/34919',
	shape: 'single',
	path: 'openim/sendmsg',
	properties: [toAccount, ...customerMessageProperties, offlinePushProperty],
	options,
	request(fields) {
		const option = fields.collection('options', 'Options');
		return withoutAbsent({
			To_Account: readToAccount(fields),
			...readSendOptions(option, sendControls),
			MsgTimeStamp: ownNumber(option, 'msgTimeStamp', 'Message Timestamp'),
			ForbidCallbackControl: readForbidCallbacks(option),
			MsgBody: readCustomerMessage(fields),
			SupportMessageExtension: readMessageExtension(option),
			OfflinePushInfo: readOfflinePush(fields),
		});
	},
	// Both directions are one conversation, which clients sort by second and then by MsgSeq.
	orderingKey: ({ From_Account, To_Account }) => betweenPair(From_Account, To_Account),
	sender: 'From_Account',
	dedupeFields: { random: 'MsgRandom', sequence: 'MsgSeq' },
	// Equal sender, MsgSeq, MsgRandom and content count as one message for 120 s.
	retry: { policy: 'dedupe', windowSeconds: 120 },
	rateLimit: { default: 100, max: 200 },
	maxBodyBytes: maxMessageBytes,
	recovery: importsAccounts(({ To_Account, From_Account }) => [To_Account, From_Account]),
	lookup: inHistoryOfPair(
		({ From_Account, To_Account }) => [From_Account, To_Account],
		({ MsgTimeStamp, MsgKey }, { From_Account, To_Account, MsgSeq, MsgRandom }) =>
			withoutAbsent({
				From_Account,
				To_Account,
				MsgSeq,
				MsgRandom,
				MsgTime: MsgTimeStamp,
				MsgKey,
			}),
	),
	interpret: (response, { From_Account, To_Account, MsgSeq, MsgRandom }) =>
		sent(response, { From_Account, To_Account, MsgSeq, MsgRandom }),
};
