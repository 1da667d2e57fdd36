import type { INodeProperties } from 'n8n-workflow';

/** A line above the fields of an operation that nothing can take back. */
export const irreversible = (what: string): INodeProperties => ({
	displayName: `This cannot be undone. ${what}`,
	name: 'irreversibleNotice',
	type: 'notice',
	default: '',
});
