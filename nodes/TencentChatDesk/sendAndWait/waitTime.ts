import type { INodeProperties } from 'n8n-workflow';
import { InvalidParameter } from '../parameters/invalidParameter';
import type { Fields } from '../parameters/fields';

const afterInterval = 'afterTimeInterval';
const atTime = 'atSpecifiedTime';

const milliseconds = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 } as const;
const units = Object.keys(milliseconds) as Array<keyof typeof milliseconds>;

const defaultAmount = 45;
const defaultUnit = 'minutes';

/** Ten years, in minutes: what is beyond is a mistake, and dates have an end. */
const max = 5_256_000;

/** "Limit Wait Time", by the names that n8n's own nodes use. */
export const limitWaitTimeOption: INodeProperties = {
	displayName: 'Limit Wait Time',
	name: 'limitWaitTime',
	type: 'fixedCollection',
	description:
		'How long to wait. When the time is over without an answer, the workflow goes on with the item as it came in, without "data".',
	default: {
		values: { limitType: afterInterval, resumeAmount: defaultAmount, resumeUnit: defaultUnit },
	},
	options: [
		{
			displayName: 'Values',
			name: 'values',
			values: [
				{
					displayName: 'Limit Type',
					name: 'limitType',
					type: 'options',
					options: [
						{
							name: 'After Time Interval',
							value: afterInterval,
							description: 'Waits for a certain amount of time',
						},
						{
							name: 'At Specified Time',
							value: atTime,
							description: 'Waits until a date and time',
						},
					],
					default: afterInterval,
					description: 'What ends the wait',
				},
				{
					displayName: 'Amount',
					name: 'resumeAmount',
					type: 'number',
					typeOptions: { minValue: 0, numberPrecision: 2 },
					default: defaultAmount,
					displayOptions: { show: { limitType: [afterInterval] } },
					description: 'The time to wait',
				},
				{
					displayName: 'Unit',
					name: 'resumeUnit',
					type: 'options',
					options: [
						{ name: 'Minutes', value: 'minutes' },
						{ name: 'Hours', value: 'hours' },
						{ name: 'Days', value: 'days' },
					],
					default: defaultUnit,
					displayOptions: { show: { limitType: [afterInterval] } },
					description: 'Unit of the amount',
				},
				{
					displayName: 'Max Date and Time',
					name: 'maxDateAndTime',
					type: 'dateTime',
					default: '',
					displayOptions: { show: { limitType: [atTime] } },
					description: 'The wait ends at this moment',
				},
			],
		},
	],
};

/**
 * The moment at which the wait of an item ends without an answer; undefined when it has no limit.
 *
 * @param now milliseconds since the epoch
 * @throws InvalidParameter when that moment is missing or over.
 */
export function readWaitEnd(fields: Fields, now: number): Date | undefined {
	const options = fields.collection('options', 'Options');
	if (options.optionalJson('limitWaitTime', 'Limit Wait Time') === undefined) return undefined;
	const limit = options
		.collection('limitWaitTime', 'Limit Wait Time')
		.collection('values', 'Limit Wait Time');
	const type = limit.optionalChoice('limitType', 'Limit Type', [afterInterval, atTime]);
	if (type !== atTime) {
		const amount = limit.optionalNumber('resumeAmount', 'Amount', { min: 0, max: max });
		const unit = limit.optionalChoice('resumeUnit', 'Unit', units);
		return new Date(now + (amount ?? defaultAmount) * milliseconds[unit ?? defaultUnit]);
	}
	const end = limit.seconds('maxDateAndTime', 'Max Date and Time') * 1000;
	if (end > now) return new Date(end);
	throw new InvalidParameter(
		"'Max Date and Time' is over",
		'Give a moment in the future, for example {{ $now.plus({ hours: 2 }) }}.',
	);
}
