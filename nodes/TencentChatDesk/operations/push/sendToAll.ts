import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { InvalidParameter } from '../../parameters/invalidParameter';
import { type Fields, withoutAbsent } from '../../parameters/fields';
import { messageProperties, readMessage } from '../../messages';
import { offlinePushProperty, readOfflinePush } from '../../messages/offlinePush';
import { sent } from '../shared/responses';
import { maxMessageBytes } from '../shared/limits';
import { messageRandomOption, readMessageRandom } from '../shared/messageOptions';
import type { SingleOperation } from '../operation';
import { inTurn, readAttributes, readTags } from './pushFields';

const audiences = ['everyone', 'tags', 'attributes'] as const;

/** Seven days. */
const maxLife = 604_800;

function conditionControl(
	audience: 'tags' | 'attributes',
	displayName: string,
	name: string,
	description: string,
): INodeProperties {
	const byTags = audience === 'tags';
	return {
		displayName,
		name,
		type: byTags ? 'string' : 'json',
		default: byTags ? '' : '{}',
		...(byTags ? { placeholder: 'e.g. gold, berlin' } : {}),
		displayOptions: { show: { audience: [audience] } },
		description,
	};
}

function conditionOf(fields: Fields): IDataObject | undefined {
	const audience = fields.choice('audience', 'Audience', audiences);
	if (audience === 'everyone') return undefined;
	const condition =
		audience === 'tags'
			? withoutAbsent({
					TagsOr: readTags(fields, 'tagsOr', 'Any of These Tags'),
					TagsAnd: readTags(fields, 'tagsAnd', 'All of These Tags'),
				})
			: withoutAbsent({
					AttrsOr: readAttributes(fields, 'attrsOr', 'Any of These Attributes (JSON)'),
					AttrsAnd: readAttributes(fields, 'attrsAnd', 'All of These Attributes (JSON)'),
				});
	if (Object.keys(condition).length > 0) return condition;
	throw new InvalidParameter(
		`No ${audience} are given`,
		"Enter some, or choose 'Everyone' as 'Audience': without any the push would go to all users.",
	);
}

export const sendToAll: SingleOperation = {
	value: 'sendToAll',
	name: 'Send to All',
	action: 'Send a push to all users',
	description:
		'Send a message to all users of the app, or to those with certain tags or attributes',
	documentation: 'https://trtc.io/document/37166',
	shape: 'single',
	path: 'all_member_push/im_push',
	properties: [
		{
			displayName:
				'Tencent allows 100 pushes a day for an app, more than a second apart, on its highest plan with the switch in the Chat console. The push cannot be recalled.',
			name: 'dailyLimit',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Audience',
			name: 'audience',
			type: 'options',
			options: [
				{ name: 'Everyone', value: 'everyone', description: 'All users of the app' },
				{ name: 'Users With Attributes', value: 'attributes', description: 'By their attributes' },
				{ name: 'Users With Tags', value: 'tags', description: 'By their tags' },
			],
			default: 'everyone',
			description: 'Who gets it',
		},
		conditionControl(
			'tags',
			'Any of These Tags',
			'tagsOr',
			'At most ten tags of which a user needs one',
		),
		conditionControl(
			'tags',
			'All of These Tags',
			'tagsAnd',
			'At most ten tags of which a user needs all; none that stands in the other list too',
		),
		conditionControl(
			'attributes',
			'Any of These Attributes (JSON)',
			'attrsOr',
			'Names and values, such as {"level": "gold"}, of which a user needs one',
		),
		conditionControl(
			'attributes',
			'All of These Attributes (JSON)',
			'attrsAnd',
			'Names and values, such as {"level": "gold"}, of which a user needs all',
		),
		...messageProperties,
		offlinePushProperty,
	],
	options: [
		{
			displayName: 'From Account',
			name: 'fromAccount',
			type: 'string',
			default: '',
			placeholder: 'e.g. news',
			description: 'UserID that users see as sender; the app admin when left out',
		},
		{
			displayName: 'Message Life Time',
			name: 'msgLifeTime',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: maxLife, numberPrecision: 0 },
			default: 86_400,
			description:
				'Seconds that the message waits for users who are offline, at most 604800 (seven days). Only who is online now gets it when left out.',
		},
		{
			...messageRandomOption,
			description: 'The number of this push. Left out or 0, the node gives each its own.',
		},
	],
	request(fields) {
		const options = fields.collection('options', 'Options');
		return withoutAbsent({
			Condition: conditionOf(fields),
			From_Account: options.optionalId('fromAccount', 'From Account'),
			MsgRandom: readMessageRandom(options),
			MsgBody: readMessage(fields),
			MsgLifeTime: options.optionalInteger('msgLifeTime', 'Message Life Time', {
				min: 0,
				max: maxLife,
			}),
			OfflinePushInfo: readOfflinePush(fields),
		});
	},
	orderingKey: inTurn,
	sender: 'From_Account',
	// Some pages say that a number counts for a second, others for seven days.
	dedupeFields: {
		random: 'MsgRandom',
		contentBlind: { places: () => ['app'], windowSeconds: 604_800 },
	},
	// Copies are dropped within a second only: too short for a repeat.
	retry: { policy: 'unsafe' },
	rateLimit: { default: 0.5, max: 1 },
	maxBodyBytes: maxMessageBytes,
	interpret: (response, { MsgRandom }) => sent(response, { MsgRandom }),
};
