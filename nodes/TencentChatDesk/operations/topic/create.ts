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

export const create: SingleOperation = {
	value: 'create',
	name: 'Create',
	action: 'Create a topic',
	description: 'Open a topic in a community that was made with topics',
	documentation: 'https://trtc.io/document/49471',
	shape: 'single',
	path: 'million_group_open_http_svc/create_topic',
	properties: [group, nameProperty],
	options: [...topicControls, ownTopicId],
	request(fields) {
		const options = fields.collection('options', 'Options');
		const GroupId = readGroup(fields);
		return withoutAbsent({
			GroupId,
			TopicName: requiredName(fields),
			TopicId: readOwnTopicId(options, GroupId),
			...readTopicFields(options),
		});
	},
	orderingKey: inCommunity,
	...onceUnderOwnId(givenTopicId),
	rateLimit: topicRateLimit,
	alreadyDoneCodes: [10025],
	interpret: (response, { GroupId, TopicId, TopicName }) =>
		sent(response, { GroupId, TopicId, TopicName }),
};
