import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Body, RateLimit } from '../../contract';
import { InvalidParameter } from '../../parameters/invalidParameter';
import { type Fields, withoutAbsent } from '../../parameters/fields';
import { withinBytes } from '../shared/bytes';

/** Topics take 200 calls a second for each command. */
export const topicRateLimit: RateLimit = { default: 100, max: 200 };

/** What happens in one community goes one after another. */
export const inCommunity = ({ GroupId }: Body): string => JSON.stringify([GroupId]);

/** Bytes of UTF-8 on the page of create_topic (1047/49471). */
const max = { name: 30, introduction: 240, notification: 300, faceUrl: 100, custom: 3000 };

export const topicProperty: INodeProperties = {
	displayName: 'Topic ID',
	name: 'topicId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. @TGS#_club@TOPIC#_news',
	description: 'The topic of the community',
};

export const readTopicId = (fields: Fields) => fields.id('topicId', 'Topic ID', { kind: 'place' });

export const nameProperty: INodeProperties = {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. News',
	description: 'Name of the topic: up to 30 bytes',
};

/** What describes a topic beside its name. */
export const topicControls: INodeProperties[] = [
	{
		displayName: 'Avatar URL',
		name: 'faceUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://example.com/news.png',
		description: "Address of the topic's picture: up to 100 bytes",
	},
	{
		displayName: 'Custom Data',
		name: 'customString',
		type: 'string',
		default: '',
		placeholder: 'e.g. {"area": "north"}',
		description: 'Custom data: up to 3000 bytes',
	},
	{
		displayName: 'From User ID',
		name: 'fromAccount',
		type: 'string',
		default: '',
		placeholder: 'e.g. alice',
		description: 'User ID of who does it; the app admin when left out',
	},
	{
		displayName: 'Introduction',
		name: 'introduction',
		type: 'string',
		default: '',
		placeholder: 'e.g. What is new in the club',
		description: 'What the topic is about: up to 240 bytes',
	},
	{
		displayName: 'Notification',
		name: 'notification',
		type: 'string',
		default: '',
		placeholder: 'e.g. Be kind',
		description: 'What members see above the messages: up to 300 bytes',
	},
];

const limited = (fields: Fields, name: string, label: string, maxBytes: number) =>
	withinBytes(fields.optionalText(name, label), label, maxBytes);

export const readName = (fields: Fields) =>
	withinBytes(fields.optionalText('name', 'Name'), 'Name', max.name);

export function requiredName(fields: Fields): string {
	return withinBytes(fields.text('name', 'Name'), 'Name', max.name);
}

/** The fields of the API for `topicControls`. */
export function readTopicFields(fields: Fields): IDataObject {
	return withoutAbsent({
		FaceUrl: limited(fields, 'faceUrl', 'Avatar URL', max.faceUrl),
		CustomString: limited(fields, 'customString', 'Custom Data', max.custom),
		From_Account: fields.optionalId('fromAccount', 'From User ID'),
		Introduction: limited(fields, 'introduction', 'Introduction', max.introduction),
		Notification: limited(fields, 'notification', 'Notification', max.notification),
	});
}

export const ownTopicId: INodeProperties = {
	displayName: 'Topic ID',
	name: 'topicId',
	type: 'string',
	default: '',
	placeholder: 'e.g. @TGS#_club@TOPIC#_news',
	description:
		'Your own ID: that of the community, then @TOPIC#_ and a word. With one, a second creation is refused instead of making a second topic. Tencent makes one when left out.',
};

/** The ID of the user's own, whatever the community. */
export const givenTopicId = (options: Fields) =>
	options.optionalId('topicId', 'Topic ID', { kind: 'place' });

/** @throws InvalidParameter where the ID is not one of this community */
export function readOwnTopicId(options: Fields, groupId: string): string | undefined {
	const id = givenTopicId(options);
	if (id === undefined || id.startsWith(`${groupId}@TOPIC#_`)) return id;
	throw new InvalidParameter(
		"'Topic ID' is none of this community",
		`Begin it with ${groupId}@TOPIC#_, or leave it out so that Tencent makes one.`,
	);
}
