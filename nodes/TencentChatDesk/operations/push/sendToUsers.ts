import { InvalidParameter } from '../../parameters/invalidParameter';
import { withoutAbsent } from '../../parameters/fields';
import { offlinePushProperty, readOfflinePush } from '../../messages/offlinePush';
import { reachedAccounts } from '../shared/partialFailure';
import { withinBytes } from '../shared/bytes';
import type { SingleOperation } from '../operation';

export const sendToUsers: SingleOperation = {
	value: 'sendToUsers',
	name: 'Send to Users',
	action: 'Send a push to users',
	description: 'Send a notification to the phones of up to 500 users',
	documentation: 'https://trtc.io/document/67553',
	shape: 'single',
	path: 'timpush/batch',
	properties: [
		{
			displayName: 'From Account',
			name: 'fromAccount',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. administrator',
			description: 'UserID that sends it',
		},
		{
			displayName: 'To Accounts',
			name: 'toAccounts',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. alice, bob',
			description:
				'UserIDs or RegistrationIDs, at most 500. Give a list, or text with commas between them.',
		},
		{ ...offlinePushProperty, required: true, description: 'The notification' },
	],
	options: [
		{
			displayName: 'Data ID',
			name: 'dataId',
			type: 'string',
			default: '',
			placeholder: 'e.g. spring-sale',
			description: 'A name of your own for this push, which comes back in callbacks',
		},
	],
	request(fields) {
		const options = fields.collection('options', 'Options');
		const info = readOfflinePush(fields);
		if (!info) {
			throw new InvalidParameter(
				"'Offline Push' is empty",
				'Add at least a title or a text for the notification.',
			);
		}
		return withoutAbsent({
			From_Account: fields.id('fromAccount', 'From Account'),
			To_Account: fields.ids('toAccounts', 'To Accounts', { max: 500 }),
			OfflinePushInfo: info,
			DataId: withinBytes(options.optionalText('dataId', 'Data ID'), 'Data ID', 64),
		});
	},
	orderingKey: ({ To_Account }) => JSON.stringify(To_Account),
	dedupeFields: { random: 'MsgRandom' },
	// Copies are dropped within a second only: too short for a repeat.
	retry: { policy: 'unsafe' },
	rateLimit: { default: 15, max: 30 },
	interpret: (response, { To_Account, MsgRandom }) =>
		reachedAccounts(response, To_Account as string[], { To_Account, MsgRandom }, 'The push'),
};
