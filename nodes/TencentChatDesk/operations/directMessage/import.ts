import { withoutAbsent } from '../../parameters/fields';
import { messageProperties, readMessage } from '../../messages';
import { sent } from '../shared/responses';
import { importsAccounts } from '../shared/importAccounts';
import { maxMessageBytes } from '../shared/limits';
import { cloudCustomDataOption, readCloudCustomData } from '../shared/messageOptions';
import type { SingleOperation } from '../operation';
import { betweenPair, pairProperties, readPair } from './pair';
import { messageNumberOptions, readNumbers } from './sendOptions';

/** Values of `SyncFromOldSystem`. */
const asHistory = 2;
const asLive = 5;

export const importMessage: SingleOperation = {
	value: 'import',
	name: 'Import',
	action: 'Import a direct message',
	description: 'Put a message of another system, with its own time, into a one-to-one conversation',
	documentation: 'https://trtc.io/document/35014',
	shape: 'single',
	path: 'openim/importmsg',
	properties: [
		...pairProperties,
		{
			displayName: 'Message Time',
			name: 'msgTimeStamp',
			type: 'dateTime',
			default: '',
			required: true,
			placeholder: 'e.g. 2025-04-01T12:00:00',
			description:
				'When the message was sent: a date, or the seconds since 1970. Items of one conversation have to come in the order of their times.',
		},
		{
			displayName: 'Import As',
			name: 'syncFromOldSystem',
			type: 'options',
			options: [
				{
					name: 'History',
					value: asHistory,
					description: 'The message counts as read and notifies nobody',
				},
				{
					name: 'Live Message',
					value: asLive,
					description: 'The message counts as unread and is pushed to the recipient',
				},
			],
			default: asHistory,
			description: 'Whether the message is an old one or has just been written',
		},
		...messageProperties,
	],
	options: [cloudCustomDataOption, ...messageNumberOptions],
	request(fields) {
		const option = fields.collection('options', 'Options');
		return withoutAbsent({
			SyncFromOldSystem: fields.choice('syncFromOldSystem', 'Import As', [asHistory, asLive]),
			...readPair(fields),
			...readNumbers(option),
			MsgTimeStamp: fields.seconds('msgTimeStamp', 'Message Time'),
			MsgBody: readMessage(fields),
			CloudCustomData: readCloudCustomData(option),
		});
	},
	orderingKey: ({ From_Account, To_Account }) => betweenPair(From_Account, To_Account),
	dedupeFields: {
		random: 'MsgRandom',
		sequence: 'MsgSeq',
		// "Regardless of their contents", and in both directions.
		contentBlind: {
			places: ({ From_Account, To_Account, MsgTimeStamp }) => [
				`${betweenPair(From_Account, To_Account)} ${String(MsgTimeStamp)}`,
			],
			windowSeconds: Number.POSITIVE_INFINITY,
		},
	},
	// Equal MsgSeq, MsgRandom and MsgTimeStamp are one message for as long as it is stored.
	retry: { policy: 'dedupe', windowSeconds: Number.POSITIVE_INFINITY },
	rateLimit: { default: 100, max: 200 },
	maxBodyBytes: maxMessageBytes,
	recovery: importsAccounts(
		({ From_Account, To_Account }) => [From_Account, To_Account],
		[90003, 90008],
	),
	interpret: (response, { From_Account, To_Account, MsgSeq, MsgRandom, MsgTimeStamp }) =>
		sent(response, { From_Account, To_Account, MsgSeq, MsgRandom, MsgTimeStamp }),
};
