import type { MemoryOperation } from '../operation';
import { chooseHere } from './chooseHere';

export const forgetKeys: MemoryOperation = {
	value: 'forgetKeys',
	name: 'Forget Keys of Send Once',
	action: 'Forget what this node has sent',
	description: 'Clear what this node remembers, so that every key may be sent again',
	documentation:
		'https://docs.n8n.io/integrations/builtin/core-nodes/n8n-nodes-base.removeduplicates/',
	shape: 'memory',
	properties: [chooseHere],
	options: [],
	async make(memory) {
		const entries = await memory.count();
		await memory.clear();
		return { forgotten: entries };
	},
};
