import type { INodeProperties } from 'n8n-workflow';
import type { Body, RateLimit } from '../../contract';
import { type Fields, withoutAbsent } from '../../parameters/fields';
import { withinBytes } from '../shared/bytes';
import { audienceProperties, readCondition, tagsNot } from './audience';
import { notificationProperties, readNotification, senderProperty } from './pushFields';

/** Pages 1047/78839 to 78843: five calls a second. */
export const scheduleRateLimit: RateLimit = { default: 2, max: 5 };

/** The commands on scheduled pushes name the app in their body, in a spelling of their own. */
export const scheduleAppId = 'Sdkappid';

const audiences = ['everyone', 'users', 'tags', 'attributes'] as const;
type Audience = (typeof audiences)[number];

/** `Type` of a schedule; attributes are a condition like tags. */
const typeOf = { everyone: 'All', users: 'User', tags: 'Tag', attributes: 'Tag' } as const;

export const ofTask = ({ TaskID }: Body): string => JSON.stringify([TaskID]);

export const typeProperty: INodeProperties = {
	displayName: 'Push To',
	name: 'scheduleAudience',
	type: 'options',
	options: [
		{ name: 'Everyone', value: 'everyone' },
		{ name: 'Users', value: 'users', description: 'By their User IDs' },
		{ name: 'Users With Attributes', value: 'attributes' },
		{ name: 'Users With Tags', value: 'tags' },
	],
	default: 'everyone',
	description: 'Who gets the push',
};

export const readScheduled = (fields: Fields) =>
	fields.choice('scheduleAudience', 'Push To', audiences);

export const readType = (fields: Fields) => typeOf[readScheduled(fields)];

/** A whole number here, while pushes that are sent at once have a text. */
export const taskProperty: INodeProperties = {
	displayName: 'Schedule ID',
	name: 'scheduleId',
	type: 'number',
	typeOptions: { minValue: 1, numberPrecision: 0 },
	default: '',
	required: true,
	placeholder: 'e.g. 1234567890',
	description: 'TaskID that Schedule gave',
};

export const readTask = (fields: Fields) => fields.integer('scheduleId', 'Schedule ID', { min: 1 });

/** `YYYY-MM-DD HH:MM:SS` of UTC. */
export const utcText = (seconds: number) =>
	new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ');

export const timeProperty: INodeProperties = {
	displayName: 'Send At',
	name: 'scheduleTime',
	type: 'dateTime',
	default: '',
	required: true,
	placeholder: 'e.g. 2026-06-01T10:00:00',
	description: 'When the push goes out: a date, or the seconds since 1970',
};

const shownFor = (property: INodeProperties, wanted: Audience): INodeProperties => ({
	...property,
	displayOptions: { show: { scheduleAudience: [wanted] } },
});

/** Tags and attributes, each under the choice that asks for them. */
const conditions = [...audienceProperties, tagsNot].flatMap((property) => {
	const [wanted] = property.displayOptions?.show?.audience ?? [];
	return wanted === undefined ? [] : [shownFor(property, wanted as Audience)];
});

/** What is pushed, and to whom. */
export const contentProperties: INodeProperties[] = [
	senderProperty,
	shownFor(
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
		'users',
	),
	...conditions,
	...notificationProperties,
];

export const dataIdOption: INodeProperties = {
	displayName: 'Data ID',
	name: 'dataId',
	type: 'string',
	default: '',
	placeholder: 'e.g. spring-sale',
	displayOptions: { show: { '/scheduleAudience': ['users'] } },
	description: 'Your own name for a push to users, which comes back in callbacks',
};

/** The `Content` of a schedule: the body of the push that goes out. */
export function readContent(fields: Fields): Body {
	const audience = readScheduled(fields);
	const dataId = fields.collection('options', 'Options').optionalText('dataId', 'Data ID');
	const isForUsers = audience === 'users';
	return withoutAbsent({
		From_Account: fields.id('fromAccount', 'From User ID'),
		To_Account: isForUsers ? fields.ids('toAccounts', 'To User IDs', { max: 500 }) : undefined,
		Condition:
			audience === 'tags' || audience === 'attributes'
				? readCondition(fields, audience, true, 'Push To')
				: undefined,
		OfflinePushInfo: readNotification(fields),
		DataId: isForUsers ? withinBytes(dataId, 'Data ID', 64) : undefined,
	});
}
