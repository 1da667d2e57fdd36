import { group, readGroup } from '../shared/resourceLocators';
import type { SingleOperation } from '../operation';
import { recordsIn } from '../shared/records';
import { inCommunity, readTopicId, topicProperty, topicRateLimit } from './topicFields';
import { simplifiedTopic } from './topicView';
import { viewerProperty } from './viewer';

export const get: SingleOperation = {
	value: 'get',
	name: 'Get',
	action: 'Get a topic',
	description: 'Read a topic of a community as one of its members sees it',
	documentation: 'https://trtc.io/document/49469',
	shape: 'single',
	path: 'million_group_open_http_svc/get_topic',
	properties: [group, topicProperty, viewerProperty],
	options: [],
	request: (fields) => ({
		GroupId: readGroup(fields),
		From_Account: fields.id('userId', 'User ID'),
		TopicIdList: [readTopicId(fields)],
	}),
	orderingKey: inCommunity,
	retry: { policy: 'idempotent' },
	rateLimit: topicRateLimit,
	// The code of each topic counts; the one of the envelope says nothing.
	interpret(response, { GroupId, TopicIdList }) {
		const [topic] = recordsIn(response, 'TopicAndSelfInfo');
		const TopicId = (TopicIdList as string[])[0];
		const { ErrorCode, ErrorInfo } = topic ?? {};
		if (topic && (ErrorCode === 0 || ErrorCode === undefined)) {
			return { done: true, output: simplifiedTopic(topic) };
		}
		return {
			done: false,
			code: typeof ErrorCode === 'number' ? ErrorCode : 110003,
			info: typeof ErrorInfo === 'string' ? ErrorInfo : '',
			data: { GroupId, TopicId },
		};
	},
};
