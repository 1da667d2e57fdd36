import type { INodeProperties } from 'n8n-workflow';
import type { AttachedFile, FileLink } from '../parameters/attachedFile';
import type { Fields } from '../parameters/fields';

/** The control that says where a file comes from; the credential of COS is shown by it. */
const sourceName = 'fileSource';

/** How long a link is valid, in days. COS takes any time; a longer one is a public file in effect. */
const maxDays = 3_650;
const defaultDays = 7;

const linkKinds = ['signed', 'publicObject', 'publicBucket'] as const;

const shownFor = (property: INodeProperties, source: 'file' | 'url'): INodeProperties => ({
	...property,
	displayOptions: {
		...property.displayOptions,
		show: { ...property.displayOptions?.show, [sourceName]: [source] },
	},
});

/** Where a file comes from: from the web, as before, or from the item. */
export const sourceProperty: INodeProperties = {
	displayName: 'Source',
	name: sourceName,
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'Web Address', value: 'url', description: 'A file that is on the web already' },
		{
			name: 'File of the Item',
			value: 'file',
			description:
				'A file that the item brings. It is uploaded to your own bucket of Tencent Cloud Object Storage (COS), once for all items that bring it.',
		},
	],
	default: 'url',
	description: 'Where the file comes from',
};

/** The name of the property that holds the file. */
const inputProperty: INodeProperties = {
	displayName: 'Input Data Field Name',
	name: 'inputDataFieldName',
	type: 'string',
	default: 'data',
	required: true,
	placeholder: 'e.g. data',
	hint: 'The name of the input field containing the file data to be processed',
	description: 'Name of the field of the item that holds the file',
};

const linkProperty: INodeProperties = {
	displayName: 'Link',
	name: 'fileLink',
	type: 'options',
	options: [
		{
			name: 'Public (Bucket)',
			value: 'publicBucket',
			description: 'Anybody with the address may open the file, since the bucket is public already',
		},
		{
			name: 'Public (File)',
			value: 'publicObject',
			description: 'Anybody with the address may open the file, for ever',
		},
		{
			name: 'Signed, for a Time',
			value: 'signed',
			description: 'The address is valid for some days; after that nobody can open the file',
		},
	],
	default: 'signed',
	description: 'Who may open the file, and for how long',
};

const daysProperty: INodeProperties = {
	displayName: 'Valid for (Days)',
	name: 'fileLinkDays',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: maxDays, numberPrecision: 0 },
	default: defaultDays,
	displayOptions: { show: { fileLink: ['signed'] } },
	description:
		'After so many days the link is dead: those who open the conversation later find no file in it',
};

/** The controls of a file of the item, which all types share. */
export const fileControls: INodeProperties[] = [inputProperty, linkProperty, daysProperty].map(
	(property) => shownFor(property, 'file'),
);

/** The same with what one type has beside them. */
export const fileOfItem = (...more: INodeProperties[]): INodeProperties[] => [
	...fileControls,
	...more.map((property) => shownFor(property, 'file')),
];

const pictureSource = 'Picture Source';

/** The same for a picture of a user or a group: it is to stay, so that its link is public. */
export const avatarControls: INodeProperties[] = [
	{
		...sourceProperty,
		displayName: pictureSource,
		description:
			'Where the picture comes from: its address among the fields, or a file that the item brings',
	},
	...[inputProperty, { ...linkProperty, default: 'publicObject' }, daysProperty].map((property) =>
		shownFor(property, 'file'),
	),
];

/** The controls for a file from the web. */
export const fromWeb = (...properties: INodeProperties[]): INodeProperties[] =>
	properties.map((property) => shownFor(property, 'url'));

/** Whether the file is one of the item. */
export const isFileOfItem = (fields: Fields, label = sourceProperty.displayName): boolean =>
	fields.optionalChoice(sourceName, label, ['url', 'file'] as const) === 'file';

function readLink(fields: Fields): FileLink {
	const kind = fields.optionalChoice('fileLink', 'Link', linkKinds) ?? 'signed';
	if (kind !== 'signed') return { kind };
	const range = { min: 1, max: maxDays };
	const days = fields.optionalInteger('fileLinkDays', 'Valid for (Days)', range) ?? defaultDays;
	return { kind, days };
}

/** The file of the item that the controls name. */
export const readFile = (fields: Fields): AttachedFile =>
	fields.file('inputDataFieldName', 'Input Data Field Name', readLink(fields));

/** Another file of the same item, with the same kind of link. */
export const readOtherFile = (
	fields: Fields,
	name: string,
	label: string,
): AttachedFile | undefined => fields.optionalFile(name, label, readLink(fields));

/** The address of a picture that the item brings; undefined where the fields may name one. */
export const readAvatar = (fields: Fields): string | undefined =>
	isFileOfItem(fields, pictureSource) ? readFile(fields).address : undefined;
