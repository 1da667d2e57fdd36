import type { INodeProperties } from 'n8n-workflow';
import type { RateLimit, TargetLimit } from '../../contract';
import type { Fields } from '../../parameters/fields';
import { withinBytes } from '../shared/bytes';
import type { SingleOperation } from '../operation';

/** Live > gifts (T-72845 and its siblings): one call a second for each command. */
const rateLimit: RateLimit = { default: 1, max: 1 };

/** Whether the commands count together is not printed: all of them go through one queue. */
const oneQueue: TargetLimit = {
	perSecond: 1,
	target: () => 'gift configuration',
	called: 'What sets up gifts and their categories',
};

/** What all commands have in common that set up gifts and their categories. */
export const configuration = {
	shape: 'single',
	orderingKey: () => JSON.stringify(['gifts']),
	rateLimit,
	targetLimit: oneQueue,
} satisfies Partial<SingleOperation>;

/** Longest texts in bytes; those of descriptions differ between gifts and categories. */
export const max = { id: 20, name: 20, extensionInfo: 100, url: 200 };

/** The control for an ID that the caller chooses. */
const idControl = (
	displayName: string,
	name: string,
	placeholder: string,
	description: string,
): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	required: true,
	placeholder,
	description: `${description}, up to ${max.id} bytes`,
});

export const giftId = idControl('Gift ID', 'giftId', 'e.g. rose', 'The gift, by its ID');

export const categoryId = idControl(
	'Category ID',
	'giftCategoryId',
	'e.g. flowers',
	'The category of gifts, by its ID',
);

const readId = (fields: Fields, { name, displayName }: INodeProperties): string =>
	withinBytes(fields.id(name, displayName, { kind: 'word' }), displayName, max.id);

export const readGiftId = (fields: Fields): string => readId(fields, giftId);

export const readCategoryId = (fields: Fields): string => readId(fields, categoryId);

/** The control for a text in the app's own language. */
export const nameControl: INodeProperties = {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	default: '',
	placeholder: 'e.g. Rose',
	description: `What the audience reads, up to ${max.name} bytes`,
};

export const readName = (fields: Fields) =>
	withinBytes(fields.optionalText('name', 'Name'), 'Name', max.name);

export const descriptionControl = (maxBytes: number): INodeProperties => ({
	displayName: 'Description',
	name: 'desc',
	type: 'string',
	default: '',
	placeholder: 'e.g. For the host',
	description: `A few words about it, up to ${maxBytes} bytes`,
});

export const readDescription = (fields: Fields, maxBytes: number) =>
	withinBytes(fields.optionalText('desc', 'Description'), 'Description', maxBytes);

export const extensionInfoControl: INodeProperties = {
	displayName: 'Extension Info',
	name: 'extensionInfo',
	type: 'string',
	default: '',
	placeholder: 'e.g. {"effect": "fireworks"}',
	description: `Custom JSON that clients get, up to ${max.extensionInfo} bytes`,
};

export const readExtensionInfo = (fields: Fields) =>
	withinBytes(
		fields.optionalJsonText('extensionInfo', 'Extension Info'),
		'Extension Info',
		max.extensionInfo,
	);

const languages = ['en', 'zh-Hans', 'zh-Hant'] as const;

/** The control for the language of a translation. */
export const languageControl: INodeProperties = {
	displayName: 'Language',
	name: 'language',
	type: 'options',
	options: [
		{ name: 'Chinese, Simplified', value: 'zh-Hans' },
		{ name: 'Chinese, Traditional', value: 'zh-Hant' },
		{ name: 'English', value: 'en' },
	],
	default: 'en',
	description: 'The language of the texts',
};

export const readLanguage = (fields: Fields) => fields.choice('language', 'Language', languages);
