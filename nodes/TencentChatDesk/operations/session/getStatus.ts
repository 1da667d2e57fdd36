import { withoutAbsent } from '../../fields';
import { sent } from '../common';
import type { Operation } from '../operation';
import { bySession, byUser, readSessionId, sessionId, sidesOfUser } from './fields';

export const getStatus: Operation = {
	value: 'getStatus',
	name: 'Get Status',
	action: 'Get the status of a desk session',
	description:
		'Find out who is talking with a customer: nobody, the chatbot, the queue or an agent',
	documentation: 'https://www.tencentcloud.com/document/product/1229/68825',
	path: 'desk_http_svc/get_session_state',
	properties: [
		{
			displayName: 'Find By',
			name: 'findBy',
			type: 'options',
			options: [
				{
					name: 'Session',
					value: bySession,
					description: 'By the ID of a session. Works for web pages and for apps.',
				},
				{
					name: 'User',
					value: byUser,
					description:
						'By service account and user. Works only where the customer uses the app (SDK) integration.',
				},
			],
			default: bySession,
			description: 'How to say which session is meant',
		},
		{ ...sessionId, displayOptions: { show: { findBy: [bySession] } } },
		...sidesOfUser('findBy'),
	],
	options: [],
	request(fields) {
		const inSession = fields.choice('findBy', 'Find By', [bySession, byUser]) === bySession;
		return withoutAbsent({
			SessionId: inSession ? readSessionId(fields) : undefined,
			ClientUserId: inSession ? undefined : fields.id('userId', 'User ID'),
			CustomerServiceId: inSession ? undefined : fields.id('serviceAccount', 'Service Account'),
		});
	},
	conversation: ({ SessionId, CustomerServiceId, ClientUserId }) =>
		JSON.stringify(SessionId === undefined ? [CustomerServiceId, ClientUserId] : [SessionId]),
	repeat: { rule: 'idempotent' },
	pace: { usual: 50, documentedLimit: 200 },
	meaning: (answer, { SessionId, CustomerServiceId, ClientUserId }) =>
		sent(answer, { SessionId, CustomerServiceId, ClientUserId }),
};
