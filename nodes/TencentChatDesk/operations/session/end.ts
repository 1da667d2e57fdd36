import { sent } from '../shared/responses';
import type { SingleOperation } from '../operation';
import { readSessionId, sessionId } from './fields';

export const end: SingleOperation = {
	value: 'end',
	name: 'End',
	action: 'End a desk session',
	description: 'Close a session, whether the chatbot, the queue or an agent has it',
	builderHint: 'Closes a session for good. Do not give it to an AI agent without human review.',
	documentation: 'https://www.tencentcloud.com/document/product/1229/68948',
	shape: 'single',
	path: 'desk_http_svc/end_session',
	properties: [sessionId],
	options: [],
	request: (fields) => ({ SessionId: readSessionId(fields) }),
	orderingKey: ({ SessionId }) => JSON.stringify([SessionId]),
	// A session ends once: a repeat is refused and changes nothing.
	retry: { policy: 'idempotent' },
	alreadyDoneCodes: [141005],
	rateLimit: { default: 50, max: 200 },
	interpret: (response, { SessionId }) => sent(response, { SessionId }),
};
