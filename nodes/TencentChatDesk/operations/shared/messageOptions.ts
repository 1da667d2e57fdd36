import type { INodeProperties } from 'n8n-workflow';
import type { Fields } from '../../parameters/fields';
import { maxUnsigned } from './limits';

/** Data of the sender's own beside a message. */
export const cloudCustomDataOption: INodeProperties = {
	displayName: 'Cloud Custom Data',
	name: 'cloudCustomData',
	type: 'string',
	default: '',
	placeholder: 'e.g. {"order": 4711}',
	description: 'Custom data stored with the message and delivered to the recipient',
};

export const readCloudCustomData = (options: Fields) =>
	options.optionalText('cloudCustomData', 'Cloud Custom Data');

/** In whose name a call is made. */
export const fromAccountOption: INodeProperties = {
	displayName: 'From User ID',
	name: 'fromAccount',
	type: 'string',
	default: '',
	placeholder: 'e.g. alice',
	description: 'User ID that the recipient sees as sender; the app admin when left out',
};

export const readFromAccount = (options: Fields) =>
	options.optionalId(fromAccountOption.name, fromAccountOption.displayName);

/** The number that copies of a message share; the field's name differs between the APIs. */
export const messageRandomOption: INodeProperties = {
	displayName: 'Message Random',
	name: 'msgRandom',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: maxUnsigned, numberPrecision: 0 },
	default: 0,
	description:
		'Tencent uses this number to detect duplicates: a second message with the same number may be dropped. Leave empty to let the node choose it.',
};

/**
 * A number that the node or Tencent chooses unless the user does. The editor keeps an option that is
 * added and left alone at 0, so that 0 counts as left out.
 */
export const ownNumber = (options: Fields, name: string, label: string): number | undefined =>
	options.optionalInteger(name, label, { min: 0, max: maxUnsigned }) || undefined;

export const readMessageRandom = (options: Fields) =>
	ownNumber(options, messageRandomOption.name, messageRandomOption.displayName);

const callbacks = ['ForbidBeforeSendMsgCallback', 'ForbidAfterSendMsgCallback'] as const;

export const forbidCallbacksOption: INodeProperties = {
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
};

export const readForbidCallbacks = (options: Fields) =>
	options.optionalChoices('forbidCallbackControl', 'Forbid Callbacks', callbacks);

const sendControls = [
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
	options: sendControls.filter(({ value }) => known.includes(value)),
	default: [],
	description: 'How this message differs from an ordinary one',
});

export const readSendControl = (options: Fields, known: readonly string[]) =>
	options.optionalChoices('sendMsgControl', 'Send Control', known);

export const messageExtensionOption: INodeProperties = {
	displayName: 'Support Message Extension',
	name: 'supportMessageExtension',
	type: 'boolean',
	default: false,
	description: 'Whether values can be attached to the message later on',
};

export const readMessageExtension = (options: Fields) =>
	options.optionalFlag('supportMessageExtension', 'Support Message Extension');
