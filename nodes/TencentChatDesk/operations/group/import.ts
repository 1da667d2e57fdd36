import { withoutAbsent } from '../../parameters/fields';
import { importsAccounts } from '../shared/importAccounts';
import { sent } from '../shared/responses';
import type { SingleOperation } from '../operation';
import { isCreated } from './created';
import { groupRateLimit } from './groupFields';
import { ownId, readGroupId } from './groupId';
import { groupTypeChoices, groupTypes } from './groupTypes';
import { nameControl, profileControls, readJoinOption, readName, readProfile } from './profile';

/** A migrated group comes without these. */
const importable = profileControls.filter(({ name }) => name !== 'inviteJoinOption');
const maxMembers = 1_000_000;

/** Live groups cannot be imported (10007). */
const types = groupTypes.filter((type) => type !== 'AVChatRoom');

export const importGroup: SingleOperation = {
	value: 'import',
	name: 'Import',
	action: 'Import a group',
	description:
		'Carry a group over from another system, with the time of its creation. Nobody is told of it.',
	documentation: 'https://trtc.io/document/34967',
	shape: 'single',
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
		{
			displayName: 'Group ID',
			name: 'groupId',
			type: 'string',
			default: '',
			placeholder: 'e.g. old-1',
			description:
				'An ID of your own, at most 48 bytes. With one, a second import is refused instead of making a second group. Tencent makes one when left out.',
		},
		{
			displayName: 'Max Members',
			name: 'maxMemberCount',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: maxMembers, numberPrecision: 0 },
			default: '',
			placeholder: 'e.g. 200',
			description: 'The most members; the most of your plan when left out',
		},
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
		const type = fields.choice('groupType', 'Type', types);
		return withoutAbsent({
			Type: type,
			Name: readName(fields.text('name', 'Name')),
			Owner_Account: options.optionalId('owner', 'Owner'),
			GroupId: readGroupId(options, type),
			...readProfile(options),
			ApplyJoinOption: type === 'Community' ? undefined : readJoinOption(options),
			MaxMemberCount: options.optionalInteger('maxMemberCount', 'Max Members', {
				min: 1,
				max: maxMembers,
			}),
			SupportTopic:
				type === 'Community' ? options.optionalFlag('supportTopic', 'Support Topics') : undefined,
			CreateTime: options.optionalSeconds('createTime', 'Created'),
		});
	},
	orderingKey: ({ GroupId, Name }) =>
		JSON.stringify(GroupId === undefined ? ['', Name] : [GroupId]),
	retry: { policy: 'unsafe' },
	// Under an ID of its own a group exists once.
	retryOf: (fields) =>
		ownId(fields.collection('options', 'Options')) === undefined
			? { policy: 'unsafe' }
			: { policy: 'idempotent' },
	rateLimit: groupRateLimit,
	alreadyDoneCodes: [10021, 10025],
	recovery: importsAccounts(({ Owner_Account }) => [Owner_Account]),
	// The group's own time of creation says nothing of when it was imported.
	lookup: (body) => (body.CreateTime === undefined ? isCreated(body) : undefined),
	interpret: (response, { GroupId, Type, Name }) => sent(response, { GroupId, Type, Name }),
};
