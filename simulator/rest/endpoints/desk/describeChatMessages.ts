import type { JsonObject } from '../../../json';
import { generalCodes, refuse, type Call, type Endpoint, type Outcome } from '../../endpoint';
import { namedSession, pageOf } from './session';

/** Chat Desk > Query Chat Messages (v4/desk_http_svc/describe_chat_messages, page 1229/68824). */
export const describeChatMessages: Endpoint = {
	path: 'desk_http_svc/describe_chat_messages',
	callsPerSecond: 200,
	codes: { ...generalCodes, notAnObject: 141004 },
	fields: ['SessionId', 'Limit', 'Offset', 'Order'],
	handle(call: Call): Outcome {
		if (!call.state.app.desk) return refuse(141000, 'the app is no Desk app');
		const session = namedSession(call);
		if ('code' in session) return session;
		const page = pageOf(call);
		if ('code' in page) return page;
		const { Order = 2 } = call.body;
		if (Order !== 1 && Order !== 2) return refuse(141004, 'Order has to be 1 or 2');

		const all = Order === 1 ? session.messages : session.messages.toReversed();
		return {
			response: {
				TotalCount: all.length,
				Messages: all
					.slice(page.offset, page.offset + page.limit)
					.map(({ from, role, elements, time }): JsonObject => ({
						FromAccount: from,
						FromAccountRole: role,
						MsgBody: elements.map((element) => ({ ...element })),
						Timestamp: time,
					})),
			},
		};
	},
};
