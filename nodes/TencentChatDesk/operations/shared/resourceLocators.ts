import type { INodeProperties } from 'n8n-workflow';
import type { Fields } from '../../parameters/fields';
import type { ListName } from './listSearch';

interface Locator {
	displayName: string;
	name: string;
	placeholder: string;
	description: string;
	required?: boolean;
	/** The list that the picker offers, where the API can list. */
	list?: ListName;
}

function locator({
	displayName,
	name,
	placeholder,
	description,
	required,
	list,
}: Locator): INodeProperties {
	return {
		displayName,
		name,
		type: 'resourceLocator',
		default: { mode: list ? 'list' : 'id', value: '' },
		...(required ? { required } : {}),
		description,
		modes: [
			...(list
				? [
						{
							displayName: 'From List',
							name: 'list',
							type: 'list' as const,
							typeOptions: { searchListMethod: list, searchable: true },
						},
					]
				: []),
			{ displayName: 'By ID', name: 'id', type: 'string', placeholder },
		],
	};
}

/** The picker for a customer service account of Desk. */
export const serviceAccount = locator({
	displayName: 'Service Account',
	name: 'serviceAccount',
	list: 'serviceAccounts',
	placeholder: 'e.g. @customer_service_account',
	description:
		"The customer service account that the customer sees as sender. Its ID begins with '@'; find it in the Desk console.",
	required: true,
});

/** The picker for an agent group of Desk. */
export const agentGroup = locator({
	displayName: 'Agent Group',
	name: 'groupId',
	list: 'agentGroups',
	placeholder: 'e.g. 9465',
	description:
		"The number of the group whose agents may take the session. Leave empty to let Desk's own rules decide.",
});

/** The picker for an agent of Desk. */
export const agent = locator({
	displayName: 'Agent',
	name: 'memberId',
	list: 'agents',
	placeholder: 'e.g. mia@example.com',
	description:
		"The agent who takes the session, by email address. Leave empty to let Desk's own rules decide.",
});

/** The picker for a live room. */
export const room = locator({
	displayName: 'Room',
	name: 'roomId',
	list: 'liveRooms',
	placeholder: 'e.g. room1',
	description: 'The live room, by its room ID',
	required: true,
});

export const readRoom = (fields: Fields): string =>
	fields.id(room.name, room.displayName, { kind: 'place' });

/** The picker for a category of quick replies. */
export const quickReplyCategory = locator({
	displayName: 'Category',
	name: 'categoryId',
	list: 'quickReplyCategories',
	placeholder: 'e.g. 37',
	description: 'The category of quick replies',
	required: true,
});

/** The picker for a category of the chatbot's FAQ questions. */
export const knowledgeBaseCategory = locator({
	displayName: 'Category',
	name: 'questionCategory',
	list: 'knowledgeBaseCategories',
	placeholder: 'e.g. 77514',
	description: 'The category of questions',
});

/** The picker for a role of Desk. */
export const role = locator({
	displayName: 'Role',
	name: 'role',
	list: 'roles',
	placeholder: 'e.g. 101',
	description: 'The role, by its number',
	required: true,
});

/** The picker for a quick reply of the category or the agent that is chosen beside it. */
export const quickReply = locator({
	displayName: 'Quick Reply',
	name: 'quickReply',
	list: 'quickReplies',
	placeholder: 'e.g. 1024',
	description: 'The reply, by its ID',
	required: true,
});

/** The picker for a group. */
export const group = locator({
	displayName: 'Group',
	name: 'groupId',
	list: 'groups',
	placeholder: 'e.g. @TGS#2J4SZEAEL',
	description: 'The group, by its group ID',
	required: true,
});

export const readGroup = (fields: Fields): string =>
	fields.id(group.name, group.displayName, { kind: 'place' });
