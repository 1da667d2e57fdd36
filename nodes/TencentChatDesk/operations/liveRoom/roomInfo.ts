import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Body } from '../../contract';
import { Fields } from '../../parameters/fields';
import { withinBytes } from '../shared/bytes';

const seatModes = ['FreeToTake', 'ApplyToTake'] as const;

/** The room has at most so many categories. */
const maxCategories = 3;

/** The control for the name that the audience reads. */
export const roomNameProperty: INodeProperties = {
	displayName: 'Room Name',
	name: 'roomName',
	type: 'string',
	default: '',
	placeholder: 'e.g. Spring sale, live from Shenzhen',
	description: 'Name that the audience reads, up to 100 bytes',
};

/** The control for how many people a room admits. */
export const maxMemberCountProperty: INodeProperties = {
	displayName: 'Max Members',
	name: 'maxMemberCount',
	type: 'number',
	typeOptions: { minValue: 1, numberPrecision: 0 },
	default: '',
	placeholder: 'e.g. 100',
	description: 'The most people in the room at once; as many as the plan allows when left out',
};

/**
 * Settings of a room that can be given when it is made and changed later. Documentation: Live >
 * "Create Room" (T-63401, CN269-117506) and "Update Room Info" (T-63403); for what their tables leave
 * out, what Tencent's own live manager sends.
 */
export const roomInfoProperties: INodeProperties[] = [
	{
		displayName: 'Activity Status',
		name: 'activityStatus',
		type: 'number',
		typeOptions: { numberPrecision: 0 },
		default: '',
		placeholder: 'e.g. 1',
		description: 'Your own number that says what the room is doing',
	},
	{
		displayName: 'Categories',
		name: 'category',
		type: 'string',
		default: '',
		placeholder: 'e.g. 1, 5',
		description: 'Up to three numbers of yours for sorting the rooms, with commas between them',
	},
	{
		displayName: 'Cover URL',
		name: 'coverUrl',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://example.com/cover.png',
		description: "Address of the room's cover picture, up to 200 bytes",
	},
	{
		displayName: 'Keep Owner on Seat',
		name: 'keepOwnerOnSeat',
		type: 'boolean',
		default: true,
		description: "Whether the owner's seat stays the owner's; off for rooms that stream from OBS",
	},
	{
		displayName: 'Messages Disabled',
		name: 'isMessageDisabled',
		type: 'boolean',
		default: false,
		description: 'Whether the audience may not write messages',
	},
	{
		displayName: 'Publicly Visible',
		name: 'isPublicVisible',
		type: 'boolean',
		default: true,
		description: 'Whether the room appears in the list of rooms',
	},
	{
		displayName: 'Seat Mode',
		name: 'takeSeatMode',
		type: 'options',
		options: [
			{
				name: 'Apply to Take',
				value: 'ApplyToTake',
				description: 'The host lets people onto the seats',
			},
			{
				name: 'Free to Take',
				value: 'FreeToTake',
				description: 'Everyone may take a free seat',
			},
		],
		default: 'FreeToTake',
		description: 'How the audience gets onto the seats',
	},
	{
		displayName: 'Unlimited Room',
		name: 'isUnlimitedRoomEnabled',
		type: 'boolean',
		default: true,
		description:
			"Whether it is one of Live's unlimited rooms: mixing the streams of a room and streaming from OBS need it, and some clients too",
	},
];

function categories(fields: Fields): number[] | undefined {
	return fields
		.optionalIds('category', 'Categories', { max: maxCategories })
		?.map((text) => new Fields(() => text).integer('category', 'Categories'));
}

/** The part of `RoomInfo` that {@link roomInfoProperties} describe. */
export function readRoomInfo(fields: Fields): IDataObject {
	return {
		CoverURL: withinBytes(fields.optionalText('coverUrl', 'Cover URL'), 'Cover URL', 200),
		Category: categories(fields),
		ActivityStatus: fields.optionalInteger('activityStatus', 'Activity Status'),
		IsMessageDisabled: fields.optionalBoolean('isMessageDisabled', 'Messages Disabled'),
		IsUnlimitedRoomEnabled: fields.optionalBoolean('isUnlimitedRoomEnabled', 'Unlimited Room'),
		KeepOwnerOnSeat: fields.optionalBoolean('keepOwnerOnSeat', 'Keep Owner on Seat'),
		IsPublicVisible: fields.optionalBoolean('isPublicVisible', 'Publicly Visible'),
		TakeSeatMode: fields.optionalChoice('takeSeatMode', 'Seat Mode', seatModes),
	};
}

export const readMaxMemberCount = (fields: Fields): number | undefined =>
	fields.optionalInteger('maxMemberCount', 'Max Members', { min: 1 });

export function readRoomName(fields: Fields): string | undefined {
	return withinBytes(fields.optionalText('roomName', 'Room Name'), 'Room Name', 100);
}

/** The room that a body with `RoomInfo` is about. */
export function roomIdOf({ RoomInfo }: Body): unknown {
	return (RoomInfo as IDataObject | undefined)?.RoomId;
}

/** The order key of a body with `RoomInfo`: the same as that of other calls for the room. */
export const inRoomOfInfo = (body: Body): string => JSON.stringify([roomIdOf(body)]);
