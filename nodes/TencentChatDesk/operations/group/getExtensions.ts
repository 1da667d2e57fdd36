import { extensionPages } from '../shared/extensions';
import { group, readGroup } from '../shared/resourceLocators';
import type { ListOperation } from '../operation';
import { ofMessage, readSequence, sequenceProperty } from './messageFields';

export const getExtensions: ListOperation = {
	value: 'getExtensions',
	name: 'Get Message Extensions',
	action: 'Get the extensions of a group message',
	description: 'Get the keys and values that were attached to a message of a group',
	documentation: 'https://trtc.io/document/52169',
	shape: 'list',
	path: 'openim_msg_ext_http_svc/group_get_key_values',
	properties: [group, sequenceProperty],
	options: [],
	request: (fields) => ({ GroupId: readGroup(fields), MsgSeq: readSequence(fields) }),
	orderingKey: ofMessage,
	retry: { policy: 'idempotent' },
	rateLimit: { default: 100, max: 200 },
	list: extensionPages,
};
