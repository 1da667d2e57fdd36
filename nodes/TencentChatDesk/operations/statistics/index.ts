import type { Resource } from '../operation';
import { getAgents } from './getAgents';
import { getAgentsToday } from './getAgentsToday';
import { getApp } from './getApp';
import { getReception } from './getReception';
import { getSessions } from './getSessions';

export const statistics: Resource = {
	value: 'statistics',
	name: 'Statistics',
	description: 'Figures about the sessions and the agents of your Desk, and about the whole app',
	operations: [getSessions, getReception, getAgents, getAgentsToday, getApp],
};
