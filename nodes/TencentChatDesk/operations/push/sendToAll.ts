import { withoutAbsent } from '../../parameters/fields';
import { messageProperties, readMessage } from '../../messages';
import { offlinePushProperty, readOfflinePush } from '../../messages/offlinePush';
import { fromAccountOption, readFromAccount, readMessageRandom } from '../shared/messageOptions';
import type { SingleOperation } from '../operation';
import { audienceProperties, readAudience, tagsNot } from './audience';
import { pushApi, pushCommand, readsPushService, withPushService } from './pushApi';
import { senderProperty } from './pushFields';
import { dailyLimit, pushRandomOption, toAll } from './toAll';

/** Seven days. */
const maxLife = 604_800;

const only = (api: 'allMemberPush' | 'timpush') => ({ show: { '/pushApi': [api] } });

export const sendToAll: SingleOperation = {
	value: 'sendToAll',
	name: 'Send to All',
	action: 'Send a push to all users',
	description:
		'Send a message to all users of the app, or to those with certain tags or attributes',
	documentation: 'https://trtc.io/document/67814',
	shape: 'single',
	...pushCommand('im_push', 'push'),
	properties: [
		{
			displayName: `${dailyLimit} Only what goes through the Push service can be taken back, with Push: Revoke.`,
			name: 'dailyLimit',
			type: 'notice',
			default: '',
		},
		...pushApi,
		{ ...senderProperty, displayOptions: withPushService },
		...audienceProperties,
		{ ...tagsNot, displayOptions: { show: { audience: ['tags'], pushApi: ['timpush'] } } },
		...messageProperties,
		offlinePushProperty,
	],
	options: [
		{
			...fromAccountOption,
			placeholder: 'e.g. news',
			displayOptions: only('allMemberPush'),
			description: 'User ID that users see as sender; the app admin when left out',
		},
		{
			displayName: 'Message Life Time (Seconds)',
			name: 'msgLifeTime',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: maxLife, numberPrecision: 0 },
			default: 86_400,
			displayOptions: only('allMemberPush'),
			description:
				'How long the message waits for users who are offline, at most 604800 (seven days). Leave empty to reach only users who are online now.',
		},
		pushRandomOption,
		{
			displayName: 'Online Only',
			name: 'onlineOnly',
			type: 'boolean',
			default: false,
			displayOptions: only('timpush'),
			description:
				'Whether only who is online now gets it. Otherwise Tencent stores it for the others and counts it as unread, and reaches 200 users a second.',
		},
	],
	request(fields) {
		const options = fields.collection('options', 'Options');
		const isPresent = readsPushService(fields);
		const own = isPresent
			? {
					From_Account: fields.id('fromAccount', 'From User ID'),
					OnlineOnlyFlag: options.optionalFlag('onlineOnly', 'Online Only'),
				}
			: {
					From_Account: readFromAccount(options),
					MsgLifeTime: options.optionalInteger('msgLifeTime', 'Message Life Time (Seconds)', {
						min: 0,
						max: maxLife,
					}),
				};
		return withoutAbsent({
			Condition: readAudience(fields, isPresent),
			MsgRandom: readMessageRandom(options),
			MsgBody: readMessage(fields),
			...own,
			OfflinePushInfo: readOfflinePush(fields),
		});
	},
	...toAll,
};
