import { group, readGroup } from '../shared/resourceLocators';
import type { ListOperation } from '../operation';
import { recordsIn } from '../shared/records';
import { inCommunity, topicRateLimit } from './topicFields';
import { simplifiedTopic } from './topicView';
import { viewerProperty } from './viewer';

export const getMany: ListOperation = {
	value: 'getMany',
	name: 'Get Many',
	action: 'Get topics of a community',
	description: 'List the topics of a community as one of its members sees them',
	documentation: 'https://trtc.io/document/49469',
	shape: 'list',
	path: 'million_group_open_http_svc/get_topic',
	properties: [group, viewerProperty],
	options: [],
	request: (fields) => ({
		GroupId: readGroup(fields),
		From_Account: fields.id('userId', 'User ID'),
	}),
	orderingKey: inCommunity,
	retry: { policy: 'idempotent' },
	rateLimit: topicRateLimit,
	// All of them come in one response.
	list: {
		records: (response) => recordsIn(response, 'TopicAndSelfInfo'),
		nextPage: () => undefined,
		simplified: simplifiedTopic,
	},
};
