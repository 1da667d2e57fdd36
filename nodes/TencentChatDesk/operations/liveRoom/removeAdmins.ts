import type { SingleOperation } from '../operation';
import { changeOfAdmins } from './admins';

export const removeAdmins: SingleOperation = {
	value: 'removeAdmins',
	name: 'Remove Admins',
	action: 'Remove admins from a live room',
	description: 'Take the role of an admin of a live room away from people',
	...changeOfAdmins('delete'),
};
