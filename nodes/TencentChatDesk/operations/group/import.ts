import { withoutAbsent } from '../../parameters/fields';
import { importsAccounts } from '../shared/importAccounts';
import { sent } from '../shared/responses';
import type { SingleOperation } from '../operation';
import { isCreated } from './created';
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
import { nameControl, profileControls, readJoinOption, readName, readProfile } from './profile';

/** A migrated group comes without these. */
const importable = profileControls.filter(({ name }) => name !== 'inviteJoinOption');

/** Live groups cannot be imported (10007). */
const types = groupTypes.filter((type) => type !== 'AVChatRoom');

export const importGroup: SingleOperation = {
	value: 'import',
	name: 'Import',
	action: 'Import a group',
	description:
		'Carry a group over from another system, with the time of its creation. Nobody is told of it.',
	documentation: 'https://trtc.io/document/34967',
	...creation,
	path: 'group_open_http_svc/import_group',
	properties: [
		{
			displayName: 'Type',
			name: 'groupType',
			type: 'options',
			options: groupTypeChoices.filter(({ value }) => value !== 'AVChatRoom'),
			default: 'Public',
			description: 'What kind of group it is',
		},
		{ ...nameControl, required: true },
	],
	options: [
		...importable,
		{
			displayName: 'Created',
			name: 'createTime',
			type: 'dateTime',
			default: '',
			description: 'When the group was made: a date, or the seconds since 1970; now when left out',
		},
		ownGroupId('import', 'e.g. old-1'),
		maxMembersControl,
		ownerControl,
		supportTopicControl,
	],
	request(fields) {
		const options = fields.collection('options', 'Options');
		const type = fields.choice('groupType', 'Type', types);
		return withoutAbsent({
			Type: type,
			Name: readName(fields.text('name', 'Name')),
			Owner_Account: readOwner(options),
			GroupId: readGroupId(options, type),
			...readProfile(options),
			ApplyJoinOption: type === 'Community' ? undefined : readJoinOption(options),
			MaxMemberCount: readMaxMembers(options),
			SupportTopic: type === 'Community' ? readSupportTopic(options) : undefined,
			CreateTime: options.optionalSeconds('createTime', 'Created'),
		});
	},
	alreadyDoneCodes: [10021, 10025],
	recovery: importsAccounts(({ Owner_Account }) => [Owner_Account]),
	// The group's own time of creation says nothing of when it was imported.
	lookup: (body) => (body.CreateTime === undefined ? isCreated(body) : undefined),
	interpret: (response, { GroupId, Type, Name }) => sent(response, { GroupId, Type, Name }),
};
