import { withoutAbsent } from '../../parameters/fields';
import { sent } from '../shared/responses';
import { deskRateLimit, deskPage } from '../shared/desk';
import { agent } from '../shared/resourceLocators';
import type { SingleOperation } from '../operation';

const resting = 'STATUS_REST';
const statuses = ['STATUS_FREE', 'STATUS_NOT_READY', resting] as const;

export const setStatus: SingleOperation = {
	value: 'setStatus',
	name: 'Set Status',
	action: 'Set the status of an agent',
	description: 'Say whether an agent takes customers, is busy or is on a break',
	documentation: deskPage(124943),
	shape: 'single',
	path: 'desk_http_svc/set_member_status',
	properties: [
		{ ...agent, required: true, description: 'The agent whose status changes, by email address' },
		{
			displayName: 'Status',
			name: 'status',
			type: 'options',
			options: [
				{ name: 'Free', value: 'STATUS_FREE', description: 'Takes customers' },
				{ name: 'Not Ready', value: 'STATUS_NOT_READY', description: 'Takes no new customers' },
				{ name: 'Rest', value: resting, description: 'Is on a break' },
			],
			default: 'STATUS_FREE',
			description: 'What the agent is from now on',
		},
		{
			displayName: 'Rest Reason',
			name: 'restReason',
			type: 'string',
			default: '',
			placeholder: 'e.g. Lunch',
			displayOptions: { show: { status: [resting] } },
			description:
				'One of the reasons that are set up in Desk. The last one of the agent when left empty.',
		},
	],
	options: [],
	request(fields) {
		const status = fields.choice('status', 'Status', statuses);
		const reason = fields.optionalText('restReason', 'Rest Reason');
		return withoutAbsent({
			MemberMail: fields.id('memberId', 'Agent'),
			Status: status,
			RestReason: status === resting ? reason : undefined,
		});
	},
	orderingKey: ({ MemberMail }) => JSON.stringify([MemberMail]),
	retry: { policy: 'idempotent' },
	rateLimit: deskRateLimit,
	interpret: (response, { MemberMail, Status, RestReason }) =>
		sent(response, { MemberMail, Status, RestReason }),
};
