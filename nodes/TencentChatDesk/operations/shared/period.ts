import type { INodeProperties } from 'n8n-workflow';
import { InvalidParameter } from '../../parameters/invalidParameter';
import type { Fields } from '../../parameters/fields';

/** The two ends of a period that records or figures are asked for. */
export const periodProperties = (what: string): INodeProperties[] => [
	{
		displayName: 'From',
		name: 'from',
		type: 'dateTime',
		default: '',
		required: true,
		placeholder: 'e.g. 2025-04-01T00:00:00',
		description: `Start of the period whose ${what} you want, in the time zone of the workflow`,
	},
	{
		displayName: 'To',
		name: 'to',
		type: 'dateTime',
		default: '',
		required: true,
		placeholder: 'e.g. 2025-04-02T00:00:00',
		description: 'End of the period, in the time zone of the workflow',
	},
];

/** The first and the last day of figures that are kept by the day. */
export const dayProperties: INodeProperties[] = [
	{
		displayName: 'From',
		name: 'from',
		type: 'dateTime',
		default: '',
		required: true,
		placeholder: 'e.g. 2025-04-01',
		description:
			'The first day. It begins at midnight in the time zone of the workflow, whatever time is entered here.',
	},
	{
		displayName: 'To',
		name: 'to',
		type: 'dateTime',
		default: '',
		required: true,
		placeholder: 'e.g. 2025-04-30',
		description:
			'The last day, which is counted to its end in the time zone of the workflow, whatever time is entered here',
	},
];

function ordered(from: number, to: number): { from: number; to: number } {
	if (from <= to) return { from, to };
	throw new InvalidParameter("'From' is later than 'To'", 'Swap the two, or correct one of them.');
}

/** Both ends of whole days, in seconds since the epoch. */
export const readDays = (fields: Fields): { from: number; to: number } =>
	ordered(fields.day('from', 'From').first, fields.day('to', 'To').last);

/** Both ends, in seconds since the epoch. */
export const readPeriod = (fields: Fields): { from: number; to: number } =>
	ordered(fields.seconds('from', 'From'), fields.seconds('to', 'To'));
