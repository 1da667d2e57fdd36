import { sent } from '../shared/responses';
import type { SingleOperation } from '../operation';
import { userIdProperty } from './userIdProperty';

export const getMute: SingleOperation = {
	value: 'getMute',
	name: 'Get Mute',
	action: 'Get the mute of a user',
	description:
		'Read for how many seconds a user may not write yet: 0 for not muted, 4294967295 for ever',
	documentation: 'https://trtc.io/document/34924',
	shape: 'single',
	path: 'openconfigsvr/getnospeaking',
	properties: [userIdProperty],
	options: [],
	request: (fields) => ({ Get_Account: fields.id('userId', 'User ID') }),
	orderingKey: ({ Get_Account }) => JSON.stringify([Get_Account]),
	retry: { policy: 'idempotent' },
	rateLimit: { default: 100, max: 200 },
	interpret: (response, { Get_Account }) => sent(response, { Get_Account }),
};
