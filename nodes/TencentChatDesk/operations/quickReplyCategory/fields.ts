import type { INodeProperties } from 'n8n-workflow';
import { withoutAbsent, type Fields } from '../../parameters/fields';

const everybody = 'all';
const someGroups = 'groups';
const someAgents = 'members';
const scopes = [everybody, someGroups, someAgents] as const;

/** A category is always written as a whole: name and scope are required in both commands. */
export const categoryProperties: INodeProperties[] = [
	{
		displayName: 'Name',
		name: 'name',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. Opening hours',
		description: 'The name of the category, which no other one has',
	},
	{
		displayName: 'Available To',
		name: 'availableTo',
		type: 'options',
		options: [
			{ name: 'All Agents', value: everybody, description: 'Every agent of Desk' },
			{ name: 'Agent Groups', value: someGroups, description: 'The agents of some groups' },
			{ name: 'Agents', value: someAgents, description: 'Some agents' },
		],
		default: everybody,
		description: 'Who may use the replies of the category',
	},
	{
		displayName: 'Agent Group IDs',
		name: 'groupIds',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. 9465, 9466',
		displayOptions: { show: { availableTo: [someGroups] } },
		description: 'Numbers of agent groups with commas between them, or a list',
	},
	{
		displayName: 'Agents',
		name: 'memberMails',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. mia@example.com, noah@example.com',
		displayOptions: { show: { availableTo: [someAgents] } },
		description: 'Email addresses of agents with commas between them, or a list',
	},
];

function readScope(fields: Fields, scope: (typeof scopes)[number]): string[] | undefined {
	// Group numbers are texts in this list.
	if (scope === someGroups) return fields.ids('groupIds', 'Agent Group IDs');
	if (scope === someAgents) return fields.ids('memberMails', 'Agents');
	return undefined;
}

/** The fields of a category in the API's spelling, without its ID. */
export function readCategory(fields: Fields) {
	const scope = fields.choice('availableTo', 'Available To', scopes);
	return withoutAbsent({
		GroupName: fields.text('name', 'Name'),
		UseScopeType: scope,
		UseScopeList: readScope(fields, scope),
	});
}
