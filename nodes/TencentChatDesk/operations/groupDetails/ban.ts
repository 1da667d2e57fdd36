import { withoutAbsent } from '../../parameters/fields';
import { groupRateLimit, inGroup } from '../group/groupFields';
import { withinBytes } from '../shared/bytes';
import { maxUnsigned } from '../shared/limits';
import { sent } from '../shared/responses';
import type { SingleOperation } from '../operation';
import { bannedProperties, readBanned } from './liveGroupFields';

const maxReason = 1000;

export const ban: SingleOperation = {
	value: 'ban',
	name: 'Ban',
	action: 'Ban users from a live group',
	description: 'Throw viewers out of a live group and keep them out for a time',
	documentation: 'https://trtc.io/document/50296',
	shape: 'single',
	path: 'group_open_http_svc/ban_group_member',
	properties: [
		...bannedProperties,
		{
			displayName: 'Duration',
			name: 'duration',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: maxUnsigned, numberPrecision: 0 },
			default: 3600,
			required: true,
			description: 'Seconds from now',
		},
	],
	options: [
		{
			displayName: 'Reason',
			name: 'reason',
			type: 'string',
			default: '',
			placeholder: 'e.g. Spam',
			description: 'Why they are banned: up to 1000 bytes',
		},
	],
	request: (fields) =>
		withoutAbsent({
			...readBanned(fields),
			Duration: fields.integer('duration', 'Duration', { min: 1, max: maxUnsigned }),
			Description: withinBytes(
				fields.collection('options', 'Options').optionalText('reason', 'Reason'),
				'Reason',
				maxReason,
			),
		}),
	orderingKey: inGroup,
	retry: { policy: 'idempotent' },
	rateLimit: groupRateLimit,
	interpret: (response, { GroupId, Members_Account, Duration }) =>
		sent(response, { GroupId, Members_Account, Duration }),
};
