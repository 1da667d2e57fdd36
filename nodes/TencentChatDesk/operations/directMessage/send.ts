import type { INodeProperties } from 'n8n-workflow';
import { withoutAbsent } from '../../fields';
import { messageProperties, readMessage } from '../../messages';
import { offlinePushProperty, readOfflinePush } from '../../messages/offlinePush';
import { importing, largestUnsigned, messageBytes, sent } from '../common';
import type { Operation } from '../operation';

/** Seven days, the longest that a message is kept for a user who is offline. */
const longestLife = 604_800;

const forbidCallbacks = ['ForbidBeforeSendMsgCallback', 'ForbidAfterSendMsgCallback'] as const;
const sendControls = ['NoUnread', 'NoLastMsg', 'WithMuteNotifications', 'NoMsgCheck'] as const;
const syncChoices = [1, 2] as const;

const options: INodeProperties[] = [
	{
		displayName: 'Cloud Custom Data',
		name: 'cloudCustomData',
		type: 'string',
		default: '',
		placeholder: 'e.g. {"order": 4711}',
		description: 'Data of your own that is stored with the message and reaches the recipient',
	},
	{
		displayName: 'Forbid Callbacks',
		name: 'forbidCallbackControl',
		type: 'multiOptions',
		options: [
			{
				name: 'After Sending',
				value: 'ForbidAfterSendMsgCallback',
				description: 'Tencent does not tell your server that the message was sent',
			},
			{
				name: 'Before Sending',
				value: 'ForbidBeforeSendMsgCallback',
				description: 'Tencent does not ask your server whether the message may be sent',
			},
		],
		default: [],
		description: "Which of your app's callbacks this message does not trigger",
	},
	{
		displayName: 'From Account',
		name: 'fromAccount',
		type: 'string',
		default: '',
		placeholder: 'e.g. alice',
		description: 'UserID that the recipient sees as sender; the app admin when left out',
	},
	{
		displayName: 'Message Life Time',
		name: 'msgLifeTime',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: longestLife, numberPrecision: 0 },
		default: longestLife,
		description:
			'Seconds that the message waits for a recipient who is offline: at most 604800 (seven days), which also holds when left out. 0 reaches only who is online now and is not stored.',
	},
	{
		displayName: 'Message Random',
		name: 'msgRandom',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: largestUnsigned, numberPrecision: 0 },
		default: 0,
		description:
			'The number by which Tencent drops copies of one message. The node gives each message its own when left out.',
	},
	{
		displayName: 'Message Sequence',
		name: 'msgSeq',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: largestUnsigned, numberPrecision: 0 },
		default: 0,
		description:
			'Orders messages that are sent within one second. The node counts upwards when left out.',
	},
	{
		displayName: 'Message Timestamp',
		name: 'msgTimeStamp',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: largestUnsigned, numberPrecision: 0 },
		default: 0,
		placeholder: 'e.g. 1557387418',
		description:
			'Time of the message in seconds since 1970 (Unix time). Newer documentation no longer names it; Tencent takes its own time when left out.',
	},
	{
		displayName: 'Read Receipt',
		name: 'isNeedReadReceipt',
		type: 'boolean',
		default: false,
		description: 'Whether the sender is told when the recipient has read the message',
	},
	{
		displayName: 'Send Control',
		name: 'sendMsgControl',
		type: 'multiOptions',
		options: [
			{
				name: 'Mute Notification',
				value: 'WithMuteNotifications',
				description: "Respect the recipient's setting to mute this conversation",
			},
			{
				name: 'No Conversation Update',
				value: 'NoLastMsg',
				description: 'The message does not become the last one in the list of conversations',
			},
			{
				name: 'No Moderation',
				value: 'NoMsgCheck',
				description: "The message is not checked by Tencent's content moderation",
			},
			{
				name: 'No Unread Count',
				value: 'NoUnread',
				description: 'The message does not count as unread',
			},
		],
		default: [],
		description: 'How this message differs from an ordinary one',
	},
	{
		displayName: 'Support Message Extension',
		name: 'supportMessageExtension',
		type: 'boolean',
		default: false,
		description: 'Whether values can be attached to the message later on',
	},
	{
		displayName: 'Sync to Sender',
		name: 'syncOtherMachine',
		type: 'options',
		options: [
			{
				name: 'History and Devices',
				value: 1,
				description: "The message appears on the sender's devices and in the sender's history",
			},
			{
				name: 'Nowhere',
				value: 2,
				description: 'The sender does not see the message at all',
			},
		],
		default: 1,
		description:
			"Where the sender sees the message. When left out, in the sender's history but not at once on the devices.",
	},
];

const asNumber = (value: boolean | undefined) => (value === undefined ? undefined : Number(value));

export const send: Operation = {
	value: 'send',
	name: 'Send',
	action: 'Send a direct message',
	description: 'Send a one-to-one message to a user',
	documentation: 'https://trtc.io/document/34919',
	path: 'openim/sendmsg',
	properties: [
		{
			displayName: 'To Account',
			name: 'toAccount',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. user45',
			description: 'UserID of the recipient. The account has to exist in your Chat app.',
		},
		...messageProperties,
		offlinePushProperty,
	],
	options,
	request(fields) {
		const option = fields.collection('options', 'Options');
		const unsigned = { min: 0, max: largestUnsigned };
		return withoutAbsent({
			SyncOtherMachine: option.optionalChoice('syncOtherMachine', 'Sync to Sender', syncChoices),
			From_Account: option.optionalId('fromAccount', 'From Account'),
			To_Account: fields.id('toAccount', 'To Account'),
			MsgLifeTime: option.optionalInteger('msgLifeTime', 'Message Life Time', {
				min: 0,
				max: longestLife,
			}),
			MsgSeq: option.optionalInteger('msgSeq', 'Message Sequence', unsigned),
			MsgRandom: option.optionalInteger('msgRandom', 'Message Random', unsigned),
			MsgTimeStamp: option.optionalInteger('msgTimeStamp', 'Message Timestamp', unsigned),
			ForbidCallbackControl: option.optionalChoices(
				'forbidCallbackControl',
				'Forbid Callbacks',
				forbidCallbacks,
			),
			SendMsgControl: option.optionalChoices('sendMsgControl', 'Send Control', sendControls),
			MsgBody: readMessage(fields),
			CloudCustomData: option.optionalText('cloudCustomData', 'Cloud Custom Data'),
			SupportMessageExtension: asNumber(
				option.optionalBoolean('supportMessageExtension', 'Support Message Extension'),
			),
			IsNeedReadReceipt: asNumber(option.optionalBoolean('isNeedReadReceipt', 'Read Receipt')),
			OfflinePushInfo: readOfflinePush(fields),
		});
	},
	conversation: ({ From_Account, To_Account }) => JSON.stringify([From_Account ?? '', To_Account]),
	numbers: { random: 'MsgRandom', sequence: 'MsgSeq' },
	// Equal sender, MsgSeq, MsgRandom and content count as one message for 120 s.
	repeat: { rule: 'deduplicated', windowSeconds: 120 },
	pace: { usual: 100, documentedLimit: 200 },
	largestBody: messageBytes,
	remedy: importing(({ To_Account, From_Account }) => [To_Account, From_Account]),
	meaning: (answer, { From_Account, To_Account, MsgSeq, MsgRandom }) =>
		sent(answer, { From_Account, To_Account, MsgSeq, MsgRandom }),
};
