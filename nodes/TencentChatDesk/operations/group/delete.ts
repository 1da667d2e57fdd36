import { irreversible } from '../shared/irreversible';
import { sent } from '../shared/responses';
import { group, readGroup } from '../shared/resourceLocators';
import type { SingleOperation } from '../operation';
import { groupRateLimit, inGroup } from './groupFields';

export const destroy: SingleOperation = {
	value: 'delete',
	name: 'Delete',
	action: 'Delete a group',
	description: 'Dissolve a group for good; its messages are gone too',
	documentation: 'https://trtc.io/document/34896',
	shape: 'single',
	path: 'group_open_http_svc/destroy_group',
	properties: [
		irreversible('The group is disbanded, and its members can no longer read its messages.'),
		group,
	],
	options: [],
	request: (fields) => ({ GroupId: readGroup(fields) }),
	orderingKey: inGroup,
	// A repeat is refused, since the group is gone: nothing happens twice.
	retry: { policy: 'idempotent' },
	// Pages of different years give one or the other for a group that is gone.
	alreadyDoneCodes: [10010, 10015],
	rateLimit: groupRateLimit,
	interpret: (response, { GroupId }) => sent(response, { GroupId, deleted: true }),
};
