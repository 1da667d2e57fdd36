import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { InvalidParameter } from '../../parameters/invalidParameter';
import type { Fields } from '../../parameters/fields';
import { withinBytes } from '../shared/bytes';

/** Use Limits of relationships: bytes of a remark, a greeting, the name of a list, a custom value. */
const max = { remark: 96, wording: 256, list: 30, custom: 500 };

/** Friends that one call may name. Use Limits (1047/37172). */
export const maxFriends = 1000;

const sourcePrefix = 'AddSource_Type_';
const customPrefix = 'Tag_SNS_Custom_';

export const sourceProperty: INodeProperties = {
	displayName: 'Source',
	name: 'addSource',
	type: 'string',
	default: 'Server',
	required: true,
	placeholder: 'e.g. Server',
	description: 'Where the friendship comes from: your own word with at most 8 English letters',
};

/** `AddSource_Type_` and up to eight letters. */
export function readSource(fields: Fields): string {
	const given = fields.text('addSource', 'Source');
	const word = given.startsWith(sourcePrefix) ? given.slice(sourcePrefix.length) : given;
	if (/^[A-Za-z]{1,8}$/.test(word)) return `${sourcePrefix}${word}`;
	throw new InvalidParameter(
		"'Source' is not a word that Tencent takes",
		'Use at most 8 English letters, such as Server.',
	);
}

export const remarkOption: INodeProperties = {
	displayName: 'Remark',
	name: 'remark',
	type: 'string',
	default: '',
	placeholder: 'e.g. Bob from Sales',
	description: 'What the user calls the contact: up to 96 bytes',
};

export const readRemark = (fields: Fields) =>
	withinBytes(fields.optionalText('remark', 'Remark'), 'Remark', max.remark);

export const wordingOption: INodeProperties = {
	displayName: 'Greeting',
	name: 'addWording',
	type: 'string',
	default: '',
	placeholder: 'e.g. We met at the fair',
	description: 'What the contact reads with the request: up to 256 bytes',
};

export const readWording = (fields: Fields) =>
	withinBytes(fields.optionalText('addWording', 'Greeting'), 'Greeting', max.wording);

export const customOption: INodeProperties = {
	displayName: 'Custom Fields (JSON)',
	name: 'customFields',
	type: 'json',
	default: '{}',
	placeholder: 'e.g. {"Level": "gold"}',
	description:
		'Values of custom friend fields by their keys, at most 500 bytes each. The keys have to be defined in the Chat console first.',
};

/** The tags and values of custom fields; undefined where none are given. */
export function readCustom(fields: Fields): IDataObject[] | undefined {
	const label = 'Custom Fields (JSON)';
	const entries = Object.entries(fields.optionalJsonObject('customFields', label) ?? {});
	if (entries.length === 0) return undefined;
	return entries.map(([key, value]) => {
		const word = key.startsWith(customPrefix) ? key.slice(customPrefix.length) : key;
		if (!/^[A-Za-z]{1,8}$/.test(word)) {
			throw new InvalidParameter(
				`'${label}' has the key ${key.slice(0, 50)}, which Tencent does not take`,
				'A key has at most 8 English letters, as the Chat console shows it.',
			);
		}
		if (typeof value !== 'string' && typeof value !== 'number') {
			throw new InvalidParameter(`'${label}' has no text for ${word}`, 'Give each key a text.');
		}
		return { Tag: `${customPrefix}${word}`, Value: withinBytes(String(value), label, max.custom) };
	});
}

/** The name of a friend list, within its length. */
export const listName = (name: string, label: string) => withinBytes(name, label, max.list);

export const listsOption: INodeProperties = {
	displayName: 'Lists',
	name: 'listNames',
	type: 'string',
	default: '',
	placeholder: 'e.g. Work, Family',
	description: 'Names of the friend lists with the contact, at most 30 bytes each',
};

export const readLists = (fields: Fields, label = 'Lists') =>
	fields.optionalIds('listNames', label, { kind: 'word' })?.map((name) => listName(name, label));

/** The lists that a command is about. */
export const listsProperty: INodeProperties = {
	displayName: 'Lists',
	name: 'listNames',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. Work, Family',
	description: 'Names of friend lists, at most 30 bytes each. Give a list, or text with commas.',
};

export function requiredLists(fields: Fields): string[] {
	return fields.ids('listNames', 'Lists', { kind: 'word' }).map((name) => listName(name, 'Lists'));
}

const deleteTypes = ['Delete_Type_Single', 'Delete_Type_Both'] as const;

export const deleteTypeProperty: INodeProperties = {
	displayName: 'Remove',
	name: 'deleteType',
	type: 'options',
	options: [
		{
			name: 'From Both Sides',
			value: 'Delete_Type_Both',
			description: 'Neither has the other as a contact any more',
		},
		{
			name: 'From This User Only',
			value: 'Delete_Type_Single',
			description: 'The user stays a contact of the other one',
		},
	],
	default: 'Delete_Type_Both',
	description: 'Whose contact is removed',
};

export const readDeleteType = (fields: Fields) =>
	fields.choice('deleteType', 'Remove', deleteTypes);
