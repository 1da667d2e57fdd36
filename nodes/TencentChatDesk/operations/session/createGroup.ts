import { withoutAbsent } from '../../parameters/fields';
import { isCreated } from '../group/created';
import { checkGroupId } from '../group/groupId';
import { userIds } from '../group/groupFields';
import {
	nameControl,
	profileControls,
	readJoinOption,
	readName,
	readProfile,
} from '../group/profile';
import { deskRateLimit } from '../shared/desk';
import { serviceAccount } from '../shared/resourceLocators';
import { sent } from '../shared/responses';
import type { SingleOperation } from '../operation';

const types = ['Public', 'Private'] as const;

/** Besides the service account; a call takes 100. */
const maxMembers = 99;

/** What the page lists of a group's profile. */
const described = ['applyJoinOption', 'faceUrl', 'introduction', 'notification'];

export const createGroup: SingleOperation = {
	value: 'createGroup',
	name: 'Create Group With Service Account',
	action: 'Create a group with a service account in desk',
	description:
		'Open a chat group in which a service account talks with several people. Tencent has to switch the feature on, and an agent has to be online.',
	documentation: 'https://www.tencentcloud.com/document/product/1229/68815',
	shape: 'single',
	path: 'desk_http_svc/create_group',
	properties: [
		serviceAccount,
		{
			displayName: 'Group ID',
			name: 'newGroupId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. order-4711',
			description: 'Your own ID that no group has, at most 48 bytes',
		},
		{
			displayName: 'Type',
			name: 'groupType',
			type: 'options',
			options: [
				{ name: 'Public', value: 'Public', description: 'People can find it and ask to join' },
				{ name: 'Work', value: 'Private', description: 'People are invited by members' },
			],
			default: 'Public',
			description: 'What kind of group it is',
		},
		{ ...nameControl, required: true },
		{
			...userIds(
				'Members',
				'members',
				`User IDs of the other first members, at least one and at most ${maxMembers}.`,
			),
			required: true,
		},
	],
	options: [
		...profileControls.filter(({ name }) => described.includes(name)),
		{
			displayName: 'Max Members',
			name: 'maxMemberCount',
			type: 'number',
			typeOptions: { minValue: 2, numberPrecision: 0 },
			default: '',
			placeholder: 'e.g. 20',
			description: 'The most members; the most of your plan when left out',
		},
		{
			displayName: 'Owner',
			name: 'owner',
			type: 'string',
			default: '',
			placeholder: 'e.g. alice',
			description: 'User ID of the owner. No owner when left out.',
		},
	],
	request(fields) {
		const options = fields.collection('options', 'Options');
		const type = fields.choice('groupType', 'Type', types);
		const account = fields.id('serviceAccount', 'Service Account');
		const members = fields.ids('members', 'Members', { max: maxMembers });
		return withoutAbsent({
			GroupId: checkGroupId(fields.id('newGroupId', 'Group ID', { kind: 'place' }), type),
			Type: type,
			Name: readName(fields.text('name', 'Name')),
			Owner_Account: options.optionalId('owner', 'Owner'),
			...readProfile(options),
			ApplyJoinOption: readJoinOption(options),
			MaxMemberCount: options.optionalInteger('maxMemberCount', 'Max Members', { min: 2 }),
			MemberList: [...new Set([account, ...members])].map((Member_Account) => ({ Member_Account })),
		});
	},
	orderingKey: ({ GroupId }) => JSON.stringify([GroupId]),
	// The page does not say what a second call with the same ID answers.
	retry: { policy: 'unsafe' },
	lookup: isCreated,
	rateLimit: deskRateLimit,
	interpret: (response, { GroupId, Type, Name }) => sent(response, { GroupId, Type, Name }),
};
