import { withoutAbsent } from '../../parameters/fields';
import { group, readGroup } from '../shared/resourceLocators';
import type { ListOperation } from '../operation';
import { recordsIn } from '../shared/records';
import { groupRateLimit, inGroup, readTopic, topicOption } from './groupFields';

export const getMuted: ListOperation = {
	value: 'getMuted',
	name: 'Get Muted Members',
	action: 'Get muted members of a group',
	description: 'List who may not write in a group, and until when',
	documentation: 'https://trtc.io/document/34964',
	shape: 'list',
	path: 'group_open_http_svc/get_group_muted_account',
	properties: [group],
	options: [topicOption],
	request: (fields) =>
		withoutAbsent({
			GroupId: readGroup(fields),
			TopicId: readTopic(fields.collection('options', 'Options')),
		}),
	orderingKey: inGroup,
	retry: { policy: 'idempotent' },
	rateLimit: groupRateLimit,
	// All of them come in one response.
	list: {
		records: (response) => recordsIn(response, 'MutedAccountList'),
		nextPage: () => undefined,
	},
};
