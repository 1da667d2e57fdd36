import { sent } from '../shared/responses';
import type { SingleOperation } from '../operation';
import { userIdProperty } from './userIdProperty';

export const kick: SingleOperation = {
	value: 'kick',
	name: 'Kick',
	action: 'Kick a user',
	description: 'Log a user out everywhere: existing logins and signatures (UserSig) become invalid',
	documentation: 'https://trtc.io/document/34957',
	shape: 'single',
	path: 'im_open_login_svc/kick',
	properties: [userIdProperty],
	options: [],
	request: (fields) => ({ UserID: fields.id('userId', 'User ID') }),
	orderingKey: ({ UserID }) => JSON.stringify([UserID]),
	// A later copy would log out a user who has come back meanwhile.
	retry: { policy: 'unsafe' },
	rateLimit: { default: 100, max: 200 },
	interpret: (response, { UserID }) => sent(response, { UserID }),
};
