import type { IDataObject } from 'n8n-workflow';
import { InvalidParameter } from '../../parameters/invalidParameter';
import type { Fields } from '../../parameters/fields';
import { groupRateLimit, inGroup } from '../group/groupFields';
import { group, readGroup } from '../shared/resourceLocators';
import { sent } from '../shared/responses';
import type { SingleOperation } from '../operation';
import { counterKey, maxCounters } from './counterKeys';

const label = 'Counters';
const modes = ['Increase', 'Decrease', 'Set'] as const;

function readCounters(fields: Fields): IDataObject[] {
	const rows = fields.rows('counters', 'counter', label);
	if (rows.length === 0) {
		throw new InvalidParameter(`'${label}' is empty`, 'Add a key and a number.');
	}
	if (rows.length > maxCounters) {
		throw new InvalidParameter(
			`'${label}' holds ${rows.length} counters`,
			`Give at most ${maxCounters}; split a longer list into several items.`,
		);
	}
	return rows.map((row) => ({
		Key: counterKey(row.text('key', 'Key'), 'Key'),
		Value: row.integer('amount', 'Number'),
	}));
}

export const updateCounters: SingleOperation = {
	value: 'updateCounters',
	name: 'Update Counters',
	action: 'Update counters of a group',
	description: 'Count up, count down or set counters of a group, such as likes or votes',
	documentation: 'https://trtc.io/document/53428',
	shape: 'single',
	path: 'group_open_http_svc/update_group_counter',
	properties: [
		group,
		{
			displayName: 'Mode',
			name: 'counterMode',
			type: 'options',
			options: [
				{ name: 'Decrease', value: 'Decrease', description: 'Count down by the number' },
				{ name: 'Increase', value: 'Increase', description: 'Count up by the number' },
				{ name: 'Set', value: 'Set', description: 'Give the counter this number' },
			],
			default: 'Increase',
			description: 'What becomes of the counters; one that is not there begins with 0',
		},
		{
			displayName: label,
			name: 'counters',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			placeholder: 'Add Counter',
			default: {},
			required: true,
			options: [
				{
					displayName: 'Counter',
					name: 'counter',
					values: [
						{
							displayName: 'Key',
							name: 'key',
							type: 'string',
							default: '',
							placeholder: 'e.g. likes',
							description: 'Name of the counter: up to 128 bytes',
						},
						{
							displayName: 'Number',
							name: 'amount',
							type: 'number',
							typeOptions: { numberPrecision: 0 },
							default: 1,
							description: 'By how much, or what it is set to',
						},
					],
				},
			],
			description: 'Up to 20 counters',
		},
	],
	options: [],
	request: (fields) => ({
		GroupId: readGroup(fields),
		GroupCounter: readCounters(fields),
		Mode: fields.choice('counterMode', 'Mode', modes),
	}),
	orderingKey: inGroup,
	// Counting twice is not the same as once; setting is.
	retry: { policy: 'unsafe' },
	retryOf: (fields) =>
		fields.choice('counterMode', 'Mode', modes) === 'Set'
			? { policy: 'idempotent' }
			: { policy: 'unsafe' },
	rateLimit: groupRateLimit,
	interpret: (response, { GroupId }) => sent(response, { GroupId }),
};
