import type { Resource } from '../operation';
import { create } from './create';
import { remove } from './delete';
import { getMany } from './getMany';
import { update } from './update';

export const agentGroup: Resource = {
	value: 'agentGroup',
	name: 'Agent Group',
	description: 'Agents who share a kind of work in Desk',
	operations: [create, getMany, update, remove],
};
