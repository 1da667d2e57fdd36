import type { SingleOperation } from '../operation';
import { attributeChange } from './attributes';

export const updateAttributes: SingleOperation = {
	value: 'updateAttributes',
	name: 'Update Attributes',
	action: 'Update attributes of a group',
	description: 'Set some keys of a group; the others stay as they are',
	documentation: 'https://trtc.io/document/44188',
	path: 'group_open_http_svc/modify_group_attr',
	...attributeChange,
};
