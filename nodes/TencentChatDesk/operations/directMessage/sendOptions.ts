import type { INodeProperties } from 'n8n-workflow';
import type { Body } from '../../contract';
import type { Fields } from '../../parameters/fields';
import { InvalidParameter } from '../../parameters/invalidParameter';
import { maxUnsigned } from '../shared/limits';
import {
	cloudCustomDataOption,
	fromAccountOption,
	messageRandomOption,
	ownNumber,
	readCloudCustomData,
	readFromAccount,
	readMessageRandom,
	readSendControl,
} from '../shared/messageOptions';

/** Seven days, the longest that a message is kept for a user who is offline. */
const maxLife = 604_800;

const syncChoices = [1, 2] as const;

/** The numbers that the server tells copies of a message by, where the user gives them. */
export const messageNumberOptions: INodeProperties[] = [
	messageRandomOption,
	{
		displayName: 'Message Sequence',
		name: 'msgSeq',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: maxUnsigned, numberPrecision: 0 },
		default: 0,
		description:
			'Orders messages that are sent within one second. Left out or 0, the node counts upwards.',
	},
];

/** What sending to one and sending to many have in common. */
export const sendOptions: INodeProperties[] = [
	cloudCustomDataOption,
	...messageNumberOptions,
	fromAccountOption,
	{
		displayName: 'Message Life Time (Seconds)',
		name: 'msgLifeTime',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: maxLife, numberPrecision: 0 },
		default: maxLife,
		description:
			'Seconds that the message waits for a recipient who is offline: at most 604800 (seven days), which also holds when left out. 0 reaches only who is online now and is not stored.',
	},
	{
		displayName: 'Online Only',
		name: 'onlineOnly',
		type: 'boolean',
		default: false,
		description:
			'Whether the message reaches only who is online now and is not stored, such as a sign that somebody is typing',
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

/** The numbers of `messageNumberOptions`, in the API's spelling. */
export function readNumbers(option: Fields): Body {
	return {
		MsgSeq: ownNumber(option, 'msgSeq', 'Message Sequence'),
		MsgRandom: readMessageRandom(option),
	};
}

/**
 * The fields of `sendOptions` and "Send Control", in the API's spelling.
 *
 * @param known the choices of "Send Control" that the API knows
 */
export function readSendOptions(option: Fields, known: readonly string[]): Body {
	const lifeTime = option.optionalInteger('msgLifeTime', 'Message Life Time (Seconds)', {
		min: 0,
		max: maxLife,
	});
	const onlineOnly = option.optionalFlag('onlineOnly', 'Online Only');
	if (onlineOnly === 1 && lifeTime !== undefined && lifeTime > 0) {
		throw new InvalidParameter(
			"'Online Only' and 'Message Life Time (Seconds)' do not go together",
			'A message that is not stored waits for nobody: remove one of them.',
		);
	}
	return {
		SyncOtherMachine: option.optionalChoice('syncOtherMachine', 'Sync to Sender', syncChoices),
		From_Account: readFromAccount(option),
		MsgLifeTime: lifeTime,
		// The newer name for a life time of 0: Tencent's page of batchsendmsg of 2026, and a server SDK.
		OnlineOnlyFlag: onlineOnly,
		...readNumbers(option),
		SendMsgControl: readSendControl(option, known),
		CloudCustomData: readCloudCustomData(option),
		IsNeedReadReceipt: option.optionalFlag('isNeedReadReceipt', 'Read Receipt'),
	};
}
