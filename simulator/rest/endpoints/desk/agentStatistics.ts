import { isObject, isStringArray, type Json, type JsonObject } from '../../../json';
import type { Session } from '../../../state/sessions';
import type { Agent } from '../../../state/world';
import { refuse, type Call, type Endpoint, type Outcome, type Refusal } from '../../endpoint';
import { deskCommand } from '../deskOffice/checks';
import { pageOf, periodOf } from './session';

const maxPage = 100;
/** Midnights of all time zones are on quarters of an hour. */
const quarter = 900;

/** WeChat mini program and official account, web, WeChat customer service, app. */
const channelTypes = [2, 3, 4, 7, 10];

/** Nobody has an agent status list; the sample of the page has 1 for somebody who is there. */
const memberStatus: Record<Agent['state'], number> = { online: 1, offline: 0, onBreak: 2 };

function sourcesFault(sources: Json | undefined): Refusal | undefined {
	if (sources === undefined) return undefined;
	const areGood =
		Array.isArray(sources) &&
		sources.every(
			(source) =>
				isObject(source) &&
				channelTypes.some((type) => type === source.ChannelType) &&
				(source.ChannelId === undefined || typeof source.ChannelId === 'string'),
		);
	return areGood ? undefined : refuse(141004, 'ConversationSources is wrong');
}

/** The agents that a call asks for, one page of them. Sessions here come by the app alone. */
function agentsOf(
	call: Call,
	idsField: 'AgentIds' | 'MemberIds',
): { page: Agent[]; total: number } | Refusal {
	const { [idsField]: ids, ConversationSources } = call.body;
	if (ids !== undefined && !isStringArray(ids)) {
		return refuse(141004, `${idsField} has to be an Array of String`);
	}
	const fault = sourcesFault(ConversationSources);
	if (fault) return fault;
	const page = pageOf(call, maxPage);
	if ('code' in page) return page;
	const agents = [...call.state.world.agents.values()].filter(
		({ memberId }) => ids === undefined || ids.length === 0 || ids.includes(memberId),
	);
	const { limit, offset } = page;
	return { page: agents.slice(offset, offset + limit), total: agents.length };
}

const written = (sessions: Session[], role?: 1 | 2) =>
	sessions
		.flatMap(({ messages }) => messages)
		.filter((message) => role === undefined || message.role === role).length;

/** Times that nothing here takes are 0. */
function figures({ memberId, nickName }: Agent, sessions: Session[]): JsonObject {
	const rated = sessions.filter(({ rating }) => rating !== undefined);
	return {
		AgentId: memberId,
		AgentNickName: nickName ?? '',
		FirstLoginTimestamp: 0,
		LastLogoutTimestamp: 0,
		FreeTime: 0,
		BusyTime: 0,
		RestTime: 0,
		TotalSessionCnt: sessions.length,
		TransferSessionCnt: 0,
		EffectiveSessionCnt: sessions.filter(({ messages }) => messages.length > 0).length,
		AgentEndCnt: sessions.filter(({ state }) => state === 'Ended').length,
		ServeUserCnt: new Set(sessions.map(({ userId }) => userId)).size,
		TotalAcceptTime: 0,
		TotalMsgCnt: written(sessions),
		AgentMsgCnt: written(sessions, 2),
		UserMsgCnt: written(sessions, 1),
		NotRespSessionCnt: sessions.filter((session) => written([session], 2) === 0).length,
		AvgFirstRespTime: 0,
		FirstRespUnder30sCnt: 0,
		AvgRespTime: 0,
		AvgRespUnder30sCnt: 0,
		AvgAcceptTime: 0,
		SatisfactionSelectedCnt: rated.length,
		SatisfiedCnt: rated.filter(({ rating = 0 }) => rating >= 4).length,
	};
}

/**
 * Chat > Desk, data analysis (269/116073): whole days only. In which zone a day begins is not printed:
 * any midnight of any zone is taken.
 */
const agentStatistics = deskCommand(
	'describe_agent_statistics',
	['From', 'To', 'Limit', 'Offset', 'AgentIds', 'ConversationSources'],
	(call): Outcome => {
		const { From, To } = call.body;
		const period = periodOf(From, To);
		if ('code' in period) return period;
		const [from, to] = period;
		if (from % quarter !== 0 || (to + 1) % quarter !== 0) {
			return refuse(141004, 'From has to be the beginning of a day, and To the end of one');
		}
		const agents = agentsOf(call, 'AgentIds');
		if ('code' in agents) return agents;
		const sessions = call.state.world.sessions.list().filter(({ startedAt }) => {
			const seconds = Math.floor(startedAt / 1000);
			return seconds >= from && seconds <= to;
		});
		const ofAgent = (agent: Agent) =>
			sessions.filter(({ memberId }) => memberId === agent.memberId);
		const Data = agents.page.map((agent) => figures(agent, ofAgent(agent)));
		return { response: { TotalCount: agents.total, Data } };
	},
);

/** Chat > Desk, data analysis (269/117848): of today. */
const agentStatisticsToday = deskCommand(
	'describe_member_realtime_statistics',
	['Limit', 'Offset', 'MemberIds', 'ConversationSources'],
	(call): Outcome => {
		const agents = agentsOf(call, 'MemberIds');
		if ('code' in agents) return agents;
		const sessions = call.state.world.sessions.list();
		const Data = agents.page.map((agent) => {
			const own = sessions.filter(({ memberId }) => memberId === agent.memberId);
			return {
				MemberId: agent.memberId,
				MemberNickName: agent.nickName ?? '',
				MemberStatus: memberStatus[agent.state],
				CurrentAcceptCnt: own.filter(({ state }) => state === 'Agent').length,
				TotalSessionCnt: own.length,
				AvgFirstRespTime: 0,
				AvgRespTime: 0,
				AvgAcceptTime: 0,
			};
		});
		return { response: { TotalCount: agents.total, Data } };
	},
);

export const agentStatisticsCommands: readonly Endpoint[] = [agentStatistics, agentStatisticsToday];
