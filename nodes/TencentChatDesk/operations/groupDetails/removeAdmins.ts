import type { SingleOperation } from '../operation';
import { administration } from './administration';
import { clearing } from './liveGroupFields';

export const removeAdmins: SingleOperation = {
	value: 'removeAdmins',
	name: 'Remove Administrators',
	action: 'Remove administrators from a live group',
	description: 'Dismiss users who moderate a live group',
	...administration(clearing),
};
