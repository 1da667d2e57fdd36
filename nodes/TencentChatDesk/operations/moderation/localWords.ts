import type { INodeProperties } from 'n8n-workflow';
import type { Fields } from '../../parameters/fields';

/**
 * Words of the local filter. Names and numbers are those of a public server SDK: no page outside
 * China shows these commands, and what a second call does is not known.
 */
const wordTypes = [1, 2] as const;
const filterTypes = [1, 2] as const;

export const filterProperty: INodeProperties = {
	displayName: 'Filter',
	name: 'filterType',
	type: 'options',
	options: [
		{ name: 'Block the Message', value: 2 },
		{ name: 'Replace the Words', value: 1 },
	],
	default: 2,
	description: 'What becomes of a message with such a word',
};

export const readFilter = (fields: Fields) => fields.choice('filterType', 'Filter', filterTypes);

export const wordTypeProperty: INodeProperties = {
	displayName: 'Word Type',
	name: 'wordType',
	type: 'options',
	options: [
		{ name: 'Regular Expression', value: 2 },
		{ name: 'Word', value: 1 },
	],
	default: 1,
	description: 'How the words are meant',
};

export const readWordType = (fields: Fields) => fields.choice('wordType', 'Word Type', wordTypes);

/** The page of the local words: that of moderation as a whole (CN 94302). */
export const localPage = 'https://cloud.tencent.com/document/product/269/94302';
