import type { Resource } from '../operation';
import { getAgents } from './getAgents';
import { getAgentsToday } from './getAgentsToday';
import { getReception } from './getReception';
import { getSessions } from './getSessions';

export const statistics: Resource = {
	value: 'statistics',
	name: 'Statistics',
	description: 'Figures about the sessions and the agents of your Desk',
	operations: [getSessions, getReception, getAgents, getAgentsToday],
};
