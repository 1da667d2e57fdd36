import { extensionsOutcome, extensionsProperties, readExtensions } from '../shared/extensions';
import type { SingleOperation } from '../operation';
import { messageKeyProperty, pairProperties, readMessageKey } from './pair';

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
		...extensionsProperties,
	],
	options: [],
	request: (fields) => ({ ...readMessageKey(fields), ...readExtensions(fields) }),
	orderingKey: ({ MsgKey }) => JSON.stringify([MsgKey]),
	retry: { policy: 'idempotent' },
	rateLimit: { default: 100, max: 200 },
	interpret: (response, { From_Account, To_Account, MsgKey }) =>
		extensionsOutcome(response, { From_Account, To_Account, MsgKey }),
};
