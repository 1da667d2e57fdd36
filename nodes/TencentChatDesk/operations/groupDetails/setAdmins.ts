import type { SingleOperation } from '../operation';
import { administration } from './administration';
import { setting } from './liveGroupFields';

export const setAdmins: SingleOperation = {
	value: 'setAdmins',
	name: 'Add Administrators',
	action: 'Add administrators to a live group',
	description: 'Appoint users who moderate a live group',
	...administration(setting),
};
