import { withoutAbsent } from '../../parameters/fields';
import { group, readGroup } from '../shared/resourceLocators';
import { sent } from '../shared/responses';
import type { SingleOperation } from '../operation';
import { onceUnderOwnId } from '../shared/ownId';
import {
	givenTopicId,
	inCommunity,
	nameProperty,
	ownTopicId,
	readOwnTopicId,
	readTopicFields,
	requiredName,
	topicControls,
	topicRateLimit,
} from './topicFields';

export const importTopic: SingleOperation = {
	value: 'import',
	name: 'Import',
	action: 'Import a topic',
	description: 'Carry a topic over from another system, with the time of its creation',
	documentation: 'https://trtc.io/document/53448',
	shape: 'single',
	path: 'group_open_http_svc/import_topic',
	properties: [group, nameProperty],
	options: [
		...topicControls,
		{
			displayName: 'Created',
			name: 'createTime',
			type: 'dateTime',
			default: '',
			description:
				'When the topic was opened: a date, or the seconds since 1970; now when left out',
		},
		ownTopicId,
	],
	request(fields) {
		const options = fields.collection('options', 'Options');
		const GroupId = readGroup(fields);
		return withoutAbsent({
			GroupId,
			Type: 'Community',
			TopicName: requiredName(fields),
			TopicId: readOwnTopicId(options, GroupId),
			CreateTime: options.optionalSeconds('createTime', 'Created'),
			...readTopicFields(options),
		});
	},
	orderingKey: inCommunity,
	...onceUnderOwnId(givenTopicId),
	rateLimit: topicRateLimit,
	alreadyDoneCodes: [10021],
	interpret: (response, { GroupId, TopicId, TopicName }) =>
		sent(response, { GroupId, TopicId, TopicName }),
};
