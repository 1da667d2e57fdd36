import { withoutAbsent } from '../../parameters/fields';
import { groupRateLimit, inGroup } from '../group/groupFields';
import {
	memberDataControl,
	nameCardControl,
	readMemberData,
	readNameCard,
	readRole,
	roleControl,
} from '../group/memberFields';
import { maxUnsigned } from '../shared/limits';
import { sent } from '../shared/responses';
import { changesIn, readUpdateFields, updateFields } from '../shared/updateFields';
import type { SingleOperation } from '../operation';
import { memberProperties, readMember } from './memberCall';

const flags = ['AcceptAndNotify', 'AcceptNotNotify', 'Discard'] as const;

export const updateMember: SingleOperation = {
	value: 'updateMember',
	name: 'Update Member',
	action: 'Update a member of a group',
	description: 'Change the role, the name, the notifications or the mute of a member',
	documentation: 'https://trtc.io/document/34900',
	shape: 'single',
	path: 'group_open_http_svc/modify_group_member_info',
	properties: [
		...memberProperties,
		updateFields(
			memberDataControl,
			{
				displayName: 'Mute Time',
				name: 'muteTime',
				type: 'number',
				typeOptions: { minValue: 0, maxValue: maxUnsigned, numberPrecision: 0 },
				default: '',
				placeholder: 'e.g. 3600',
				description: 'Seconds from now for which the member may not write; 0 ends a mute',
			},
			nameCardControl,
			{
				displayName: 'Notifications',
				name: 'msgFlag',
				type: 'options',
				options: [
					{ name: 'Messages and Notifications', value: 'AcceptAndNotify' },
					{ name: 'Messages Only', value: 'AcceptNotNotify' },
					{ name: 'Neither', value: 'Discard' },
				],
				default: 'AcceptAndNotify',
				description: 'What the member gets of the group',
			},
			roleControl,
		),
	],
	options: [],
	request(fields) {
		const changes = readUpdateFields(fields);
		return {
			...readMember(fields),
			...changesIn(
				withoutAbsent({
					Role: readRole(changes),
					MsgFlag: changes.optionalChoice('msgFlag', 'Notifications', flags),
					NameCard: readNameCard(changes),
					MuteTime: changes.optionalInteger('muteTime', 'Mute Time', { min: 0, max: maxUnsigned }),
					AppMemberDefinedData: readMemberData(changes),
				}),
				fields,
			),
		};
	},
	orderingKey: inGroup,
	retry: { policy: 'idempotent' },
	rateLimit: groupRateLimit,
	interpret: (response, { GroupId, Member_Account }) => sent(response, { GroupId, Member_Account }),
};
