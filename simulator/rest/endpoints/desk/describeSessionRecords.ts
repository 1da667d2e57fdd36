import type { JsonObject } from '../../../json';
import type { Session } from '../../../state/sessions';
import type { World } from '../../../state/world';
import { generalCodes, refuse, type Call, type Endpoint, type Outcome } from '../../endpoint';
import { pageOf, periodOf } from './session';

/** Chat Desk > Query Session Records (v4/desk_http_svc/describe_im_cdr_list, page 1229/68823). */
export const describeSessionRecords: Endpoint = {
	path: 'desk_http_svc/describe_im_cdr_list',
	callsPerSecond: 200,
	codes: { ...generalCodes, notAnObject: 141004 },
	fields: ['StartTimestamp', 'EndTimestamp', 'ClientUserId', 'Limit', 'Offset'],
	handle(call: Call): Outcome {
		const { body, state } = call;
		if (!state.app.desk) return refuse(141000, 'the app is no Desk app');
		const period = periodOf(body.StartTimestamp, body.EndTimestamp);
		if ('code' in period) return period;
		const page = pageOf(call);
		if ('code' in page) return page;
		const { ClientUserId } = body;
		if (ClientUserId !== undefined && typeof ClientUserId !== 'string') {
			return refuse(141004, 'ClientUserId has to be a String');
		}
		const [from, to] = period;
		const found = state.world.sessions.list().filter((session) => {
			const seconds = Math.floor(session.startedAt / 1000);
			if (session.state !== 'Ended' || seconds < from || seconds > to) return false;
			return ClientUserId === undefined || session.userId === ClientUserId;
		});
		return {
			response: {
				TotalCount: found.length,
				IMCdrList: found
					.slice(page.offset, page.offset + page.limit)
					.map((session) => recordOf(session, state.world)),
			},
		};
	},
};

function recordOf(session: Session, world: World): JsonObject {
	const { groupId, startedAt, endedAt = startedAt } = session;
	return {
		SessionId: session.sessionId,
		AgentGroupId: groupId === undefined ? '' : String(groupId),
		AgentGroupName: groupId === undefined ? '' : (world.agentGroups.get(groupId)?.name ?? ''),
		AgentId: session.memberId ?? '',
		ChannelType: 'SDK',
		ClientUserId: session.userId,
		ClientUserNickName: world.accounts.get(session.userId)?.nick ?? '',
		Duration: Math.floor((endedAt - startedAt) / 1000),
		// The only value that the page shows.
		EndStatus: 'AgentEndedSession',
		SatisfactionSelected: session.rating ?? 0,
		Timestamp: Math.floor(startedAt / 1000),
	};
}
