import type { INodeProperties } from 'n8n-workflow';
import type { Fields } from '../../parameters/fields';
import { userIds } from '../group/groupFields';
import { group, readGroup } from '../shared/resourceLocators';

/** Accounts that one call may ban (10005). */
const maxBanned = 20;

export const bannedProperties: INodeProperties[] = [
	group,
	{
		...userIds('User IDs', 'users', `User IDs of the viewers, at most ${maxBanned}.`),
		required: true,
	},
];

export const readBanned = (fields: Fields) => ({
	GroupId: readGroup(fields),
	Members_Account: fields.ids('users', 'User IDs', { max: maxBanned }),
});

/** `CommandType`: set, or take away. */
export const setting = 1;
export const clearing = 2;
