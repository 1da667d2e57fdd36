import { groupRateLimit, inGroup } from '../group/groupFields';
import { sent } from '../shared/responses';
import type { SingleOperation } from '../operation';
import { bannedProperties, readBanned } from './liveGroupFields';

export const unban: SingleOperation = {
	value: 'unban',
	name: 'Unban',
	action: 'Unban users of a live group',
	description: 'Let viewers into a live group again',
	documentation: 'https://trtc.io/document/50297',
	shape: 'single',
	path: 'group_open_http_svc/unban_group_member',
	properties: bannedProperties,
	options: [],
	request: readBanned,
	orderingKey: inGroup,
	retry: { policy: 'idempotent' },
	rateLimit: groupRateLimit,
	interpret: (response, body) => sent(response, body),
};
