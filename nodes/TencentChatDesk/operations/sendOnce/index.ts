import type { Resource } from '../operation';
import { forget } from './forget';
import { getSize } from './getSize';

export const sendOnce: Resource = {
	value: 'sendOnce',
	name: 'Send Once',
	description: 'What this very node remembers of the option Send Once',
	operations: [getSize, forget],
};
