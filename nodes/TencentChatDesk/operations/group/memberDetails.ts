import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { type Fields, withoutAbsent } from '../../parameters/fields';
import { memberProperty } from './groupFields';
import {
	memberDataControl,
	nameCardControl,
	readMemberData,
	readNameCard,
	readRole,
	roleControl,
} from './memberFields';

const label = 'Member Details';

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
				memberDataControl,
				{
					displayName: 'Joined',
					name: 'joinTime',
					type: 'dateTime',
					default: '',
					description:
						'When the member joined: a date, or the seconds since 1970; now when left out',
				},
				nameCardControl,
				roleControl,
				memberProperty,
			],
		},
	],
};

/** The entries of `MemberList` for them. */
export function readMemberDetails(options: Fields): IDataObject[] {
	return options.rows('memberDetails', 'member', label).map((row) => {
		const role = readRole(row);
		return withoutAbsent({
			Member_Account: row.id('userId', 'User ID'),
			// An ordinary member has no Role in a call.
			Role: role === 'Admin' ? role : undefined,
			JoinTime: row.optionalSeconds('joinTime', 'Joined'),
			NameCard: readNameCard(row),
			AppMemberDefinedData: readMemberData(row),
		});
	});
}
