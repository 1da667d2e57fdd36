import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { type Fields, withoutAbsent } from '../../parameters/fields';
import { withinBytes } from '../shared/bytes';
import { memberProperty } from './groupFields';
import { customFields } from './profile';

const label = 'Member Details';
/** Chat > "Modifying the Profile of a Group Member". */
const maxNameCard = 50;
const roles = ['Admin', 'Member'] as const;

/** First members of a group of whom more is known than their UserID. */
export const memberDetails: INodeProperties = {
	displayName: label,
	name: 'memberDetails',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	default: {},
	placeholder: 'Add Member',
	description: 'First members with a role, a name in the group or fields of their own',
	options: [
		{
			displayName: 'Member',
			name: 'member',
			values: [
				{
					displayName: 'Custom Fields (JSON)',
					name: 'appMemberDefinedData',
					type: 'json',
					default: '{}',
					description:
						'Values of custom member fields by their keys. The keys have to be defined in the Chat console first.',
				},
				{
					displayName: 'Joined',
					name: 'joinTime',
					type: 'dateTime',
					default: '',
					description:
						'When the member joined: a date, or the seconds since 1970; now when left out',
				},
				{
					displayName: 'Name in Group',
					name: 'nameCard',
					type: 'string',
					default: '',
					placeholder: 'e.g. Mia from Sales',
					description: 'The name that the group sees: up to 50 bytes',
				},
				{
					displayName: 'Role',
					name: 'role',
					type: 'options',
					options: [
						{ name: 'Administrator', value: 'Admin' },
						{ name: 'Member', value: 'Member' },
					],
					default: 'Member',
					description: 'What the member may do',
				},
				memberProperty,
			],
		},
	],
};

/** The entries of `MemberList` for them. */
export function readMemberDetails(options: Fields): IDataObject[] {
	return options.rows('memberDetails', 'member', label).map((row) => {
		const role = row.optionalChoice('role', 'Role', roles);
		return withoutAbsent({
			Member_Account: row.id('userId', 'User ID'),
			// An ordinary member has no Role in a call.
			Role: role === 'Admin' ? role : undefined,
			JoinTime: row.optionalSeconds('joinTime', 'Joined'),
			NameCard: withinBytes(
				row.optionalText('nameCard', 'Name in Group'),
				'Name in Group',
				maxNameCard,
			),
			AppMemberDefinedData: customFields(
				row.optionalJsonObject('appMemberDefinedData', 'Custom Fields (JSON)'),
			),
		});
	});
}
