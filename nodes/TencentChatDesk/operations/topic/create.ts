import { withoutAbsent } from '../../parameters/fields';
import { group, readGroup } from '../shared/resourceLocators';
import { sent } from '../shared/responses';
import type { SingleOperation } from '../operation';
import {
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
	retry: { policy: 'unsafe' },
	// Under an ID of its own a topic exists once.
	retryOf: (fields) =>
		fields.collection('options', 'Options').optionalId('topicId', 'Topic ID', { kind: 'place' }) ===
		undefined
			? { policy: 'unsafe' }
			: { policy: 'idempotent' },
	rateLimit: topicRateLimit,
	alreadyDoneCodes: [10025],
	interpret: (response, { GroupId, TopicId, TopicName }) =>
		sent(response, { GroupId, TopicId, TopicName }),
};
