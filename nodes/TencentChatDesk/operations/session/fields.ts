import type { INodeProperties } from 'n8n-workflow';
import type { Fields } from '../../fields';
import { serviceAccount } from '../locators';

/** The control that names a session. */
export const sessionId: INodeProperties = {
	displayName: 'Session ID',
	name: 'sessionId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. fd8a2e30-54de-4e40-bcaf-02718409c5cf',
	description: "The session, as Desk's callbacks and session records name it",
};

export const readSessionId = (fields: Fields): string => fields.id('sessionId', 'Session ID');

export const bySession = 'session';
export const byUser = 'user';

/** The controls of the customer and the account, where a session is found by its two sides. */
export const sidesOfUser = (picker: string): INodeProperties[] => [
	{ ...serviceAccount, displayOptions: { show: { [picker]: [byUser] } } },
	{
		displayName: 'User ID',
		name: 'userId',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. user45',
		displayOptions: { show: { [picker]: [byUser] } },
		description: "The customer's UserID in your Chat app",
	},
];
