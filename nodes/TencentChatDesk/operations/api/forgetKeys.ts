import type { MemoryOperation } from '../operation';
import { ofMemory } from './memory';

export const forgetKeys: MemoryOperation = {
	value: 'forgetKeys',
	name: 'Forget Keys of Send Once',
	action: 'Forget what this node has sent',
	description: 'Clear what this node remembers, so that every key may be sent again',
	...ofMemory,
	async make(memory) {
		const entries = await memory.count();
		await memory.clear();
		return { forgotten: entries };
	},
};
