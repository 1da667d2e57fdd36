import { group, readGroup } from '../shared/resourceLocators';
import { sent } from '../shared/responses';
import type { SingleOperation } from '../operation';
import { attributeChange } from './attributes';

export const clearAttributes: SingleOperation = {
	value: 'clearAttributes',
	name: 'Clear Attributes',
	action: 'Clear the attributes of a group',
	description: 'Take all keys of a group away',
	documentation: 'https://trtc.io/document/44189',
	path: 'group_open_http_svc/clear_group_attr',
	...attributeChange,
	properties: [group],
	request: (fields) => ({ GroupId: readGroup(fields) }),
	interpret: (response, { GroupId }) => sent(response, { GroupId, cleared: true }),
};
