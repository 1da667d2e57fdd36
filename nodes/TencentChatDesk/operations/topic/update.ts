import { withoutAbsent } from '../../parameters/fields';
import { group, readGroup } from '../shared/resourceLocators';
import { sent } from '../shared/responses';
import { changesIn, readUpdateFields, updateFields } from '../shared/updateFields';
import type { SingleOperation } from '../operation';
import {
	inCommunity,
	nameProperty,
	readName,
	readTopicFields,
	readTopicId,
	topicControls,
	topicProperty,
	topicRateLimit,
} from './topicFields';

export const update: SingleOperation = {
	value: 'update',
	name: 'Update',
	action: 'Update a topic',
	description: 'Rename or describe a topic, or mute everybody in it',
	documentation: 'https://trtc.io/document/49468',
	shape: 'single',
	path: 'million_group_open_http_svc/modify_topic',
	properties: [
		group,
		topicProperty,
		updateFields(
			...topicControls,
			{
				displayName: 'Mute Everybody',
				name: 'muteAll',
				type: 'boolean',
				default: false,
				description: 'Whether nobody may write in the topic',
			},
			{ ...nameProperty, required: false },
		),
	],
	options: [],
	request(fields) {
		const changes = readUpdateFields(fields);
		const muteAll = changes.optionalBoolean('muteAll', 'Mute Everybody');
		return {
			GroupId: readGroup(fields),
			TopicId: readTopicId(fields),
			...changesIn(
				withoutAbsent({
					TopicName: readName(changes),
					...readTopicFields(changes),
					MuteAllMember: muteAll === undefined ? undefined : muteAll ? 'On' : 'Off',
				}),
				fields,
			),
		};
	},
	orderingKey: inCommunity,
	retry: { policy: 'idempotent' },
	rateLimit: topicRateLimit,
	interpret: (response, { GroupId, TopicId }) => sent(response, { GroupId, TopicId }),
};
