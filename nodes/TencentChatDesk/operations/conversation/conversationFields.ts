import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Body, RateLimit } from '../../contract';
import type { Fields } from '../../parameters/fields';
import { withinBytes } from '../shared/bytes';
import { group, readGroup } from '../shared/resourceLocators';

/** Conversations take 200 calls a second for each command. */
export const conversationRateLimit: RateLimit = { default: 100, max: 200 };

/** What is changed in the list of one user goes one after another. */
export const ofOwner = ({ From_Account }: Body): string => JSON.stringify([From_Account]);

/** Page 1047/53437. */
const maxFolderName = 32;

const kinds = ['user', 'group'] as const;

/** `Type` of a conversation in all commands. */
const typeOf = { user: 1, group: 2 } as const;

export const ownerProperty: INodeProperties = {
	displayName: 'User ID',
	name: 'userId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. alice',
	description: 'User ID of the user whose list has the conversation',
};

export const readOwner = (fields: Fields) => fields.id('userId', 'User ID');

/** The controls that say which conversation of the user is meant. */
export const conversationProperties: INodeProperties[] = [
	ownerProperty,
	{
		displayName: 'Conversation With',
		name: 'conversationWith',
		type: 'options',
		options: [
			{ name: 'Group', value: 'group' },
			{ name: 'User', value: 'user' },
		],
		default: 'user',
		description: 'Whether it is a one-to-one chat or a group',
	},
	{
		displayName: 'Peer User ID',
		name: 'peerAccount',
		type: 'string',
		default: '',
		required: true,
		displayOptions: { show: { conversationWith: ['user'] } },
		placeholder: 'e.g. bob',
		description: 'User ID of the other side',
	},
	{ ...group, displayOptions: { show: { conversationWith: ['group'] } } },
];

/** The conversation of an item; the group's field is spelled differently in each command. */
export function readConversation(
	fields: Fields,
	groupField: 'GroupId' | 'ToGroupid' | 'ToGroupId',
): IDataObject {
	const kind = fields.choice('conversationWith', 'Conversation With', kinds);
	const Type = typeOf[kind];
	return kind === 'user'
		? { Type, To_Account: fields.id('peerAccount', 'Peer User ID') }
		: { Type, [groupField]: readGroup(fields) };
}

/** Conversations of several users and groups. */
export const membersOptions = (verb: string): INodeProperties[] => [
	{
		displayName: 'Group IDs',
		name: 'groupIds',
		type: 'string',
		default: '',
		placeholder: 'e.g. team, order-4711',
		description: `Groups whose conversations ${verb}. Give a list, or text with commas.`,
	},
	{
		displayName: 'Peer User IDs',
		name: 'peerAccounts',
		type: 'string',
		default: '',
		placeholder: 'e.g. bob, carol',
		description: `User IDs whose conversations ${verb}. Give a list, or text with commas.`,
	},
];

export function readMembers(options: Fields): IDataObject[] {
	const users = options.optionalIds('peerAccounts', 'Peer User IDs') ?? [];
	const groups = options.optionalIds('groupIds', 'Group IDs', { kind: 'place' }) ?? [];
	return [
		...users.map((To_Account) => ({ Type: typeOf.user, To_Account })),
		...groups.map((ToGroupId) => ({ Type: typeOf.group, ToGroupId })),
	];
}

/** The name of a group of conversations. */
export const folderProperty: INodeProperties = {
	displayName: 'Group Name',
	name: 'folderName',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. VIP',
	description: 'Name of the group of conversations: up to 32 bytes',
};

export const readFolder = (fields: Fields, name = 'folderName', label = 'Group Name') =>
	withinBytes(fields.text(name, label), label, maxFolderName);

/** What a response names a conversation by, to find it again. */
export const conversationKey = ({ Type, To_Account, ToGroupId }: IDataObject): string =>
	JSON.stringify([Type, To_Account ?? ToGroupId]);
