import { withoutAbsent } from '../../parameters/fields';
import { group, readGroup } from '../shared/resourceLocators';
import { sent } from '../shared/responses';
import { fromAccountOption, readFromAccount } from '../shared/messageOptions';
import type { SingleOperation } from '../operation';
import { groupRateLimit, inGroup } from './groupFields';

export const changeOwner: SingleOperation = {
	value: 'changeOwner',
	name: 'Change Owner',
	action: 'Change the owner of a group',
	description: 'Hand a group over to one of its members',
	documentation: 'https://trtc.io/document/34966',
	shape: 'single',
	path: 'group_open_http_svc/change_group_owner',
	properties: [
		group,
		{
			displayName: 'New Owner',
			name: 'newOwnerAccount',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. bob',
			description: 'User ID of the new owner, who has to be a member. Live groups keep theirs.',
		},
	],
	options: [
		{
			...fromAccountOption,
			description:
				'User ID of who makes the change, as the group sees it; the app admin when left out',
		},
	],
	request: (fields) =>
		withoutAbsent({
			GroupId: readGroup(fields),
			NewOwner_Account: fields.id('newOwnerAccount', 'New Owner'),
			From_Account: readFromAccount(fields.collection('options', 'Options')),
		}),
	orderingKey: inGroup,
	retry: { policy: 'idempotent' },
	rateLimit: groupRateLimit,
	interpret: (response, { GroupId, NewOwner_Account }) =>
		sent(response, { GroupId, NewOwner_Account }),
};
