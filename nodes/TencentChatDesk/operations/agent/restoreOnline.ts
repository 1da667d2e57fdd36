import { sent } from '../shared/responses';
import { deskRateLimit, deskPage } from '../shared/desk';
import { agent } from '../shared/resourceLocators';
import type { SingleOperation } from '../operation';

export const restoreOnline: SingleOperation = {
	value: 'restoreOnline',
	name: 'Restore Online',
	action: 'Restore an agent to online',
	description:
		'Let an agent sign in again who was forced offline. The status stays as it is until then.',
	documentation: deskPage(124321),
	shape: 'single',
	path: 'desk_http_svc/restore_member_online',
	properties: [
		{ ...agent, required: true, description: 'The agent who may sign in again, by email address' },
	],
	options: [],
	request: (fields) => ({ MemberMail: fields.id('memberId', 'Agent') }),
	orderingKey: ({ MemberMail }) => JSON.stringify([MemberMail]),
	retry: { policy: 'idempotent' },
	rateLimit: deskRateLimit,
	interpret: (response, { MemberMail }) => sent(response, { MemberMail }),
};
