import type { INodeProperties } from 'n8n-workflow';
import { InvalidParameter } from '../../parameters/invalidParameter';
import type { Fields } from '../../parameters/fields';
import { shortText } from '../shared/desk';

const maxName = 32;
const maxReceptions = 999;

export const groupName: INodeProperties = {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	default: '',
	placeholder: 'e.g. Nights',
	description: 'The name of the group. Up to 32 characters.',
};

export const receptionLimit: INodeProperties = {
	displayName: 'Reception Limit',
	name: 'receptionLimit',
	type: 'number',
	typeOptions: { minValue: 0, maxValue: maxReceptions, numberPrecision: 0 },
	default: '',
	placeholder: 'e.g. 5',
	description: 'How many customers an agent of the group serves at the same time. Up to 999.',
};

export const memberMails: INodeProperties = {
	displayName: 'Agents',
	name: 'memberMails',
	type: 'string',
	default: '',
	placeholder: 'e.g. mia@example.com, noah@example.com',
	description: 'Email addresses of agents with commas between them, or a list',
};

export const readName = (fields: Fields) => shortText(fields, 'name', 'Name', maxName);

/** The name of a new group: it needs one character at least. */
export function readNewName(fields: Fields): string {
	const name = readName(fields);
	if (name !== undefined) return name;
	throw new InvalidParameter("'Name' is empty", 'Enter a name of 1 to 32 characters.');
}

export const readLimit = (fields: Fields) =>
	fields.optionalInteger('receptionLimit', 'Reception Limit', { min: 0, max: maxReceptions });

export const readMails = (fields: Fields) => fields.optionalIds('memberMails', 'Agents');
