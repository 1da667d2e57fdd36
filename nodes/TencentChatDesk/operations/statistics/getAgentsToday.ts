import { deskPage, deskRateLimit } from '../shared/desk';
import type { ListOperation } from '../operation';
import { agentPages, readWhose, whose } from './agentFigures';

export const getAgentsToday: ListOperation = {
	value: 'getAgentsToday',
	name: 'Get Agents Today',
	action: 'Get statistics of agents today',
	description: 'See the status, the sessions and the answering times of each agent since midnight',
	documentation: deskPage(117848),
	shape: 'list',
	path: 'desk_http_svc/describe_member_realtime_statistics',
	properties: [],
	options: whose,
	request: (fields) => readWhose(fields, 'MemberIds'),
	orderingKey: () => 'agentsToday',
	retry: { policy: 'idempotent' },
	rateLimit: deskRateLimit,
	list: agentPages,
};
