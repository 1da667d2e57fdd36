import type { BatchOperation } from '../operation';
import { objectIn, recordsIn } from '../shared/records';
import {
	inTurn,
	readUser,
	requiredAttributes,
	sharingEntries,
	tagRateLimit,
	userId,
} from './pushFields';
import { pushApi, pushCommand } from './pushApi';

export const setAttributes: BatchOperation = {
	value: 'setAttributes',
	name: 'Set Attributes',
	action: 'Set push attributes of a user',
	description: 'Set attributes by which pushes find a user',
	documentation: 'https://trtc.io/document/60565',
	shape: 'batch',
	...pushCommand('im_set_attr', 'set_attr'),
	properties: [
		...pushApi,
		userId,
		{
			displayName: 'Attributes (JSON)',
			name: 'attributes',
			type: 'json',
			default: '{}',
			placeholder: 'e.g. {"level": "gold"}',
			required: true,
			description:
				'Values, at most 50 bytes each, by the names that the app has for attributes, such as {"level": "gold"}',
		},
	],
	options: [],
	request: (fields) => ({
		UserAttrs: [
			{
				To_Account: readUser(fields),
				Attrs: requiredAttributes(fields, 'attributes', 'Attributes (JSON)'),
			},
		],
	}),
	orderingKey: inTurn,
	retry: { policy: 'idempotent' },
	rateLimit: tagRateLimit,
	// A name that the app does not know fails the whole call, so only items with equal names share.
	batch: sharingEntries('UserAttrs', (body) =>
		JSON.stringify(
			recordsIn(body, 'UserAttrs').map((entry) => Object.keys(objectIn(entry, 'Attrs')).sort()),
		),
	),
};
