import type { BatchOperation } from '../operation';
import { recordsIn } from '../shared/records';
import {
	inTurn,
	maxAttributes,
	readUser,
	sharingEntries,
	tagRateLimit,
	userId,
} from './pushFields';
import { pushApi, pushCommand } from './pushApi';

export const removeAttributes: BatchOperation = {
	value: 'removeAttributes',
	name: 'Remove Attributes',
	action: 'Remove push attributes of a user',
	description: 'Remove attributes of a user',
	documentation: 'https://trtc.io/document/60566',
	shape: 'batch',
	...pushCommand('im_remove_attr', 'remove_attr'),
	properties: [
		...pushApi,
		userId,
		{
			displayName: 'Attribute Names',
			name: 'attributeNames',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. level, city',
			description: 'Names of the attributes to remove. Give a list, or text with commas.',
		},
	],
	options: [],
	request: (fields) => ({
		UserAttrs: [
			{
				To_Account: readUser(fields),
				Attrs: fields.ids('attributeNames', 'Attribute Names', {
					kind: 'word',
					max: maxAttributes,
				}),
			},
		],
	}),
	orderingKey: inTurn,
	retry: { policy: 'idempotent' },
	rateLimit: tagRateLimit,
	// A name that the app does not know fails the whole call, so only items with equal names share.
	batch: sharingEntries('UserAttrs', (body) =>
		JSON.stringify(recordsIn(body, 'UserAttrs').map(({ Attrs }) => Attrs)),
	),
};
