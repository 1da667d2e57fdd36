import { withoutAbsent } from '../../parameters/fields';
import { sent } from '../shared/responses';
import type { SingleOperation } from '../operation';
import { bySession, byUser, readSessionId, sessionOrSides } from './fields';

export const getStatus: SingleOperation = {
	value: 'getStatus',
	name: 'Get Status',
	action: 'Get the status of a desk session',
	description:
		'Find out who is talking with a customer: nobody, the chatbot, the queue or an agent',
	documentation: 'https://www.tencentcloud.com/document/product/1229/68825',
	shape: 'single',
	path: 'desk_http_svc/get_session_state',
	properties: sessionOrSides({
		displayName: 'Find By',
		name: 'findBy',
		description: 'How to say which session is meant',
	}),
	options: [],
	request(fields) {
		const inSession = fields.choice('findBy', 'Find By', [bySession, byUser]) === bySession;
		return withoutAbsent({
			SessionId: inSession ? readSessionId(fields) : undefined,
			ClientUserId: inSession ? undefined : fields.id('userId', 'User ID'),
			CustomerServiceId: inSession ? undefined : fields.id('serviceAccount', 'Service Account'),
		});
	},
	orderingKey: ({ SessionId, CustomerServiceId, ClientUserId }) =>
		JSON.stringify(SessionId === undefined ? [CustomerServiceId, ClientUserId] : [SessionId]),
	retry: { policy: 'idempotent' },
	rateLimit: { default: 50, max: 200 },
	interpret: (response, { SessionId, CustomerServiceId, ClientUserId }) =>
		sent(response, { SessionId, CustomerServiceId, ClientUserId }),
};
