import type { INodeProperties } from 'n8n-workflow';
import { messageProperties, readMessage } from '../../messages';
import { InvalidParameter } from '../../parameters/invalidParameter';
import { withoutAbsent } from '../../parameters/fields';
import { readTopic, topicOption } from '../group/groupFields';
import { maxMessageBytes } from '../shared/limits';
import { group, readGroup } from '../shared/resourceLocators';
import { sent } from '../shared/responses';
import type { SingleOperation } from '../operation';
import { ofMessage, readSequence, sequenceProperty } from './messageFields';

const contentShown = messageProperties.map((property): INodeProperties => ({
	...property,
	displayOptions: { show: { replaceContent: [true], ...property.displayOptions?.show } },
}));

export const update: SingleOperation = {
	value: 'update',
	name: 'Update',
	action: 'Update a group message',
	description: 'Replace the content or the custom data of a message in a group',
	documentation: 'https://trtc.io/document/47948',
	shape: 'single',
	path: 'openim/modify_group_msg',
	properties: [
		group,
		sequenceProperty,
		{
			displayName: 'Replace Content',
			name: 'replaceContent',
			type: 'boolean',
			default: true,
			description: 'Whether to replace what the message says. The old content is gone for good.',
		},
		...contentShown,
		{
			displayName: 'Cloud Custom Data',
			name: 'cloudCustomData',
			type: 'string',
			default: '',
			placeholder: 'e.g. {"order": 4711}',
			description: 'Replaces the custom data of the message; it stays as it is when left empty',
		},
	],
	options: [topicOption],
	request(fields) {
		const content = fields.optionalBoolean('replaceContent', 'Replace Content') ?? false;
		const data = fields.optionalText('cloudCustomData', 'Cloud Custom Data');
		if (!content && data === undefined) {
			throw new InvalidParameter(
				'Nothing of the message is to be replaced',
				"Turn 'Replace Content' on, or fill in 'Cloud Custom Data'.",
			);
		}
		return withoutAbsent({
			GroupId: readGroup(fields),
			MsgSeq: readSequence(fields),
			MsgBody: content ? readMessage(fields) : undefined,
			CloudCustomData: data,
			TopicId: readTopic(fields.collection('options', 'Options')),
		});
	},
	orderingKey: ofMessage,
	retry: { policy: 'idempotent' },
	rateLimit: { default: 100, max: 200 },
	maxBodyBytes: maxMessageBytes,
	interpret: (response, { GroupId, MsgSeq }) => sent(response, { GroupId, MsgSeq }),
};
