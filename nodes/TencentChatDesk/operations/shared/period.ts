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

/** Both ends, in seconds since the epoch. */
export function readPeriod(fields: Fields): { from: number; to: number } {
	const from = fields.seconds('from', 'From');
	const to = fields.seconds('to', 'To');
	if (from <= to) return { from, to };
	throw new InvalidParameter("'From' is later than 'To'", 'Swap the two, or correct one of them.');
}
