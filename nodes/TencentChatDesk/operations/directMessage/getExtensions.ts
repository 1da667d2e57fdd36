import { extensionPages } from '../shared/extensions';
import type { ListOperation } from '../operation';
import { messageKeyProperty, pairProperties, readMessageKey } from './pair';

export const getExtensions: ListOperation = {
	value: 'getExtensions',
	name: 'Get Extensions',
	action: 'Get the extensions of a direct message',
	description: 'Get the keys and values that were attached to a one-to-one message',
	documentation: 'https://trtc.io/document/51194',
	shape: 'list',
	path: 'openim_msg_ext_http_svc/get_key_values',
	properties: [...pairProperties, messageKeyProperty],
	options: [],
	request: readMessageKey,
	orderingKey: ({ MsgKey }) => JSON.stringify([MsgKey]),
	retry: { policy: 'idempotent' },
	rateLimit: { default: 100, max: 200 },
	list: extensionPages,
};
