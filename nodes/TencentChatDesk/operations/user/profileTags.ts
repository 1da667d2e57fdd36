import type { INodeProperties } from 'n8n-workflow';
import type { Fields } from '../../parameters/fields';
import { withinBytes } from '../shared/bytes';
import { maxUnsigned } from '../shared/limits';

/** One standard field of a profile: its tag, and how the panel shows it. */
interface ProfileTag {
	tag: string;
	property: INodeProperties;
	read(fields: Fields, name: string, label: string): string | number | undefined;
}

/** Error 40601. */
export const maxValue = 500;

const textTag = (
	tag: string,
	displayName: string,
	name: string,
	placeholder: string,
	description: string,
	max = maxValue,
): ProfileTag => ({
	tag,
	property: { displayName, name, type: 'string', default: '', placeholder, description },
	read: (fields, key, label) => withinBytes(fields.optionalText(key, label), label, max),
});

const numberTag = (
	tag: string,
	displayName: string,
	name: string,
	description: string,
	placeholder: string,
): ProfileTag => ({
	tag,
	property: {
		displayName,
		name,
		type: 'number',
		typeOptions: { minValue: 0, maxValue: maxUnsigned, numberPrecision: 0 },
		default: '',
		placeholder,
		description,
	},
	read: (fields, key, label) => fields.optionalInteger(key, label, { min: 0, max: maxUnsigned }),
});

function choiceTag(
	tag: string,
	displayName: string,
	name: string,
	description: string,
	otherwise: string,
	choices: Array<{ name: string; value: string }>,
): ProfileTag {
	const values = choices.map(({ value }) => value);
	return {
		tag,
		property: {
			displayName,
			name,
			type: 'options',
			options: choices,
			default: otherwise,
			description,
		},
		read: (fields, key, label) => fields.optionalChoice(key, label, values),
	};
}

/** The address of a user's picture. */
export const pictureTag = 'Tag_Profile_IM_Image';

/** Documentation: Chat > "User Profiles", standard fields; sorted as the panel shows them. */
export const profileTags: readonly ProfileTag[] = [
	textTag(
		pictureTag,
		'Avatar URL',
		'faceUrl',
		'e.g. https://example.com/mia.png',
		"Address of the user's picture: up to 500 bytes",
	),
	numberTag(
		'Tag_Profile_IM_BirthDay',
		'Birthday',
		'birthday',
		'Year, month and day as one number',
		'e.g. 20190419',
	),
	choiceTag(
		'Tag_Profile_IM_AllowType',
		'Friend Requests',
		'allowType',
		'What becomes of a request to be friends with the user',
		'AllowType_Type_NeedConfirm',
		[
			{ name: 'Accepted', value: 'AllowType_Type_AllowAny' },
			{ name: 'Refused', value: 'AllowType_Type_DenyAny' },
			{ name: 'User Decides', value: 'AllowType_Type_NeedConfirm' },
		],
	),
	choiceTag(
		'Tag_Profile_IM_Gender',
		'Gender',
		'gender',
		"The user's gender",
		'Gender_Type_Unknown',
		[
			{ name: 'Female', value: 'Gender_Type_Female' },
			{ name: 'Male', value: 'Gender_Type_Male' },
			{ name: 'Unknown', value: 'Gender_Type_Unknown' },
		],
	),
	numberTag(
		'Tag_Profile_IM_Language',
		'Language',
		'language',
		'The language, by a number whose meaning your app decides',
		'e.g. 1',
	),
	numberTag(
		'Tag_Profile_IM_Level',
		'Level',
		'level',
		'The rank of the user, by a number whose meaning your app decides',
		'e.g. 3',
	),
	textTag(
		'Tag_Profile_IM_Location',
		'Location',
		'location',
		'e.g. Berlin',
		'Where the user is, in a form that your app decides: up to 16 bytes',
		16,
	),
	numberTag(
		'Tag_Profile_IM_MsgSettings',
		'Message Settings',
		'msgSettings',
		'Flags of what the user wants to get, as one number',
		'e.g. 0',
	),
	textTag('Tag_Profile_IM_Nick', 'Nickname', 'nick', 'e.g. Mia', 'The name that others see'),
	numberTag(
		'Tag_Profile_IM_Role',
		'Role',
		'role',
		'The role of the user, by a number whose meaning your app decides',
		'e.g. 1',
	),
	choiceTag(
		'Tag_Profile_IM_AdminForbidType',
		'Send Friend Requests',
		'adminForbidType',
		'Whether the admin lets the user ask others to be friends',
		'AdminForbid_Type_None',
		[
			{ name: 'Allowed', value: 'AdminForbid_Type_None' },
			{ name: 'Forbidden', value: 'AdminForbid_Type_SendOut' },
		],
	),
	textTag(
		'Tag_Profile_IM_SelfSignature',
		'Signature',
		'selfSignature',
		'e.g. Away until Monday',
		'A line that the user shows to others: up to 500 bytes',
	),
];

/** Read unless others are chosen: the tags on the page of the command. Server SDKs know one more. */
export const documentedTags = profileTags
	.map(({ tag }) => tag)
	.filter((tag) => tag !== 'Tag_Profile_IM_MsgSettings');

/** What the tags of an app's own fields begin with. */
export const customTag = (key: string) =>
	key.startsWith('Tag_Profile_Custom_') ? key : `Tag_Profile_Custom_${key}`;
