import type { Resource } from '../operation';
import { getMessageFiles } from './getMessageFiles';
import { getMessages } from './getMessages';
import { getStatistics } from './getStatistics';

export const app: Resource = {
	value: 'app',
	name: 'App',
	description: 'Figures of the whole app, and the archive of its messages',
	operations: [getStatistics, getMessages, getMessageFiles],
};
