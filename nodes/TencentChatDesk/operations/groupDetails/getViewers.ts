import { withoutAbsent } from '../../parameters/fields';
import { groupRateLimit, inGroup } from '../group/groupFields';
import { recordsIn } from '../shared/records';
import { group, readGroup } from '../shared/resourceLocators';
import { maxUnsigned } from '../shared/limits';
import type { ListOperation } from '../operation';

export const getViewers: ListOperation = {
	value: 'getViewers',
	name: 'Get Viewers',
	action: 'Get viewers of a live group',
	description:
		'List who is online in a live group: the newest 1000, or the newest 30 where your plan has no list of them',
	documentation: 'https://trtc.io/document/50293',
	shape: 'list',
	path: 'group_open_avchatroom_http_svc/get_members',
	properties: [group],
	options: [
		{
			displayName: 'Mark',
			name: 'memberMark',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: maxUnsigned, numberPrecision: 0 },
			default: '',
			placeholder: 'e.g. 1000',
			description: 'Return viewers with this mark only',
		},
	],
	request: (fields) =>
		withoutAbsent({
			GroupId: readGroup(fields),
			Timestamp: 0,
			Mark: fields
				.collection('options', 'Options')
				.optionalInteger('memberMark', 'Mark', { min: 0, max: maxUnsigned }),
		}),
	orderingKey: inGroup,
	retry: { policy: 'idempotent' },
	rateLimit: groupRateLimit,
	list: {
		records: (response) => recordsIn(response, 'MemberList'),
		nextPage: ({ NextTimestamp = 0 }, body) =>
			Number(NextTimestamp) === 0 ? undefined : { ...body, Timestamp: NextTimestamp },
	},
};
