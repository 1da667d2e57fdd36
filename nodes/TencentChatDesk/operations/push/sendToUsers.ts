import { withoutAbsent } from '../../parameters/fields';
import { reachedAccounts } from '../shared/partialFailure';
import { withinBytes } from '../shared/bytes';
import type { UnitLimit } from '../../contract';
import type { SingleOperation } from '../operation';
import { notificationProperties, readNotification, senderProperty } from './pushFields';

/**
 * Users a second: 30 on free and trial editions, 500 on the standard one, 800 on the advanced one
 * (CN 137903). Older pages count calls: 10, 30 or 40 by edition (trtc.io/document/67553).
 */
const receiverLimit: UnitLimit = {
	default: 250,
	max: 800,
	count: ({ To_Account }) => (Array.isArray(To_Account) ? To_Account.length : 1),
	option: {
		name: 'receiversPerSecond',
		label: 'Receivers per Second',
		description:
			'How many users a second the pushes reach; a call to many makes the next one wait. Tencent allows 30 on free and trial plans, 500 on the standard and 800 on the advanced one, to all clients of your app together; 250 when left out.',
	},
};

export const sendToUsers: SingleOperation = {
	value: 'sendToUsers',
	name: 'Send to Users',
	action: 'Send a push to users',
	description: 'Send a notification to the phones of up to 500 users',
	documentation: 'https://trtc.io/document/67553',
	shape: 'single',
	path: 'timpush/batch',
	properties: [
		senderProperty,
		{
			displayName: 'To User IDs',
			name: 'toAccounts',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. alice, bob',
			description:
				'User IDs or RegistrationIDs, at most 500. Give a list, or text with commas between them.',
		},
		...notificationProperties,
	],
	options: [
		{
			displayName: 'Data ID',
			name: 'dataId',
			type: 'string',
			default: '',
			placeholder: 'e.g. spring-sale',
			description: 'Your own name for this push, which comes back in callbacks',
		},
	],
	request(fields) {
		const options = fields.collection('options', 'Options');
		return withoutAbsent({
			From_Account: fields.id('fromAccount', 'From User ID'),
			To_Account: fields.ids('toAccounts', 'To User IDs', { max: 500 }),
			OfflinePushInfo: readNotification(fields),
			DataId: withinBytes(options.optionalText('dataId', 'Data ID'), 'Data ID', 64),
		});
	},
	orderingKey: ({ To_Account }) => JSON.stringify(To_Account),
	dedupeFields: { random: 'MsgRandom' },
	// Copies are dropped within a second only: too short for a repeat.
	retry: { policy: 'unsafe' },
	rateLimit: { default: 10, max: 40 },
	unitLimit: receiverLimit,
	interpret: (response, { To_Account, MsgRandom }) =>
		reachedAccounts(response, To_Account as string[], { To_Account, MsgRandom }, 'The push'),
};
