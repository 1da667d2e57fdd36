import { sent } from '../shared/responses';
import type { SingleOperation } from '../operation';
import { inTurn, tagRateLimit } from './pushFields';
import { pushApi, pushCommand } from './pushApi';

export const getAttributeNames: SingleOperation = {
	value: 'getAttributeNames',
	name: 'Get Attribute Names',
	action: 'Get names of push attributes',
	description: 'Get the names of the attributes that users of the app can have',
	documentation: 'https://trtc.io/document/60562',
	shape: 'single',
	...pushCommand('im_get_attr_name', 'get_attr_name'),
	properties: [...pushApi],
	options: [],
	request: () => ({}),
	orderingKey: inTurn,
	retry: { policy: 'idempotent' },
	rateLimit: tagRateLimit,
	interpret: (response) => sent(response, {}),
};
