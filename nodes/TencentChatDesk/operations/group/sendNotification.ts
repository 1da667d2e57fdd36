import { withoutAbsent } from '../../parameters/fields';
import { sent } from '../shared/responses';
import { maxMessageBytes } from '../shared/limits';
import { group, readGroup } from '../shared/resourceLocators';
import type { SingleOperation } from '../operation';
import { groupRateLimit, inGroup, readTopic, topicOption, userIds } from './groupFields';

export const sendNotification: SingleOperation = {
	value: 'sendNotification',
	name: 'Send System Notification',
	action: 'Send a system notification to a group',
	description: 'Send a notification that clients get as an event; it is not stored as a message',
	documentation: 'https://trtc.io/document/34958',
	shape: 'single',
	path: 'group_open_http_svc/send_group_system_notification',
	properties: [
		group,
		{
			displayName: 'Content',
			name: 'content',
			type: 'string',
			typeOptions: { rows: 3 },
			default: '',
			required: true,
			placeholder: 'e.g. {"event": "order-shipped"}',
			description: 'What your client receives, as a text or as JSON',
		},
	],
	options: [
		userIds(
			'Only To',
			'toMembers',
			'User IDs of the members who get it, at most 500; everybody when left out. In live groups everybody gets it.',
		),
		topicOption,
	],
	request(fields) {
		const options = fields.collection('options', 'Options');
		return withoutAbsent({
			GroupId: readGroup(fields),
			Content: fields.textOrJson('content', 'Content'),
			ToMembers_Account: options.optionalIds('toMembers', 'Only To', { max: 500 }),
			TopicId: readTopic(options),
		});
	},
	orderingKey: inGroup,
	// No field tells a copy from a second notification.
	retry: { policy: 'unsafe' },
	rateLimit: groupRateLimit,
	maxBodyBytes: maxMessageBytes,
	interpret: (response, { GroupId, TopicId }) => sent(response, { GroupId, TopicId }),
};
