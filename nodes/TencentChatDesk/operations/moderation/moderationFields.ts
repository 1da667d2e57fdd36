import type { INodeProperties } from 'n8n-workflow';
import type { Body, RateLimit } from '../../contract';
import type { Fields } from '../../parameters/fields';

/** Moderation takes 200 calls a second for each command. */
export const moderationRateLimit: RateLimit = { default: 100, max: 200 };

/** The commands on words name the app in their body, in a spelling of their own. */
export const appIdField = 'SdkAppId';

/** Words that one call may name (2016). */
export const maxWords = 10;

/** Words that one page may hold. */
export const maxPage = 100;

/** What is changed in one library goes one after another. */
export const inLibrary = ({ LibID }: Body): string => JSON.stringify([LibID]);

export const libraryProperty: INodeProperties = {
	displayName: 'Library ID',
	name: 'libraryId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. 1cd0e5a6',
	description: 'ID of the word list, as Get Word Lists gives it',
};

export const readLibrary = (fields: Fields) => fields.id('libraryId', 'Library ID');

/** What the calls on words have in common. */
export const ofApp = () => '';

export const wordsProperty: INodeProperties = {
	displayName: 'Words',
	name: 'words',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. spam, scam',
	description: 'At most 10 words. Give a list, or text with commas.',
};

export const readWords = (fields: Fields) =>
	fields.ids('words', 'Words', { kind: 'word', max: maxWords });

export const searchOption: INodeProperties = {
	displayName: 'Search For',
	name: 'searchFor',
	type: 'string',
	default: '',
	placeholder: 'e.g. spam',
	description: 'Return words with this text only',
};

export const readSearch = (fields: Fields) =>
	fields.collection('options', 'Options').optionalText('searchFor', 'Search For');
