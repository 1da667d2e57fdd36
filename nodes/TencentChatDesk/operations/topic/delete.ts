import { group, readGroup } from '../shared/resourceLocators';
import type { SingleOperation } from '../operation';
import { recordsIn } from '../shared/records';
import { inCommunity, readTopicId, topicProperty, topicRateLimit } from './topicFields';

export const destroy: SingleOperation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete a topic',
	description: 'Delete a topic of a community with its messages, for good',
	documentation: 'https://trtc.io/document/49470',
	shape: 'single',
	path: 'million_group_open_http_svc/destroy_topic',
	properties: [group, topicProperty],
	options: [],
	request: (fields) => ({ GroupId: readGroup(fields), TopicIdList: [readTopicId(fields)] }),
	orderingKey: inCommunity,
	retry: { policy: 'idempotent' },
	// The topic is gone: what a second call finds.
	alreadyDoneCodes: [110003],
	rateLimit: topicRateLimit,
	interpret(response, { GroupId, TopicIdList }) {
		const TopicId = (TopicIdList as string[])[0];
		const result = recordsIn(response, 'DestroyResultItem').find((one) => one.TopicId === TopicId);
		const { ErrorCode, ErrorInfo } = result ?? {};
		if (typeof ErrorCode === 'number' && ErrorCode !== 0) {
			const info = typeof ErrorInfo === 'string' ? ErrorInfo : '';
			return { done: false, code: ErrorCode, info, data: { ErrorCode, GroupId, TopicId } };
		}
		return { done: true, output: { GroupId, TopicId, deleted: true } };
	},
};
