import type { Resource } from '../operation';
import { call } from './call';

export const api: Resource = {
	value: 'api',
	name: 'API',
	description: 'Any command of the REST API',
	operations: [call],
};
