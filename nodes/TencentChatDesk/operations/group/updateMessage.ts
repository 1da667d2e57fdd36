import { withoutAbsent } from '../../parameters/fields';
import { readTopic, topicOption } from './groupFields';
import { maxMessageBytes } from '../shared/limits';
import { readReplacement, replacementProperties } from '../shared/replacement';
import { group, readGroup } from '../shared/resourceLocators';
import { sent } from '../shared/responses';
import type { SingleOperation } from '../operation';
import { ofMessage, readSequence, sequenceProperty } from './messageFields';

export const updateMessage: SingleOperation = {
	value: 'updateMessage',
	name: 'Update Message',
	action: 'Update a group message',
	description: 'Replace the content or the custom data of a message in a group',
	documentation: 'https://trtc.io/document/47948',
	shape: 'single',
	path: 'openim/modify_group_msg',
	properties: [group, sequenceProperty, ...replacementProperties],
	options: [topicOption],
	request: (fields) =>
		withoutAbsent({
			GroupId: readGroup(fields),
			MsgSeq: readSequence(fields),
			...readReplacement(fields),
			TopicId: readTopic(fields.collection('options', 'Options')),
		}),
	orderingKey: ofMessage,
	retry: { policy: 'idempotent' },
	rateLimit: { default: 100, max: 200 },
	maxBodyBytes: maxMessageBytes,
	interpret: (response, { GroupId, MsgSeq }) => sent(response, { GroupId, MsgSeq }),
};
