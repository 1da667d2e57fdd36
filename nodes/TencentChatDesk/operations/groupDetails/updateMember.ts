import { withoutAbsent } from '../../parameters/fields';
import { groupRateLimit, inGroup } from '../group/groupFields';
import { customFields } from '../group/profile';
import { withinBytes } from '../shared/bytes';
import { maxUnsigned } from '../shared/limits';
import { sent } from '../shared/responses';
import { changesIn, readUpdateFields, updateFields } from '../shared/updateFields';
import type { SingleOperation } from '../operation';
import { memberProperties, readMember } from './memberCall';

const maxNameCard = 50;
const roles = ['Admin', 'Member'] as const;
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
			{
				displayName: 'Custom Fields (JSON)',
				name: 'appMemberDefinedData',
				type: 'json',
				default: '{}',
				description:
					'Values of custom member fields by their keys. The keys have to be defined in the Chat console first.',
			},
			{
				displayName: 'Mute Time',
				name: 'muteTime',
				type: 'number',
				typeOptions: { minValue: 0, maxValue: maxUnsigned, numberPrecision: 0 },
				default: '',
				placeholder: 'e.g. 3600',
				description: 'Seconds from now for which the member may not write; 0 ends a mute',
			},
			{
				displayName: 'Name in Group',
				name: 'nameCard',
				type: 'string',
				default: '',
				placeholder: 'e.g. Mia from Sales',
				description: 'The name that the group sees: up to 50 bytes',
			},
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
			{
				displayName: 'Role',
				name: 'role',
				type: 'options',
				options: [
					{ name: 'Administrator', value: 'Admin' },
					{ name: 'Member', value: 'Member' },
				],
				default: 'Member',
				description: 'What the member may do',
			},
		),
	],
	options: [],
	request(fields) {
		const changes = readUpdateFields(fields);
		return {
			...readMember(fields),
			...changesIn(
				withoutAbsent({
					Role: changes.optionalChoice('role', 'Role', roles),
					MsgFlag: changes.optionalChoice('msgFlag', 'Notifications', flags),
					NameCard: withinBytes(
						changes.optionalText('nameCard', 'Name in Group'),
						'Name in Group',
						maxNameCard,
					),
					MuteTime: changes.optionalInteger('muteTime', 'Mute Time', { min: 0, max: maxUnsigned }),
					AppMemberDefinedData: customFields(
						changes.optionalJsonObject('appMemberDefinedData', 'Custom Fields (JSON)'),
					),
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
