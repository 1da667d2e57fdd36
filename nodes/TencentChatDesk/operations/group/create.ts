import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { InvalidParameter } from '../../parameters/invalidParameter';
import { avatarControls, readAvatar } from '../../messages/fileSource';
import { withoutAbsent } from '../../parameters/fields';
import { sent } from '../shared/responses';
import type { SingleOperation } from '../operation';
import { groupRateLimit, userIds } from './groupFields';
import { ownId, readGroupId } from './groupId';
import { groupTypeChoices, groupTypes } from './groupTypes';
import { isCreated } from './created';
import { memberDetails, readMemberDetails } from './memberDetails';
import { permissionControls, readPermissions } from './permissions';
import {
	nameControl,
	profileControls,
	readInviteOption,
	readJoinOption,
	readName,
	readProfile,
} from './profile';

const maxGroup = 1_000_000;
const maxMembers = 100;

/** Communities have no join requests. */
const withJoinRequests = groupTypes.filter((type) => type !== 'Community');
const withInvitations = groupTypes.filter((type) => type !== 'AVChatRoom');

/** Types of groups for which a control of the profile is shown, where it is not all of them. */
const typesWith: Record<string, readonly string[]> = {
	applyJoinOption: withJoinRequests,
	inviteJoinOption: withInvitations,
};

const shownFor = (control: INodeProperties, types: readonly string[]): INodeProperties => ({
	...control,
	displayOptions: { show: { '/groupType': [...types] } },
});

export const create: SingleOperation = {
	value: 'create',
	name: 'Create',
	action: 'Create a group',
	description: 'Create a group, with its first members if wanted',
	documentation: 'https://trtc.io/document/34895',
	shape: 'single',
	path: 'group_open_http_svc/create_group',
	properties: [
		{
			displayName: 'Type',
			name: 'groupType',
			type: 'options',
			options: groupTypeChoices,
			default: 'Public',
			description: 'What kind of group it is',
		},
		{ ...nameControl, required: true },
		...avatarControls,
	],
	options: [
		...profileControls.map((control) => {
			const types = typesWith[control.name];
			return types ? shownFor(control, types) : control;
		}),
		...permissionControls.map((control) => shownFor(control, ['Community'])),
		{
			displayName: 'Group ID',
			name: 'groupId',
			type: 'string',
			default: '',
			placeholder: 'e.g. order-4711',
			description:
				'An ID of your own, at most 48 bytes. With one, a second creation is refused instead of making a second group. Tencent makes one when left out.',
		},
		{
			displayName: 'Max Members',
			name: 'maxMemberCount',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: maxGroup, numberPrecision: 0 },
			default: '',
			placeholder: 'e.g. 200',
			description: 'The most members; the most of your plan when left out',
		},
		userIds(
			'Members',
			'members',
			'UserIDs of the first members, at most 100. Live groups have none: people join them.',
		),
		memberDetails,
		{
			displayName: 'Owner',
			name: 'owner',
			type: 'string',
			default: '',
			placeholder: 'e.g. alice',
			description: 'UserID of the owner, who becomes a member. No owner when left out.',
		},
		{
			displayName: 'Support Topics',
			name: 'supportTopic',
			type: 'boolean',
			default: false,
			displayOptions: { show: { '/groupType': ['Community'] } },
			description: 'Whether the community can have topics',
		},
	],
	request(fields) {
		const options = fields.collection('options', 'Options');
		const type = fields.choice('groupType', 'Type', groupTypes);
		const members = [
			...(options.optionalIds('members', 'Members', { max: maxMembers }) ?? []).map(
				(Member_Account): IDataObject => ({ Member_Account }),
			),
			...readMemberDetails(options),
		];
		if (members.length > maxMembers) {
			throw new InvalidParameter(
				`'Members' and 'Member Details' name ${members.length} users, more than ${maxMembers}`,
				"Create the group with some of them, and add the others with 'Add Members'.",
			);
		}
		if (members.length > 0 && type === 'AVChatRoom') {
			throw new InvalidParameter(
				"'Members' cannot be given for a live group",
				'Leave them out: people join a live group themselves.',
			);
		}
		return withoutAbsent({
			Type: type,
			Name: readName(fields.text('name', 'Name')),
			Owner_Account: options.optionalId('owner', 'Owner'),
			GroupId: readGroupId(options, type),
			...readProfile(options, readAvatar(fields)),
			// The panel hides it from communities; a value may be left over in it.
			ApplyJoinOption: type === 'Community' ? undefined : readJoinOption(options),
			InviteJoinOption: type === 'AVChatRoom' ? undefined : readInviteOption(options),
			MaxMemberCount: options.optionalInteger('maxMemberCount', 'Max Members', {
				min: 1,
				max: maxGroup,
			}),
			MemberList: members.length > 0 ? members : undefined,
			...(type === 'Community' && {
				SupportTopic: options.optionalFlag('supportTopic', 'Support Topics'),
				...readPermissions(options),
			}),
		});
	},
	// Groups without an ID of their own have nothing in common, and need no order.
	orderingKey: ({ GroupId, Name }) =>
		JSON.stringify(GroupId === undefined ? ['', Name] : [GroupId]),
	retry: { policy: 'unsafe' },
	// Under an ID of its own a group exists once.
	retryOf: (fields) =>
		ownId(fields.collection('options', 'Options')) === undefined
			? { policy: 'unsafe' }
			: { policy: 'idempotent' },
	rateLimit: groupRateLimit,
	// The ID is used, by a group of the account that calls: that is what the attempt before made.
	alreadyDoneCodes: [10025],
	lookup: isCreated,
	interpret: (response, { GroupId, Type, Name }) => sent(response, { GroupId, Type, Name }),
};
