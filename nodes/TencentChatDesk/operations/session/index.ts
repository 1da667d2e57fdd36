import type { Resource } from '../operation';
import { contactUser } from './contactUser';
import { sendMessage } from './sendMessage';

export const session: Resource = {
	value: 'session',
	name: 'Desk Session',
	description: 'A conversation between a customer and your support team',
	operations: [sendMessage, contactUser],
};
