import { withoutAbsent } from '../../parameters/fields';
import { readMessageRandom } from '../shared/messageOptions';
import type { SingleOperation } from '../operation';
import { audienceProperties, readAudience, tagsNot } from './audience';
import { notificationProperties, readNotification, senderProperty } from './pushFields';
import { dailyLimit, pushRandomOption, toAll } from './toAll';

export const notifyAll: SingleOperation = {
	value: 'notifyAll',
	name: 'Notify All',
	action: 'Send a notification to all users',
	description:
		'Send a notification without a message to all users of the app, or to those with certain tags or attributes',
	documentation: 'https://trtc.io/document/60561',
	shape: 'single',
	path: 'timpush/push',
	properties: [
		{
			displayName: `${dailyLimit} The Push service has to be switched on. Push: Revoke takes it back within 24 hours.`,
			name: 'dailyLimit',
			type: 'notice',
			default: '',
		},
		senderProperty,
		...audienceProperties,
		tagsNot,
		...notificationProperties,
	],
	options: [pushRandomOption],
	request(fields) {
		const options = fields.collection('options', 'Options');
		return withoutAbsent({
			From_Account: fields.id('fromAccount', 'From User ID'),
			Condition: readAudience(fields, true),
			MsgRandom: readMessageRandom(options),
			OfflinePushInfo: readNotification(fields),
		});
	},
	...toAll,
};
