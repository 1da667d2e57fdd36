import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { InvalidParameter } from '../../parameters/invalidParameter';
import { avatarControls, readAvatar } from '../../messages/fileSource';
import { withoutAbsent } from '../../parameters/fields';
import { sent } from '../shared/responses';
import type { SingleOperation } from '../operation';
import { userIds } from './groupFields';
import {
	creation,
	maxMembersControl,
	ownerControl,
	ownGroupId,
	readMaxMembers,
	readOwner,
	readSupportTopic,
	supportTopicControl,
} from './creation';
import { readGroupId } from './groupId';
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
	...creation,
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
		ownGroupId('creation', 'e.g. order-4711'),
		maxMembersControl,
		userIds(
			'Members',
			'members',
			'User IDs of the first members, at most 100. Live groups have none: people join them.',
		),
		memberDetails,
		ownerControl,
		supportTopicControl,
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
			Owner_Account: readOwner(options),
			GroupId: readGroupId(options, type),
			...readProfile(options, readAvatar(fields)),
			// The panel hides it from communities; a value may be left over in it.
			ApplyJoinOption: type === 'Community' ? undefined : readJoinOption(options),
			InviteJoinOption: type === 'AVChatRoom' ? undefined : readInviteOption(options),
			MaxMemberCount: readMaxMembers(options),
			MemberList: members.length > 0 ? members : undefined,
			...(type === 'Community' && {
				SupportTopic: readSupportTopic(options),
				...readPermissions(options),
			}),
		});
	},
	// The ID is used, by a group of the account that calls: that is what the attempt before made.
	alreadyDoneCodes: [10025],
	lookup: isCreated,
	interpret: (response, { GroupId, Type, Name }) => sent(response, { GroupId, Type, Name }),
};
