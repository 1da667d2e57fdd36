import { BadInput } from '../../badInput';
import { withoutAbsent } from '../../fields';
import { sent } from '../common';
import { group } from '../locators';
import type { Operation } from '../operation';
import { groupPace, inGroup } from './common';
import { nameControl, profileControls, readName, readProfile } from './profile';

const label = 'Update Fields';

export const update: Operation = {
	value: 'update',
	name: 'Update',
	action: 'Update a group',
	description: 'Change the profile of a group',
	documentation: 'https://trtc.io/document/34620',
	path: 'group_open_http_svc/modify_group_base_info',
	properties: [
		group,
		{
			displayName: label,
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			description: 'What to change; everything else stays as it is',
			options: [
				...profileControls,
				{
					displayName: 'Max Members',
					name: 'maxMemberNum',
					type: 'number' as const,
					typeOptions: { minValue: 1, numberPrecision: 0 },
					default: 200,
					description: 'The most members. Live groups have no such limit.',
				},
				{
					displayName: 'Mute Everybody',
					name: 'muteAllMember',
					type: 'boolean' as const,
					default: false,
					description: 'Whether only the owner and the administrators may write',
				},
				nameControl,
			].sort((a, b) => a.displayName.localeCompare(b.displayName, 'en')),
		},
	],
	options: [],
	request(fields) {
		const changes = fields.collection('updateFields', label);
		const muteAll = changes.optionalBoolean('muteAllMember', 'Mute Everybody');
		const body = withoutAbsent({
			Name: readName(changes.optionalText('name', 'Name')),
			...readProfile(changes),
			MaxMemberNum: changes.optionalInteger('maxMemberNum', 'Max Members', { min: 1 }),
			MuteAllMember: muteAll === undefined ? undefined : muteAll ? 'On' : 'Off',
		});
		if (Object.keys(body).length === 0) {
			throw new BadInput(`'${label}' is empty`, 'Add at least one field to change.');
		}
		return { GroupId: fields.id('groupId', 'Group'), ...body };
	},
	conversation: inGroup,
	repeat: { rule: 'idempotent' },
	pace: groupPace,
	meaning: (answer, body) => sent(answer, body),
};
