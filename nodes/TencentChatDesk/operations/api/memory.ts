import type { INodeProperties } from 'n8n-workflow';
import type { MemoryOperation } from '../operation';

/** Nobody would guess that the memory hangs on the node. */
const chooseHere: INodeProperties = {
	displayName:
		'Each node has a memory of its own. Choose this operation in the node that sends, run it once, and choose the earlier operation again.',
	name: 'memoryNotice',
	type: 'notice',
	default: '',
};

/** What operations have in common that are about what the node remembers. */
export const ofMemory = {
	documentation:
		'https://docs.n8n.io/integrations/builtin/core-nodes/n8n-nodes-base.removeduplicates/',
	shape: 'memory',
	properties: [chooseHere],
	options: [],
} satisfies Partial<MemoryOperation>;
