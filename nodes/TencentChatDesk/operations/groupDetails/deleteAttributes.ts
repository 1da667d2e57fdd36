import { group, readGroup } from '../shared/resourceLocators';
import type { SingleOperation } from '../operation';
import { attributeChange } from './attributes';

const maxKeys = 16;

export const deleteAttributes: SingleOperation = {
	value: 'deleteAttributes',
	name: 'Delete Attributes',
	action: 'Delete attributes of a group',
	description: 'Take some keys of a group away',
	documentation: 'https://trtc.io/document/59499',
	path: 'group_open_http_svc/delete_group_attr',
	...attributeChange,
	properties: [
		group,
		{
			displayName: 'Keys',
			name: 'keys',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. state, topic',
			description: 'Up to 16 keys: a list, or a text with commas',
		},
	],
	request: (fields) => ({
		GroupId: readGroup(fields),
		GroupAttr: fields.ids('keys', 'Keys', { kind: 'word', max: maxKeys }).map((key) => ({ key })),
	}),
	// There is no such key: what a second call finds.
	alreadyDoneCodes: [10050],
};
