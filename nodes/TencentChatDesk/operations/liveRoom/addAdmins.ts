import type { SingleOperation } from '../operation';
import { changeOfAdmins } from './admins';

export const addAdmins: SingleOperation = {
	value: 'addAdmins',
	name: 'Add Admins',
	action: 'Add admins to a live room',
	description: 'Make people admins of a live room, who help its host to run it',
	...changeOfAdmins('add'),
};
