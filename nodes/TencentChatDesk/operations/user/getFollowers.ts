import type { ListOperation } from '../operation';
import { recordsIn } from '../shared/records';
import { contactRateLimit, ofOwner, ownerProperty, readOwner } from '../contact/contactFields';
import type { IDataObject } from 'n8n-workflow';

const followTypes = [1, 2, 3] as const;

export const getFollowers: ListOperation = {
	value: 'getFollowers',
	name: 'Get Followers',
	action: 'Get followers of a user',
	description: 'List who follows a user, whom the user follows, or both',
	documentation: 'https://trtc.io/document/70347',
	shape: 'list',
	path: 'follow/follow_get',
	properties: [
		{ ...ownerProperty, description: 'User ID of the user whose followers are read' },
		{
			displayName: 'List',
			name: 'followType',
			type: 'options',
			options: [
				{ name: 'Followed Users', value: 2, description: 'Whom the user follows' },
				{ name: 'Followers', value: 1, description: 'Who follows the user' },
				{ name: 'Mutual', value: 3, description: 'Who follows the user and is followed' },
			],
			default: 1,
			description: 'Which list to read',
		},
	],
	options: [],
	request: (fields) => ({
		From_Account: readOwner(fields),
		FollowType: fields.choice('followType', 'List', followTypes),
		StartCursor: '',
	}),
	orderingKey: ofOwner,
	retry: { policy: 'idempotent' },
	rateLimit: contactRateLimit,
	list: {
		page: { field: 'WantNum', max: 1000 },
		records: (response) => recordsIn(response, 'FollowItem'),
		nextPage: ({ NextCursor }, body) =>
			typeof NextCursor === 'string' && NextCursor !== ''
				? { ...body, StartCursor: NextCursor }
				: undefined,
		simplified: ({ To_Account, FollowTime, ...rest }) => ({
			To_Account,
			FollowTime,
			...(Object.fromEntries(
				recordsIn(rest, 'ProfileItem').map(({ Tag, Value }) => [String(Tag), Value]),
			) as IDataObject),
		}),
	},
};
