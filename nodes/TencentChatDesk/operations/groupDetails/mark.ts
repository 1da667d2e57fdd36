import type { BatchOperation } from '../operation';
import { setting } from './liveGroupFields';
import { marking } from './marking';

export const mark: BatchOperation = {
	value: 'mark',
	name: 'Mark Viewer',
	action: 'Mark a viewer of a live group',
	description: 'Label a viewer until the viewer leaves; 500 items of one group share a call',
	...marking(setting),
};
