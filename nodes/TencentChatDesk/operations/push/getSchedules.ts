import { withoutAbsent } from '../../parameters/fields';
import { periodProperties, readPeriod } from '../shared/period';
import { recordsIn } from '../shared/records';
import type { ListOperation } from '../operation';
import { inTurn } from './pushFields';
import { scheduleAppId, scheduleRateLimit, utcText } from './scheduleFields';

const orders = ['createat', 'schedat'] as const;
const maxPage = 100;

export const getSchedules: ListOperation = {
	value: 'getSchedules',
	name: 'Get Many Schedules',
	action: 'Get scheduled pushes',
	description: 'List the pushes that were planned in a period',
	documentation: 'https://trtc.io/document/78843',
	shape: 'list',
	path: 'timpush/list_sched_task',
	properties: periodProperties('schedules'),
	options: [
		{
			displayName: 'Order By',
			name: 'orderBy',
			type: 'options',
			options: [
				{ name: 'Time of Planning', value: 'createat' },
				{ name: 'Time of the Push', value: 'schedat' },
			],
			default: 'schedat',
			description: 'Which time decides, for the order and for the period',
		},
		{
			displayName: 'Oldest First',
			name: 'ascending',
			type: 'boolean',
			default: false,
			description: 'Whether the list begins with the oldest',
		},
		{
			displayName: 'Search For',
			name: 'searchFor',
			type: 'string',
			default: '',
			placeholder: 'e.g. sale',
			description: 'Return pushes with this in their title or text only',
		},
	],
	request(fields) {
		const options = fields.collection('options', 'Options');
		const { from, to } = readPeriod(fields);
		return withoutAbsent({
			Offset: 0,
			OrderBy: options.optionalChoice('orderBy', 'Order By', orders) ?? 'schedat',
			Asc: options.optionalBoolean('ascending', 'Oldest First') ?? false,
			BeginTime: utcText(from),
			EndTime: utcText(to),
			Keyword: options.optionalText('searchFor', 'Search For'),
		});
	},
	appIdField: scheduleAppId,
	orderingKey: inTurn,
	retry: { policy: 'idempotent' },
	rateLimit: scheduleRateLimit,
	list: {
		page: { field: 'Want', max: maxPage },
		records: (response) => recordsIn(response, 'Tasks'),
		nextPage(response, body, records) {
			const offset = Number(body.Offset) + records.length;
			return offset < Number(response.Total) ? { ...body, Offset: offset } : undefined;
		},
	},
};
