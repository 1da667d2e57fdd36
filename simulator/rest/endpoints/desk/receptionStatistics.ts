import { generalCodes, refuse, type Call, type Endpoint, type Outcome } from '../../endpoint';

/**
 * Chat > Desk, data analysis (v4/desk_http_svc/describe_reception_realtime_statistics,
 * cloud.tencent.com/document/product/269/117849).
 */
export const receptionStatistics: Endpoint = {
	path: 'desk_http_svc/describe_reception_realtime_statistics',
	callsPerSecond: 200,
	codes: { ...generalCodes, notAnObject: 141004 },
	fields: [],
	handle({ state }: Call): Outcome {
		if (!state.app.desk) return refuse(141000, 'the app is no Desk app');
		const { world } = state;
		const agents = [...world.agents.values()];
		const sessions = world.sessions.list();
		const served = sessions.filter((session) => session.state === 'Agent').length;
		const queue = sessions.filter((session) => session.state === 'Queueing');
		const online = agents.filter((agent) => agent.state === 'online');
		const full = online.filter(
			({ receptionLimit, receptions }) => receptionLimit !== null && receptions >= receptionLimit,
		);
		return {
			response: {
				Data: {
					CurrentTransferAgentCnt: served + queue.length,
					CurrentAgentAcceptCnt: served,
					CurrentQueueCnt: queue.length,
					FreeAgentCnt: online.length - full.length,
					RestAgentCnt: agents.filter((agent) => agent.state === 'onBreak').length,
					BusyAgentCnt: full.length,
					CurrentGroupQueueCnt: [...world.agentGroups.values()].map(({ groupId, name }) => ({
						GroupId: groupId,
						GroupName: name,
						QueueCnt: queue.filter((session) => session.groupId === groupId).length,
					})),
				},
			},
		};
	},
};
