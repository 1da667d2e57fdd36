import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { InvalidParameter } from '../../parameters/invalidParameter';
import { type Fields, withoutAbsent } from '../../parameters/fields';
import { withinBytes } from '../shared/bytes';

/**
 * Longest texts in bytes. The REST pages of 2023 say 30, 240, 300 and 100; the newer reference of
 * the client SDK allows these, so that nothing is refused that Tencent may take.
 */
const max = { name: 100, introduction: 400, notification: 400, faceUrl: 500 };

const joinChoices = ['FreeAccess', 'NeedPermission', 'DisableApply'] as const;
const inviteChoices = ['FreeAccess', 'NeedPermission', 'DisableInvite'] as const;

/** Documented for custom fields of a group. */
const maxCustomFields = 10;
const maxKey = 16;
const maxValue = 512;

/** What describes a group, when it is created and later. */
export const profileControls: INodeProperties[] = [
	{
		displayName: 'Avatar URL',
		name: 'faceUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://example.com/group.png',
		description: "Address of the group's picture; 100 bytes are safe with every plan",
	},
	{
		displayName: 'Custom Fields (JSON)',
		name: 'appDefinedData',
		type: 'json',
		default: '{}',
		description:
			'Values of custom fields by their keys, at most ten. The keys have to be defined in the Chat console first.',
	},
	{
		displayName: 'Introduction',
		name: 'introduction',
		type: 'string',
		default: '',
		placeholder: 'e.g. Questions about order 4711',
		description: 'What the group is about; 240 bytes are safe with every plan',
	},
	{
		displayName: 'Invitations',
		name: 'inviteJoinOption',
		type: 'options',
		options: [
			{
				name: 'Approval Needed',
				value: 'NeedPermission',
				description: 'The owner or an administrator decides',
			},
			{ name: 'Free', value: 'FreeAccess', description: 'Whoever is invited is a member at once' },
			{ name: 'Not Allowed', value: 'DisableInvite', description: 'Members cannot invite anybody' },
		],
		default: 'NeedPermission',
		description: 'What happens when a member invites somebody. Live groups have no such setting.',
	},
	{
		displayName: 'Join Requests',
		name: 'applyJoinOption',
		type: 'options',
		options: [
			{
				name: 'Approval Needed',
				value: 'NeedPermission',
				description: 'The owner or an administrator decides',
			},
			{ name: 'Free to Join', value: 'FreeAccess', description: 'Everybody may join' },
			{ name: 'Not Allowed', value: 'DisableApply', description: 'Nobody may ask to join' },
		],
		default: 'NeedPermission',
		description: 'What happens when somebody asks to join. Communities have no such setting.',
	},
	{
		displayName: 'Notice',
		name: 'notification',
		type: 'string',
		default: '',
		placeholder: 'e.g. We answer from 9 to 17',
		description: 'The announcement of the group; 300 bytes are safe with every plan',
	},
];

export const nameControl: INodeProperties = {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	default: '',
	placeholder: 'e.g. Order 4711',
	description: 'Name of the group; 30 bytes are safe with every plan',
};

export const readName = (name: string | undefined) => withinBytes(name, 'Name', max.name);

export const readJoinOption = (fields: Fields) =>
	fields.optionalChoice('applyJoinOption', 'Join Requests', joinChoices);

export const readInviteOption = (fields: Fields) =>
	fields.optionalChoice('inviteJoinOption', 'Invitations', inviteChoices);

/** Custom fields of a group, or of a member, as the API takes them. */
export function customFields(data: IDataObject | undefined): IDataObject[] | undefined {
	const label = 'Custom Fields (JSON)';
	const entries = Object.entries(data ?? {});
	if (entries.length > maxCustomFields) {
		throw new InvalidParameter(
			`'${label}' holds ${entries.length}, more than the ${maxCustomFields} of a group`,
			'Leave some out.',
		);
	}
	if (entries.length === 0) return undefined;
	return entries.map(([Key, value]) => ({
		Key: withinBytes(Key, label, maxKey),
		Value: withinBytes(
			typeof value === 'object' ? JSON.stringify(value) : String(value),
			label,
			maxValue,
		),
	}));
}

/**
 * The fields of the API for the controls of `profileControls`, "Join Requests" aside.
 *
 * @param picture address of a picture that the item brings
 */
export function readProfile(fields: Fields, picture?: string): IDataObject {
	const text = (name: 'introduction' | 'notification' | 'faceUrl', label: string) =>
		withinBytes(fields.optionalText(name, label), label, max[name]);
	return withoutAbsent({
		Introduction: text('introduction', 'Introduction'),
		Notification: text('notification', 'Notice'),
		FaceUrl: picture ?? text('faceUrl', 'Avatar URL'),
		AppDefinedData: customFields(
			fields.optionalJsonObject('appDefinedData', 'Custom Fields (JSON)'),
		),
	});
}
