import { extensionsOutcome, extensionsProperties, readExtensions } from '../shared/extensions';
import { group, readGroup } from '../shared/resourceLocators';
import type { SingleOperation } from '../operation';
import { ofMessage, readSequence, sequenceProperty } from './messageFields';

export const setExtensions: SingleOperation = {
	value: 'setExtensions',
	name: 'Set Message Extensions',
	action: 'Set the extensions of a group message',
	description: 'Attach keys and values to a message of a group, or take them away',
	documentation: 'https://trtc.io/document/52170',
	shape: 'single',
	path: 'openim_msg_ext_http_svc/group_set_key_values',
	properties: [
		group,
		{
			...sequenceProperty,
			description: `${sequenceProperty.description}. The message has to have been sent with Support Message Extension, and holds 300 pairs at most.`,
		},
		...extensionsProperties,
	],
	options: [],
	request: (fields) => ({
		GroupId: readGroup(fields),
		MsgSeq: readSequence(fields),
		...readExtensions(fields),
	}),
	orderingKey: ofMessage,
	retry: { policy: 'idempotent' },
	rateLimit: { default: 100, max: 200 },
	interpret: (response, { GroupId, MsgSeq }) => extensionsOutcome(response, { GroupId, MsgSeq }),
};
