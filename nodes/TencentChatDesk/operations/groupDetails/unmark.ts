import type { BatchOperation } from '../operation';
import { clearing } from './liveGroupFields';
import { marking } from './marking';

export const unmark: BatchOperation = {
	value: 'unmark',
	name: 'Unmark Viewer',
	action: 'Unmark a viewer of a live group',
	description: 'Take labels of a viewer away; 500 items of one group share a call',
	...marking(clearing),
};
