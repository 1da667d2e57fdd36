import type { JsonObject } from '../../../json';
import type { Session } from '../../../state/sessions';
import { generalCodes, refuse, type Call, type Endpoint, type Outcome } from '../../endpoint';
import { periodOf } from './session';

const stars = ['One', 'Two', 'Three', 'Four', 'Five'];

/**
 * Chat > Desk, data analysis (v4/desk_http_svc/describe_session_statistics,
 * cloud.tencent.com/document/product/269/117850).
 */
export const sessionStatistics: Endpoint = {
	path: 'desk_http_svc/describe_session_statistics',
	callsPerSecond: 200,
	codes: { ...generalCodes, notAnObject: 141004 },
	fields: ['From', 'To', 'GroupByHour'],
	handle({ body, state }: Call): Outcome {
		if (!state.app.desk) return refuse(141000, 'the app is no Desk app');
		const period = periodOf(body.From, body.To);
		if ('code' in period) return period;
		const { GroupByHour = false } = body;
		if (typeof GroupByHour !== 'boolean') return refuse(141004, 'GroupByHour has to be a Bool');

		const [from, to] = period;
		const groups = new Map<string, Session[]>();
		for (const session of state.world.sessions.list()) {
			const seconds = Math.floor(session.startedAt / 1000);
			if (seconds < from || seconds > to) continue;
			const time = timeOf(session, GroupByHour);
			groups.set(time, [...(groups.get(time) ?? []), session]);
		}
		const rows = [...groups].sort(([a], [b]) => a.localeCompare(b));
		return {
			response: {
				TotalCount: rows.length,
				Data: rows.map(([time, sessions]) => figures(time, sessions)),
			},
		};
	},
};

/** By day "2025-04-06", by hour "09:00"; the page names no time zone. */
function timeOf({ startedAt }: Session, byHour: boolean): string {
	const text = new Date(startedAt).toISOString();
	return byHour ? `${text.slice(11, 13)}:00` : text.slice(0, 10);
}

function figures(time: string, sessions: Session[]): JsonObject {
	const withAgent = sessions.filter(({ memberId }) => memberId !== undefined).length;
	const waiting = sessions.filter(({ state }) => state === 'Queueing').length;
	const rated = (stars: number) => sessions.filter(({ rating }) => rating === stars).length;
	return {
		Time: time,
		TotalSessionCnt: sessions.length,
		TransferAgentSessionCnt: withAgent + waiting,
		AgentAcceptCnt: withAgent,
		EffectiveSessionCnt: sessions.filter(({ messages }) => messages.length > 0).length,
		SatisfactionSelectedCnt: sessions.filter(({ rating }) => rating !== undefined).length,
		...Object.fromEntries(stars.map((star, index) => [`${star}StarSelectedCnt`, rated(index + 1)])),
		// Times that nothing here takes.
		AvgFirstRespTime: 0,
		AvgRespTime: 0,
		AvgAcceptTime: 0,
		AvgQueueTime: 0,
	};
}
