import type { INodeProperties } from 'n8n-workflow';

export const viewerProperty: INodeProperties = {
	displayName: 'User ID',
	name: 'userId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. alice',
	description: 'User ID of the member whose view is read',
};
