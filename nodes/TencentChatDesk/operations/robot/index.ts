import type { Resource } from '../operation';
import { create } from './create';
import { destroy } from './delete';
import { getMany } from './getMany';
import { sendStream } from './sendStream';

export const robot: Resource = {
	value: 'robot',
	name: 'Robot',
	description: 'An account of a program that answers in chats',
	operations: [sendStream, create, getMany, destroy],
};
