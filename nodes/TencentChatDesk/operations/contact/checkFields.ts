import type { INodeProperties } from 'n8n-workflow';
import type { Fields } from '../../parameters/fields';

const checks = ['Both', 'Single'] as const;

/** Whether the other direction is looked at too. */
export const checkProperty: INodeProperties = {
	displayName: 'Check',
	name: 'checkType',
	type: 'options',
	options: [
		{ name: 'Both Directions', value: 'Both', description: 'What each is to the other' },
		{ name: 'One Direction', value: 'Single', description: 'What the contact is to the user' },
	],
	default: 'Both',
	description: 'What to find out',
};

export const readCheck = (fields: Fields) => fields.choice('checkType', 'Check', checks);
