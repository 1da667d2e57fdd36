import type { IDataObject } from 'n8n-workflow';
import { InvalidParameter } from '../../parameters/invalidParameter';
import type { Fields } from '../../parameters/fields';
import { withinBytes } from '../shared/bytes';
import { responseFields } from '../shared/responses';
import type { SingleOperation } from '../operation';
import { objectsIn } from '../../parameters/json';
import { avatarControls, readAvatar } from '../../messages/fileSource';
import { customTag, maxValue, pictureTag, profileTags } from './profileTags';
import { userIdProperty } from './userIdProperty';

/** Letters of a custom field's key, as the console makes it. */
const maxKey = 8;

function readCustom(fields: Fields): IDataObject[] {
	return fields.rows('customFields', 'field', 'Custom Fields').map((entry) => {
		const tag = customTag(entry.text('key', 'Key').trim());
		if (tag.length > customTag('').length + maxKey) {
			throw new InvalidParameter(
				`'Key' is longer than ${maxKey} characters`,
				'Use the key that the field has in the Chat console.',
			);
		}
		return {
			Tag: tag,
			Value: withinBytes(entry.optionalText('value', 'Value') ?? '', 'Value', maxValue),
		};
	});
}

export const updateProfile: SingleOperation = {
	value: 'updateProfile',
	name: 'Update Profile',
	action: 'Update the profile of a user',
	description: 'Change nickname, picture and other fields of a user',
	documentation: 'https://trtc.io/document/34916',
	shape: 'single',
	path: 'profile/portrait_set',
	properties: [
		userIdProperty,
		...avatarControls,
		{
			displayName: 'Update Fields',
			name: 'profile',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: profileTags.map(({ property }) => property),
			description: 'The standard fields that change; the others stay as they are',
		},
		{
			displayName: 'Custom Fields',
			name: 'customFields',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			placeholder: 'Add Custom Field',
			default: {},
			options: [
				{
					displayName: 'Field',
					name: 'field',
					values: [
						{
							displayName: 'Key',
							name: 'key',
							type: 'string',
							default: '',
							placeholder: 'e.g. vip',
							description: 'Up to eight characters, as in the Chat console',
						},
						{
							displayName: 'Value',
							name: 'value',
							type: 'string',
							default: '',
							placeholder: 'e.g. gold',
							description: 'Up to 500 bytes; an empty value clears the field',
						},
					],
				},
			],
			description:
				"Your app's own profile fields, which have to be made in the Chat console at least five minutes before",
		},
	],
	options: [],
	request(fields) {
		const profile = fields.collection('profile', 'Update Fields');
		const standard = profileTags.flatMap(({ tag, property: { name, displayName }, read }) => {
			const picture = tag === pictureTag ? readAvatar(fields) : undefined;
			const value = picture ?? read(profile, name, displayName);
			return value === undefined ? [] : [{ Tag: tag, Value: value }];
		});
		const items: IDataObject[] = [...standard, ...readCustom(fields)];
		const From_Account = fields.id('userId', 'User ID');
		if (items.length === 0) {
			throw new InvalidParameter(
				"'Update Fields' is empty",
				'Add the fields that are to change, or custom fields.',
			);
		}
		return { From_Account, ProfileItem: items };
	},
	orderingKey: ({ From_Account }) => JSON.stringify([From_Account]),
	retry: { policy: 'idempotent' },
	rateLimit: { default: 100, max: 200 },
	interpret: (response, { From_Account, ProfileItem }) => ({
		done: true,
		output: {
			From_Account,
			...(Object.fromEntries(
				objectsIn(ProfileItem).map(({ Tag, Value }) => [String(Tag), Value]),
			) as IDataObject),
			...responseFields(response),
		},
	}),
};
