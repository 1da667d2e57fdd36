import type { INodeProperties } from 'n8n-workflow';

/** Which account an item is about. */
export const userIdProperty: INodeProperties = {
	displayName: 'User ID',
	name: 'userId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. alice',
	description: 'The User ID of the account in your Chat app',
};

/** Accounts that several items of a call name, each once. */
export const unique = (ids: unknown[]) => [...new Set(ids as string[])];
