import type { INodeProperties } from 'n8n-workflow';

/** Nobody would guess that the memory hangs on the node. */
export const chooseHere: INodeProperties = {
	displayName:
		'Each node has a memory of its own. Choose this operation in the node that sends, run it once, and choose the earlier operation again.',
	name: 'memoryNotice',
	type: 'notice',
	default: '',
};
