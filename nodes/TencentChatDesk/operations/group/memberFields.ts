import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { type Fields, withoutAbsent } from '../../parameters/fields';
import { withinBytes } from '../shared/bytes';
import { keyed } from '../shared/records';
import { customFields } from './profile';

/** Chat > "Modifying the Profile of a Group Member". */
const maxNameCard = 50;
const roles = ['Admin', 'Member'] as const;
const ownFields = 'AppMemberDefinedData';

export const memberDataControl: INodeProperties = {
	displayName: 'Custom Fields (JSON)',
	name: 'appMemberDefinedData',
	type: 'json',
	default: '{}',
	description:
		'Values of custom member fields by their keys. The keys have to be defined in the Chat console first.',
};

export const readMemberData = (fields: Fields) =>
	customFields(fields.optionalJsonObject('appMemberDefinedData', 'Custom Fields (JSON)'));

export const nameCardControl: INodeProperties = {
	displayName: 'Name in Group',
	name: 'nameCard',
	type: 'string',
	default: '',
	placeholder: 'e.g. Mia from Sales',
	description: 'The name that the group sees: up to 50 bytes',
};

export const readNameCard = (fields: Fields) =>
	withinBytes(fields.optionalText('nameCard', 'Name in Group'), 'Name in Group', maxNameCard);

export const roleControl: INodeProperties = {
	displayName: 'Role',
	name: 'role',
	type: 'options',
	options: [
		{ name: 'Administrator', value: 'Admin' },
		{ name: 'Member', value: 'Member' },
	],
	default: 'Member',
	description: 'What the member may do',
};

export const readRole = (fields: Fields) => fields.optionalChoice('role', 'Role', roles);

/** The option for the custom fields of members that are read. */
export const memberDataOption: INodeProperties = {
	displayName: 'Custom Fields',
	name: 'customFields',
	type: 'string',
	default: '',
	placeholder: 'e.g. department, badge',
	description: 'Keys of custom member fields to return as well, with commas between them',
};

/** Its keys, as a field of the body. */
export const readMemberDataKeys = (options: Fields) => ({
	AppDefinedDataFilter_GroupMember: options.optionalIds('customFields', 'Custom Fields', {
		kind: 'word',
	}),
});

/** A member with its custom fields by their keys. */
export const simplifiedMember = ({ [ownFields]: data, ...rest }: IDataObject): IDataObject =>
	withoutAbsent({
		...rest,
		[ownFields]: data === undefined ? undefined : keyed({ [ownFields]: data }, ownFields),
	});
