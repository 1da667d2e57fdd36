import { withoutAbsent } from '../../parameters/fields';
import { deskRateLimit, deskPage } from '../shared/desk';
import { nextPage } from '../shared/listSearch/paging';
import { agentGroup } from '../shared/resourceLocators';
import type { ListOperation } from '../operation';
import { picked, recordsIn } from '../shared/records';

const everybody = 'all';
const ofGroup = 'group';
const newestFirst = 1;

/** What most workflows need of an agent; the rest is there with "Simplify" off. */
const shown = [
	'MemberMail',
	'NickName',
	'RoleIDList',
	'MemberGroupIDList',
	'EffectiveReceptionLimit',
	'CreateTime',
];

export const getMany: ListOperation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get many agents',
	description: 'List the agents of Desk, or those of one group',
	documentation: deskPage(124319),
	shape: 'list',
	path: (fields) =>
		fields.choice('agentsOf', 'Agents Of', [everybody, ofGroup]) === ofGroup
			? 'desk_http_svc/get_member_list_in_group'
			: 'desk_http_svc/get_member_list',
	properties: [
		{
			displayName: 'Agents Of',
			name: 'agentsOf',
			type: 'options',
			options: [
				{ name: 'All Groups', value: everybody, description: 'Every agent of Desk' },
				{ name: 'One Group', value: ofGroup, description: 'The agents of one agent group' },
			],
			default: everybody,
			description: 'Which agents to list',
		},
		{
			...agentGroup,
			required: true,
			displayOptions: { show: { agentsOf: [ofGroup] } },
			description: 'The group whose agents are listed',
		},
	],
	options: [
		{
			displayName: 'Newest First',
			name: 'newestFirst',
			type: 'boolean',
			default: false,
			description: 'Whether the agents that were created last come first',
		},
	],
	request(fields) {
		const options = fields.collection('options', 'Options');
		const inGroup = fields.choice('agentsOf', 'Agents Of', [everybody, ofGroup]) === ofGroup;
		return withoutAbsent({
			MemberGroupID: inGroup ? fields.integer('groupId', 'Agent Group', { min: 0 }) : undefined,
			PageNum: 0,
			Order: options.optionalBoolean('newestFirst', 'Newest First') ? newestFirst : undefined,
		});
	},
	orderingKey: ({ MemberGroupID }) => JSON.stringify(['agents', MemberGroupID ?? null]),
	retry: { policy: 'idempotent' },
	rateLimit: deskRateLimit,
	list: {
		records: (response) => recordsIn(response, 'MemberList'),
		nextPage(response, body, records) {
			const PageNum = nextPage(response, body, 'PageNum', records.length);
			return PageNum === undefined ? undefined : { ...body, PageNum };
		},
		page: { field: 'PageSize', max: 100 },
		simplified: (record) => picked(record, shown),
	},
};
