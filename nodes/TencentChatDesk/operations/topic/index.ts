import type { Resource } from '../operation';
import { create } from './create';
import { destroy } from './delete';
import { get } from './get';
import { getMany } from './getMany';
import { importTopic } from './import';
import { update } from './update';

export const topic: Resource = {
	value: 'topic',
	name: 'Topic',
	description: 'A part of a community with messages of its own',
	operations: [create, get, getMany, update, destroy, importTopic],
};
