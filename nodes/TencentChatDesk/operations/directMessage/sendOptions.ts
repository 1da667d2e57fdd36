import type { INodeProperties } from 'n8n-workflow';
import type { Body } from '../../contract';
import type { Fields } from '../../fields';
import { largestUnsigned } from '../common';

/** Seven days, the longest that a message is kept for a user who is offline. */
const longestLife = 604_800;

const syncChoices = [1, 2] as const;

export const cloudCustomDataOption: INodeProperties = {
	displayName: 'Cloud Custom Data',
	name: 'cloudCustomData',
	type: 'string',
	default: '',
	placeholder: 'e.g. {"order": 4711}',
	description: 'Data of your own that is stored with the message and reaches the recipient',
};

export const messageNumberOptions: INodeProperties[] = [
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
];

/** What sending to one and sending to many have in common. */
export const sendOptions: INodeProperties[] = [
	cloudCustomDataOption,
	...messageNumberOptions,
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
		displayName: 'Read Receipt',
		name: 'isNeedReadReceipt',
		type: 'boolean',
		default: false,
		description: 'Whether the sender is told when the recipient has read the message',
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

const controls = [
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
];

/** "Send Control" with those of its choices that the API knows. */
export const sendControlOption = (known: readonly string[]): INodeProperties => ({
	displayName: 'Send Control',
	name: 'sendMsgControl',
	type: 'multiOptions',
	options: controls.filter(({ value }) => known.includes(value)),
	default: [],
	description: 'How this message differs from an ordinary one',
});

const unsigned = { min: 0, max: largestUnsigned };

/** The numbers that the server tells copies of a message by, where the user gives them. */
export function readNumbers(option: Fields): Body {
	return {
		MsgSeq: option.optionalInteger('msgSeq', 'Message Sequence', unsigned),
		MsgRandom: option.optionalInteger('msgRandom', 'Message Random', unsigned),
	};
}

export const flag = (value: boolean | undefined) =>
	value === undefined ? undefined : Number(value);

/** @param known the choices of "Send Control" that the API knows */
export function readSendOptions(option: Fields, known: readonly string[]): Body {
	return {
		SyncOtherMachine: option.optionalChoice('syncOtherMachine', 'Sync to Sender', syncChoices),
		From_Account: option.optionalId('fromAccount', 'From Account'),
		MsgLifeTime: option.optionalInteger('msgLifeTime', 'Message Life Time', {
			min: 0,
			max: longestLife,
		}),
		...readNumbers(option),
		SendMsgControl: option.optionalChoices('sendMsgControl', 'Send Control', known),
		CloudCustomData: option.optionalText('cloudCustomData', 'Cloud Custom Data'),
		IsNeedReadReceipt: flag(option.optionalBoolean('isNeedReadReceipt', 'Read Receipt')),
	};
}
