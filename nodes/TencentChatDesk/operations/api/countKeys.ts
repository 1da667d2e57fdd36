import type { MemoryOperation } from '../operation';
import { ofMemory } from './memory';

export const countKeys: MemoryOperation = {
	value: 'countKeys',
	name: 'Count Keys of Send Once',
	action: 'Get the size of what this node remembers',
	description: 'See how much this node remembers in the database of n8n',
	...ofMemory,
	async make(memory) {
		const entries = await memory.count();
		const { maxEntries, bytesPerEntry } = memory;
		return { entries, maxEntries, bytes: entries * bytesPerEntry };
	},
};
