import type { Resource } from '../operation';
import { getMany } from './getMany';
import { update } from './update';

export const role: Resource = {
	value: 'role',
	name: 'Role',
	description: 'What a kind of agent may do in Desk',
	operations: [update, getMany],
};
