import { withoutAbsent } from '../../parameters/fields';
import { sent } from '../shared/responses';
import { group, readGroup } from '../shared/resourceLocators';
import type { SingleOperation } from '../operation';
import { changesIn, readUpdateFields, updateFields } from '../shared/updateFields';
import { groupRateLimit, inGroup } from './groupFields';
import { nameControl, profileControls, readJoinOption, readName, readProfile } from './profile';

export const update: SingleOperation = {
	value: 'update',
	name: 'Update',
	action: 'Update a group',
	description: 'Change the profile of a group',
	documentation: 'https://trtc.io/document/34962',
	shape: 'single',
	path: 'group_open_http_svc/modify_group_base_info',
	properties: [
		group,
		updateFields(
			nameControl,
			...profileControls,
			{
				displayName: 'Max Members',
				name: 'maxMemberNum',
				type: 'number',
				typeOptions: { minValue: 1, numberPrecision: 0 },
				default: '',
				placeholder: 'e.g. 200',
				description: 'The most members. Live groups have no such limit.',
			},
			{
				displayName: 'Mute Everybody',
				name: 'muteAllMember',
				type: 'boolean',
				default: false,
				description: 'Whether only the owner and the administrators may write',
			},
		),
	],
	options: [],
	request(fields) {
		const changes = readUpdateFields(fields);
		const muteAll = changes.optionalBoolean('muteAllMember', 'Mute Everybody');
		const body = withoutAbsent({
			Name: readName(changes.optionalText('name', 'Name')),
			...readProfile(changes),
			ApplyJoinOption: readJoinOption(changes),
			MaxMemberNum: changes.optionalInteger('maxMemberNum', 'Max Members', { min: 1 }),
			MuteAllMember: muteAll === undefined ? undefined : muteAll ? 'On' : 'Off',
		});
		return { GroupId: readGroup(fields), ...changesIn(body, fields) };
	},
	orderingKey: inGroup,
	retry: { policy: 'idempotent' },
	rateLimit: groupRateLimit,
	interpret: (response, body) => sent(response, body),
};
