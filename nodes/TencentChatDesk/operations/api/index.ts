import type { Resource } from '../operation';
import { call } from './call';
import { countKeys } from './countKeys';
import { forgetKeys } from './forgetKeys';

export const api: Resource = {
	value: 'api',
	name: 'API',
	description:
		'Any command of the REST API, and what this very node remembers of the option Send Once',
	operations: [call, countKeys, forgetKeys],
};
