import type { Resource } from '../operation';
import { get } from './get';
import { getRole } from './getRole';
import { importMember } from './import';
import { setUnreadCount } from './setUnreadCount';
import { update } from './update';

export const groupMember: Resource = {
	value: 'groupMember',
	name: 'Group Member',
	description: 'What one user is in a group',
	operations: [get, getRole, update, importMember, setUnreadCount],
};
