import type { Fields } from '../../parameters/fields';
import { sent } from '../shared/responses';
import { deskRateLimit, deskPage } from '../shared/desk';
import { agent, quickReply, quickReplyCategory } from '../shared/resourceLocators';
import type { SingleOperation } from '../operation';
import { panelVersion, shownBefore, shownSince } from '../versions';

const shared = 'shared';
const personal = 'personal';
const kinds = [shared, personal] as const;

const isPersonal = (fields: Fields) => fields.choice('kind', 'Kind', kinds) === personal;

export const update: SingleOperation = {
	value: 'update',
	name: 'Update',
	action: 'Update a quick reply',
	description: "Change a quick reply of a category, or an agent's personal one",
	documentation: deskPage(119750),
	shape: 'single',
	path: (fields) =>
		isPersonal(fields)
			? 'desk_http_svc/update_member_quick_reply'
			: 'desk_http_svc/update_quick_reply',
	properties: [
		{
			displayName: 'Kind',
			name: 'kind',
			type: 'options',
			options: [
				{ name: 'Shared', value: shared, description: 'A reply of a category' },
				{ name: 'Personal', value: personal, description: 'A reply of one agent' },
			],
			default: shared,
			description: 'Whose quick reply it is',
		},
		{
			...quickReplyCategory,
			displayOptions: { show: { kind: [shared] } },
			description: 'The category that the reply is in, or moves to',
		},
		{
			...agent,
			required: true,
			displayOptions: { show: { kind: [personal] } },
			description: 'The agent whose reply it is, by email address',
		},
		shownSince(panelVersion, quickReply),
		shownBefore(panelVersion, {
			displayName: 'Quick Reply ID',
			name: 'quickReplyId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. 1024',
			description: "The reply, as 'Get Many' names it",
		}),
		{
			displayName: 'Title',
			name: 'title',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. Opening hours',
			description: 'The line by which agents find the reply',
		},
		{
			displayName: 'Content',
			name: 'content',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
			required: true,
			placeholder: 'e.g. We are open from nine to six',
			description: 'The text that the customer gets',
		},
	],
	options: [],
	request: (fields) => ({
		...(isPersonal(fields)
			? { MemberId: fields.id('memberId', 'Agent') }
			: { GroupId: fields.id('categoryId', 'Category') }),
		QuickReplyId:
			fields.optionalId(quickReply.name, quickReply.displayName) ??
			fields.id('quickReplyId', 'Quick Reply ID'),
		Title: fields.text('title', 'Title'),
		Content: fields.text('content', 'Content'),
	}),
	orderingKey: ({ QuickReplyId }) => JSON.stringify([QuickReplyId]),
	retry: { policy: 'idempotent' },
	rateLimit: deskRateLimit,
	interpret: (response, { GroupId, MemberId, QuickReplyId }) =>
		sent(response, { GroupId, MemberId, QuickReplyId }),
};
