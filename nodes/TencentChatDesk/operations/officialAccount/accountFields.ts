import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Body, RateLimit } from '../../contract';
import { type Fields, withoutAbsent } from '../../parameters/fields';
import { withinBytes } from '../shared/bytes';
import { maxUnsigned } from '../shared/limits';

/** Official accounts take 200 calls a second for each command. */
export const accountRateLimit: RateLimit = { default: 100, max: 200 };

/** What happens to one account goes one after another. */
export const ofAccount = ({ Official_Account }: Body): string => JSON.stringify([Official_Account]);

/** Bytes on the page of create_official_account (1047/60755). */
const max = { name: 150, introduction: 400, faceUrl: 500, organization: 500, custom: 3000 };

export const accountProperty: INodeProperties = {
	displayName: 'Official Account',
	name: 'officialAccount',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. @TOA#_news',
	description: 'The ID of the official account, which begins with @TOA#_',
};

export const readAccount = (fields: Fields) => fields.id('officialAccount', 'Official Account');

export const nameProperty: INodeProperties = {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. News',
	description: 'Name that subscribers see: up to 150 bytes',
};

export const customProperty: INodeProperties = {
	displayName: 'Custom Data',
	name: 'customString',
	type: 'string',
	default: '',
	placeholder: 'e.g. {"area": "north"}',
	description: 'Custom data: up to 3000 bytes',
};

/** What describes an account beside its name. */
export const profileControls: INodeProperties[] = [
	{
		displayName: 'Avatar URL',
		name: 'faceUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://example.com/news.png',
		description: "Address of the account's picture: up to 500 bytes",
	},
	customProperty,
	{
		displayName: 'Introduction',
		name: 'introduction',
		type: 'string',
		default: '',
		placeholder: 'e.g. What is new, every day',
		description: 'What the account is about: up to 400 bytes',
	},
	{
		displayName: 'Max Subscribers',
		name: 'maxSubscribers',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: maxUnsigned, numberPrecision: 0 },
		default: '',
		placeholder: 'e.g. 1000',
		description: 'The most subscribers; 100000 when left out',
	},
	{
		displayName: 'Organization',
		name: 'organization',
		type: 'string',
		default: '',
		placeholder: 'e.g. Example Ltd',
		description: 'Who stands behind the account: up to 500 bytes',
	},
];

const limited = (fields: Fields, name: string, label: string, maxBytes: number) =>
	withinBytes(fields.optionalText(name, label), label, maxBytes);

export const readName = (fields: Fields) => limited(fields, 'name', 'Name', max.name);
export const readCustom = (fields: Fields) =>
	limited(fields, 'customString', 'Custom Data', max.custom);

/**
 * The fields of the API for `profileControls`.
 *
 * @param picture the address of one that the item brings
 */
export function readProfile(fields: Fields, picture?: string): IDataObject {
	return withoutAbsent({
		FaceUrl: picture ?? limited(fields, 'faceUrl', 'Avatar URL', max.faceUrl),
		CustomString: readCustom(fields),
		Introduction: limited(fields, 'introduction', 'Introduction', max.introduction),
		MaxSubscriberNum: fields.optionalInteger('maxSubscribers', 'Max Subscribers', {
			min: 1,
			max: maxUnsigned,
		}),
		Organization: limited(fields, 'organization', 'Organization', max.organization),
	});
}

/** The control for one subscriber. */
export const subscriberProperty: INodeProperties = {
	displayName: 'User ID',
	name: 'userId',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. alice',
	description: 'User ID of the subscriber',
};

export const readSubscriber = (fields: Fields) => fields.id('userId', 'User ID');

/** Fields of an account that a response holds when they are asked for (1047/60758). */
export const baseFields = [
	'CreateTime',
	'Name',
	'Owner_Account',
	'LastMsgTime',
	'SubscriberNum',
	'Introduction',
	'FaceUrl',
	'Organization',
	'CustomString',
];
