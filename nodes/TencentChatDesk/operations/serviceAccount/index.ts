import type { Resource } from '../operation';
import { create } from './create';
import { remove } from './delete';
import { getMany } from './getMany';
import { update } from './update';

export const serviceAccount: Resource = {
	value: 'serviceAccount',
	name: 'Service Account',
	description: 'An account under which your team talks to customers',
	operations: [create, getMany, update, remove],
};
