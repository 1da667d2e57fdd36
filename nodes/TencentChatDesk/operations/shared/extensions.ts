import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { ApiResponse, ListRule, Outcome } from '../../contract';
import { InvalidParameter } from '../../parameters/invalidParameter';
import { type Fields, withoutAbsent } from '../../parameters/fields';
import { objectsIn } from '../../parameters/json';
import { withinBytes } from './bytes';
import { failedParts } from './failedParts';
import { partFailed } from './partialFailure';
import { sent } from './responses';

/** Values of `OperateType`. */
const setPairs = 1;
const deleteKeys = 2;
const clearAll = 3;

const maxPairs = 20;
const maxKey = 100;
const maxValue = 1000;

/** The controls for what is attached to a message, after those that name the message. */
export const extensionsProperties: INodeProperties[] = [
	{
		displayName: 'Change',
		name: 'operateType',
		type: 'options',
		options: [
			{ name: 'Delete All', value: clearAll, description: 'Take all keys away' },
			{ name: 'Delete Keys', value: deleteKeys, description: 'Take some keys away' },
			{ name: 'Set', value: setPairs, description: 'Add keys, or give them other values' },
		],
		default: setPairs,
		description: 'What to do with the extensions of the message',
	},
	{
		displayName: 'Extensions',
		name: 'extensions',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Extension',
		default: {},
		required: true,
		displayOptions: { show: { operateType: [setPairs] } },
		options: [
			{
				displayName: 'Extension',
				name: 'pair',
				values: [
					{
						displayName: 'Key',
						name: 'key',
						type: 'string',
						default: '',
						placeholder: 'e.g. rating',
						description: 'Up to 100 bytes',
					},
					{
						displayName: 'Value',
						name: 'value',
						type: 'string',
						default: '',
						placeholder: 'e.g. 5',
						description: 'Up to 1000 bytes',
					},
				],
			},
		],
		description: 'Up to 20 keys with their values',
	},
	{
		displayName: 'Keys',
		name: 'keys',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. rating, comment',
		displayOptions: { show: { operateType: [deleteKeys] } },
		description: 'Up to 20 keys: a list, or a text with commas',
	},
];

function readPairs(fields: Fields): IDataObject[] {
	const pairs = fields.rows('extensions', 'pair', 'Extensions');
	if (pairs.length === 0) {
		throw new InvalidParameter("'Extensions' is empty", 'Add a key and a value.');
	}
	if (pairs.length > maxPairs) {
		throw new InvalidParameter(
			`'Extensions' holds ${pairs.length} pairs`,
			`Give at most ${maxPairs}; split a longer list into several items.`,
		);
	}
	return pairs.map((pair) => ({
		Key: withinBytes(pair.text('key', 'Key'), 'Key', maxKey),
		Value: withinBytes(pair.optionalText('value', 'Value') ?? '', 'Value', maxValue),
	}));
}

function readKeys(fields: Fields): IDataObject[] {
	const keys = fields.ids('keys', 'Keys', { kind: 'word', max: maxPairs });
	return keys.map((key) => ({ Key: withinBytes(key, 'Keys', maxKey), Value: '' }));
}

/** The fields of the API for `extensionsProperties`. */
export function readExtensions(fields: Fields): IDataObject {
	const change = fields.choice('operateType', 'Change', [setPairs, deleteKeys, clearAll]);
	return withoutAbsent({
		OperateType: change,
		ExtensionList:
			change === setPairs
				? readPairs(fields)
				: change === deleteKeys
					? readKeys(fields)
					: undefined,
	});
}

/** What the response to a change says; some keys may have been changed and others not. */
export function extensionsOutcome(response: ApiResponse, identity: IDataObject): Outcome {
	const failed = failedParts(response);
	const [first] = failed;
	if (!first) return sent(response, identity);
	return partFailed(
		`Some extensions were not changed: ${failed.flatMap(({ names }) => names).join(', ')}`,
		'The others were. ErrorCode 23001 means that somebody else changed the key meanwhile: get the extensions and set the key again.',
		withoutAbsent({
			ErrorCode: first.code,
			...identity,
			ExtensionList: failed.map(({ record }) => record),
		}),
	);
}

/** How the keys and values of a message are read. */
export const extensionPages: ListRule = {
	records(response) {
		const pairs = objectsIn(response.ExtensionList);
		if (response.CompleteFlag !== 0) return pairs;
		// The next page begins with the Seq that this one ends with, and pairs share a Seq.
		const last = pairs.at(-1)?.Seq;
		return pairs.filter(({ Seq }) => Seq !== last);
	},
	nextPage: ({ CompleteFlag, ExtensionList }, body) =>
		CompleteFlag === 0 ? { ...body, StartSeq: objectsIn(ExtensionList).at(-1)?.Seq } : undefined,
};
