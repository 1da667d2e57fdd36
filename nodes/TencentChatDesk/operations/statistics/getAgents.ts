import { deskPage, deskRateLimit } from '../shared/desk';
import { dayProperties, readDays } from '../shared/period';
import { picked } from '../shared/records';
import type { ListOperation } from '../operation';
import { agentPages, readWhose, whose } from './agentFigures';

/** What tells how much an agent did and how well; the rest is there with "Simplify" off. */
const shown = [
	'AgentId',
	'AgentNickName',
	'TotalSessionCnt',
	'EffectiveSessionCnt',
	'ServeUserCnt',
	'AgentMsgCnt',
	'NotRespSessionCnt',
	'AvgFirstRespTime',
	'AvgRespTime',
	'AvgAcceptTime',
	'SatisfiedCnt',
];

export const getAgents: ListOperation = {
	value: 'getAgents',
	name: 'Get Agents',
	action: 'Get statistics of agents',
	description:
		'Count sessions, messages, answering times and ratings of each agent, over whole days',
	documentation: deskPage(116073),
	shape: 'list',
	path: 'desk_http_svc/describe_agent_statistics',
	properties: dayProperties,
	options: whose,
	request(fields) {
		const { from, to } = readDays(fields);
		return { From: from, To: to, ...readWhose(fields, 'AgentIds') };
	},
	orderingKey: ({ From, To }) => JSON.stringify(['agents', From, To]),
	retry: { policy: 'idempotent' },
	rateLimit: deskRateLimit,
	list: { ...agentPages, simplified: (record) => picked(record, shown) },
};
