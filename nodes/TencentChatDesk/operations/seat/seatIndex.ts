import type { INodeProperties } from 'n8n-workflow';
import type { Fields } from '../../parameters/fields';

/** The control for one seat of a room. */
export const seatProperty: INodeProperties = {
	displayName: 'Seat Index',
	name: 'seatIndex',
	type: 'number',
	typeOptions: { minValue: 0, numberPrecision: 0 },
	default: '',
	required: true,
	placeholder: 'e.g. 3',
	description: 'Number of the seat, as Get Many of the resource Seat gives it',
};

export const readSeat = (fields: Fields): number =>
	fields.integer('seatIndex', 'Seat Index', { min: 0 });
