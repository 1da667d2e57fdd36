import type { INodeProperties } from 'n8n-workflow';
import { type Fields, withoutAbsent } from '../../parameters/fields';
import type { Body } from '../../contract';
import { withinBytes } from '../shared/bytes';

/** Code 93000 on these pages. */
const maxContent = 8 * 1024;

export const scenes: INodeProperties = {
	displayName: 'Scene',
	name: 'auditName',
	type: 'string',
	default: 'C2C',
	required: true,
	placeholder: 'e.g. Group',
	description:
		'By which settings to judge: C2C, Group, UserInfo, GroupInfo, GroupMemberInfo, RelationChain, or the ID of your own configuration',
};

export const readScene = (fields: Fields) => fields.id('auditName', 'Scene', { kind: 'word' });

type ContentTypes = ReadonlyArray<{ name: string; value: string }>;

/** The control for what is judged, under the type that is chosen. */
export const contentProperties = (types: ContentTypes): INodeProperties[] => [
	{
		displayName: 'Content Type',
		name: 'contentType',
		type: 'options',
		options: [...types],
		default: 'Text',
		description: 'What kind of content it is',
	},
	{
		displayName: 'Content',
		name: 'content',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		required: true,
		placeholder: 'e.g. https://example.com/picture.png',
		description: 'The text, up to 8 KB, or the address of the file',
	},
];

export const readContentType = (fields: Fields, types: ContentTypes) =>
	fields.choice(
		'contentType',
		'Content Type',
		types.map(({ value }) => value),
	);

export const readContent = (fields: Fields) =>
	withinBytes(fields.text('content', 'Content'), 'Content', maxContent);

export const partiesOptions: INodeProperties[] = [
	{
		displayName: 'Receiver',
		name: 'extReceiver',
		type: 'string',
		default: '',
		placeholder: 'e.g. bob',
		description: 'Who gets the content, for filters of the Chat console',
	},
	{
		displayName: 'Sender',
		name: 'extSender',
		type: 'string',
		default: '',
		placeholder: 'e.g. alice',
		description: 'Who wrote the content, for filters of the Chat console',
	},
];

export function readParties(fields: Fields): Body {
	const options = fields.collection('options', 'Options');
	return withoutAbsent({
		ExtSender: options.optionalText('extSender', 'Sender'),
		ExtReceiver: options.optionalText('extReceiver', 'Receiver'),
	});
}
