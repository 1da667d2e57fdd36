import type { INodeProperties } from 'n8n-workflow';
import type { Fields } from '../../parameters/fields';
import { withoutAbsent } from '../../parameters/fields';
import { shortText } from '../shared/desk';

const maxNickname = 32;

export const nickname: INodeProperties = {
	displayName: 'Nickname',
	name: 'nickName',
	type: 'string',
	default: '',
	placeholder: 'e.g. Mia',
	description: 'The name that customers see. Up to 32 characters.',
};

export const roleIds: INodeProperties = {
	displayName: 'Role IDs',
	name: 'roleIds',
	type: 'string',
	default: '',
	placeholder: 'e.g. 5, 101',
	description:
		'Numbers of roles with commas between them, or a list: 1 is super administrator, 5 online agent, 7 online administrator. Role > Get Many lists the others, which your team made.',
};

export const groupIds: INodeProperties = {
	displayName: 'Agent Group IDs',
	name: 'groupIds',
	type: 'string',
	default: '',
	placeholder: 'e.g. 9465, 9466',
	description: 'Numbers of agent groups with commas between them, or a list',
};

/** What creating and updating an agent have in common, beyond the name and the lists. */
export const profileOptions: INodeProperties[] = [
	{
		displayName: 'Avatar URL',
		name: 'avatar',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://example.com/mia.png',
		description: "Address of the agent's picture",
	},
	{
		displayName: 'Reception Limit',
		name: 'receptionLimit',
		type: 'number',
		typeOptions: { minValue: 0, numberPrecision: 0 },
		default: '',
		placeholder: 'e.g. 5',
		description:
			"How many customers the agent serves at the same time. It counts while 'Use Own Reception Limit' is on.",
	},
	{
		displayName: 'Use Own Reception Limit',
		name: 'receptionLimitEnabled',
		type: 'boolean',
		default: true,
		description: 'Whether the limit of the agent counts, and not the one of the agent groups',
	},
];

/**
 * The fields of an agent in the API's spelling, without the lists.
 *
 * @param picture the address of one that the item brings
 */
export function readProfile(options: Fields, picture?: string) {
	return withoutAbsent({
		Avatar: picture ?? options.optionalText('avatar', 'Avatar URL'),
		MemberReceptionLimit: options.optionalInteger('receptionLimit', 'Reception Limit', { min: 0 }),
		MemberReceptionLimitEnabled: options.optionalFlag(
			'receptionLimitEnabled',
			'Use Own Reception Limit',
		),
	});
}

export const readNickname = (fields: Fields) =>
	shortText(fields, nickname.name, nickname.displayName, maxNickname);
