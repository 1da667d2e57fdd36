import type { Resource } from '../operation';
import { create } from './create';
import { getMany } from './getMany';
import { restoreOnline } from './restoreOnline';
import { setStatus } from './setStatus';
import { update } from './update';

export const agent: Resource = {
	value: 'agent',
	name: 'Agent',
	description: 'A person who serves customers in Desk',
	operations: [create, getMany, update, setStatus, restoreOnline],
};
