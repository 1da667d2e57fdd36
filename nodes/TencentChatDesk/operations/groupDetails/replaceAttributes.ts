import type { SingleOperation } from '../operation';
import { attributeChange } from './attributes';

export const replaceAttributes: SingleOperation = {
	value: 'replaceAttributes',
	name: 'Replace Attributes',
	action: 'Replace the attributes of a group',
	description: 'Set the keys of a group; all others are gone',
	documentation: 'https://trtc.io/document/44190',
	path: 'group_open_http_svc/set_group_attr',
	...attributeChange,
};
