import { withoutAbsent } from '../../parameters/fields';
import { groupRateLimit, inGroup } from '../group/groupFields';
import { maxUnsigned } from '../shared/limits';
import { group, readGroup } from '../shared/resourceLocators';
import { sent } from '../shared/responses';
import type { SingleOperation } from '../operation';

export const clearGroup: SingleOperation = {
	value: 'clearGroup',
	name: 'Clear Group',
	action: 'Clear the messages of a group',
	description:
		'Hide the history of a group from all members. The app admin still reads it; communities have no such thing.',
	documentation: 'https://trtc.io/document/65970',
	shape: 'single',
	path: 'group_open_http_svc/clear_group_msg',
	properties: [group],
	options: [
		{
			displayName: 'Up to Sequence',
			name: 'upToSeq',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: maxUnsigned, numberPrecision: 0 },
			default: '',
			placeholder: 'e.g. 42',
			description: 'MsgSeq of the last message that is hidden; all of them when left out',
		},
	],
	request: (fields) =>
		withoutAbsent({
			GroupId: readGroup(fields),
			MsgSeq: fields
				.collection('options', 'Options')
				.optionalInteger('upToSeq', 'Up to Sequence', { min: 1, max: maxUnsigned }),
		}),
	orderingKey: inGroup,
	retry: { policy: 'idempotent' },
	rateLimit: groupRateLimit,
	interpret: (response, { GroupId, MsgSeq }) => sent(response, { GroupId, MsgSeq }),
};
