import type { Resource } from '../operation';
import { getReception } from './getReception';
import { getSessions } from './getSessions';

export const statistics: Resource = {
	value: 'statistics',
	name: 'Statistics',
	description: 'Figures about the sessions and the agents of your Desk',
	operations: [getSessions, getReception],
};
