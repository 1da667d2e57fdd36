import type { IDataObject } from 'n8n-workflow';
import { InvalidParameter } from '../../parameters/invalidParameter';
import { type Fields, withoutAbsent } from '../../parameters/fields';
import { withinBytes } from '../shared/bytes';
import { sent } from '../shared/responses';
import type { SingleOperation } from '../operation';
import { failedParts } from '../shared/failedParts';
import { partFailed } from '../shared/partialFailure';
import { messageKeyProperty, pairProperties, readMessageKey } from './pair';

/** Values of `OperateType`. */
const setPairs = 1;
const deleteKeys = 2;
const clearAll = 3;

const maxPairs = 20;
const maxKey = 100;
const maxValue = 1000;

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

export const setExtensions: SingleOperation = {
	value: 'setExtensions',
	name: 'Set Extensions',
	action: 'Set the extensions of a direct message',
	description: 'Attach keys and values to a one-to-one message, or take them away',
	documentation: 'https://trtc.io/document/51195',
	shape: 'single',
	path: 'openim_msg_ext_http_svc/set_key_values',
	properties: [
		...pairProperties,
		{
			...messageKeyProperty,
			description: `${messageKeyProperty.description}. The message has to have been sent with Support Message Extension, and holds 300 pairs at most.`,
		},
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
	],
	options: [],
	request(fields) {
		const choices = [setPairs, deleteKeys, clearAll];
		const change = fields.choice('operateType', 'Change', choices);
		return withoutAbsent({
			...readMessageKey(fields),
			OperateType: change,
			ExtensionList:
				change === setPairs
					? readPairs(fields)
					: change === deleteKeys
						? readKeys(fields)
						: undefined,
		});
	},
	orderingKey: ({ MsgKey }) => JSON.stringify([MsgKey]),
	retry: { policy: 'idempotent' },
	rateLimit: { default: 100, max: 200 },
	interpret(response, { From_Account, To_Account, MsgKey }) {
		const identity = { From_Account, To_Account, MsgKey };
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
	},
};
