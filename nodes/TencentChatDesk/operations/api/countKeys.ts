import type { MemoryOperation } from '../operation';
import { chooseHere } from './chooseHere';

export const countKeys: MemoryOperation = {
	value: 'countKeys',
	name: 'Count Keys of Send Once',
	action: 'Get the size of what this node remembers',
	description: 'See how much this node remembers in the database of n8n',
	documentation:
		'https://docs.n8n.io/integrations/builtin/core-nodes/n8n-nodes-base.removeduplicates/',
	shape: 'memory',
	properties: [chooseHere],
	options: [],
	async make(memory) {
		const entries = await memory.count();
		const { maxEntries, bytesPerEntry } = memory;
		return { entries, maxEntries, bytes: entries * bytesPerEntry };
	},
};
