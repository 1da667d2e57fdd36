import { avatarControls, readAvatar } from '../../messages/fileSource';
import { withoutAbsent } from '../../parameters/fields';
import { sent } from '../shared/responses';
import { fromAccountOption, readFromAccount } from '../shared/messageOptions';
import { group, readGroup } from '../shared/resourceLocators';
import type { SingleOperation } from '../operation';
import { changesIn, readUpdateFields, updateFields } from '../shared/updateFields';
import { groupRateLimit, inGroup } from './groupFields';
import { permissionControls, readPermissions } from './permissions';
import {
	nameControl,
	profileControls,
	readInviteOption,
	readJoinOption,
	readName,
	readProfile,
} from './profile';

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
		...avatarControls,
		updateFields(
			nameControl,
			...profileControls,
			...permissionControls,
			{
				displayName: 'History for New Members',
				name: 'historyMsgBeforeJoin',
				type: 'boolean',
				default: false,
				description:
					'Whether members see the messages from before they joined. For work, public and meeting groups.',
			},
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
	options: [
		{
			...fromAccountOption,
			description:
				'User ID of who makes the change, as the group sees it; the app admin when left out',
		},
	],
	request(fields) {
		const changes = readUpdateFields(fields);
		const onOff = (name: string, label: string) => {
			const isOn = changes.optionalBoolean(name, label);
			return isOn === undefined ? undefined : isOn ? 'On' : 'Off';
		};
		const body = withoutAbsent({
			Name: readName(changes.optionalText('name', 'Name')),
			...readProfile(changes, readAvatar(fields)),
			ApplyJoinOption: readJoinOption(changes),
			MaxMemberNum: changes.optionalInteger('maxMemberNum', 'Max Members', { min: 1 }),
			InviteJoinOption: readInviteOption(changes),
			MuteAllMember: onOff('muteAllMember', 'Mute Everybody'),
			HistoryMsgBeforeJoin: onOff('historyMsgBeforeJoin', 'History for New Members'),
			...readPermissions(changes),
		});
		return withoutAbsent({
			GroupId: readGroup(fields),
			From_Account: readFromAccount(fields.collection('options', 'Options')),
			...changesIn(body, fields),
		});
	},
	orderingKey: inGroup,
	retry: { policy: 'idempotent' },
	rateLimit: groupRateLimit,
	interpret: (response, body) => sent(response, body),
};
