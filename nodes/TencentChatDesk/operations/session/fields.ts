import type { INodeProperties } from 'n8n-workflow';
import type { Body } from '../../contract';
import type { Fields } from '../../parameters/fields';
import { serviceAccount } from '../shared/resourceLocators';
import { cloudCustomDataOption, readCloudCustomData } from '../shared/messageOptions';

/** The control that names a session. */
export const sessionId: INodeProperties = {
	displayName: 'Session ID',
	name: 'sessionId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. fd8a2e30-54de-4e40-bcaf-02718409c5cf',
	description: "The session, as Desk's callbacks and session records name it",
	builderHint: {
		propertyHint:
			'Take it from the trigger or from an earlier Desk node; never let an AI agent make it up with $fromAI.',
	},
};

export const readSessionId = (fields: Fields): string => fields.id('sessionId', 'Session ID');

export const bySession = 'session';
export const byUser = 'user';

/** The controls that say which session is meant, by its ID or by its two sides. */
export const sessionOrSides = (
	picker: Pick<INodeProperties, 'displayName' | 'name' | 'description'>,
): INodeProperties[] => [
	{
		...picker,
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
					'By service account and user. Only for customers who use your app (SDK), not the web widget.',
			},
		],
		default: bySession,
	},
	{
		...sessionId,
		hint: `From the trigger or Get Status. After Contact User, set ${picker.displayName} to User.`,
		displayOptions: { show: { [picker.name]: [bySession] } },
	},
	{ ...serviceAccount, displayOptions: { show: { [picker.name]: [byUser] } } },
	{
		displayName: 'User ID',
		name: 'userId',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. alice',
		displayOptions: { show: { [picker.name]: [byUser] } },
		description: "The customer's User ID in your Chat app",
	},
];

/** The controls that say who gets a message. */
export const addressProperties: INodeProperties[] = sessionOrSides({
	displayName: 'Send To',
	name: 'sendTo',
	description: 'How to say who gets the message',
});

/** Who gets a message; values of the other way to address may be left over in the panel. */
export function readAddress(fields: Fields): Body {
	if (fields.choice('sendTo', 'Send To', [bySession, byUser]) === bySession) {
		return { SessionId: readSessionId(fields) };
	}
	return {
		FromAccount: fields.id('serviceAccount', 'Service Account'),
		ToAccount: fields.id('userId', 'User ID'),
	};
}

const excludeOption: INodeProperties = {
	displayName: 'Exclude From User Response Timeout',
	name: 'excludeFromUserRespTimeout',
	type: 'boolean',
	default: false,
	description: "Whether to leave the customer's reply timer untouched",
};

/** Entries of "Options" that every message to a session has. */
export const messageOptions: INodeProperties[] = [cloudCustomDataOption, excludeOption];

export const readMessageOptions = (options: Fields): Record<string, unknown> => ({
	CloudCustomData: readCloudCustomData(options),
	// 1 is "not timed".
	ExcludeFromUserRespTimeout: options.optionalFlag(excludeOption.name, excludeOption.displayName),
});
