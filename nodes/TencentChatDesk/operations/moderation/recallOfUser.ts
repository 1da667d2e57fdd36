import { withoutAbsent } from '../../parameters/fields';
import {
	groupRateLimit,
	inGroup,
	memberProperty,
	readTopic,
	topicOption,
} from '../group/groupFields';
import { group, readGroup } from '../shared/resourceLocators';
import { sent } from '../shared/responses';
import type { SingleOperation } from '../operation';

export const recallOfUser: SingleOperation = {
	value: 'recallOfUser',
	name: 'Recall All of User in Group',
	action: 'Recall all group messages of a user',
	description:
		'Take back what a user wrote among the last 1000 messages of a group. Clients see it when they read the history anew; in live groups it has no effect.',
	documentation: 'https://trtc.io/document/34970',
	shape: 'single',
	path: 'group_open_http_svc/delete_group_msg_by_sender',
	properties: [group, { ...memberProperty, description: 'User ID of who wrote the messages' }],
	options: [topicOption],
	request: (fields) =>
		withoutAbsent({
			GroupId: readGroup(fields),
			Sender_Account: fields.id('userId', 'User ID'),
			TopicId: readTopic(fields.collection('options', 'Options')),
		}),
	orderingKey: inGroup,
	retry: { policy: 'idempotent' },
	rateLimit: groupRateLimit,
	interpret: (response, body) => sent(response, body),
};
