import { sent } from '../shared/responses';
import { maxMessageBytes } from '../shared/limits';
import { readReplacement, replacementProperties } from '../shared/replacement';
import type { SingleOperation } from '../operation';
import { messageKeyProperty, pairProperties, readMessageKey } from './pair';

export const update: SingleOperation = {
	value: 'update',
	name: 'Update',
	action: 'Update a direct message',
	description: 'Replace the content or the custom data of a one-to-one message that was sent',
	documentation: 'https://trtc.io/document/47722',
	shape: 'single',
	path: 'openim/modify_c2c_msg',
	properties: [...pairProperties, messageKeyProperty, ...replacementProperties],
	options: [],
	request: (fields) => ({ ...readMessageKey(fields), ...readReplacement(fields) }),
	// The last write wins.
	orderingKey: ({ From_Account, To_Account, MsgKey }) =>
		JSON.stringify([From_Account, To_Account, MsgKey]),
	retry: { policy: 'idempotent' },
	rateLimit: { default: 100, max: 200 },
	maxBodyBytes: maxMessageBytes,
	interpret: (response, { From_Account, To_Account, MsgKey }) =>
		sent(response, { From_Account, To_Account, MsgKey }),
};
