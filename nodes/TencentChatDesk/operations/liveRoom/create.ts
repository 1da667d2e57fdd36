import { withoutAbsent } from '../../parameters/fields';
import { withinBytes } from '../shared/bytes';
import { liveRateLimit } from '../shared/live';
import { changed } from '../shared/liveResponses';
import type { SingleOperation } from '../operation';
import {
	inRoomOfInfo,
	maxMemberCountProperty,
	readMaxMemberCount,
	readRoomInfo,
	readRoomName,
	roomIdOf,
	roomInfoProperties,
	roomNameProperty,
} from './roomInfo';

const seatTemplates = [
	'AudioSalon',
	'Karaoke',
	'VideoDynamicFloat7Seats',
	'VideoDynamicGrid9Seats',
	'VideoFixedFloat7Seats',
	'VideoFixedGrid9Seats',
	'VideoLandscape4Seat',
] as const;

/** Templates whose number of seats can be chosen. */
const countedTemplates: string[] = ['AudioSalon', 'Karaoke'];

export const create: SingleOperation = {
	value: 'create',
	name: 'Create',
	action: 'Create a live room',
	description: 'Open a live room that an audience can enter',
	documentation: 'https://trtc.io/document/63401',
	shape: 'single',
	path: 'live_engine_http_srv/create_room',
	properties: [
		{
			displayName: 'Room ID',
			name: 'newRoomId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. spring-sale-1',
			description:
				'ID of the new room, up to 48 bytes. Rooms and chat groups share their IDs, so no group may have it.',
		},
		roomNameProperty,
		{
			displayName: 'Seat Template',
			name: 'seatTemplate',
			type: 'options',
			options: [
				{ name: 'Audio Salon', value: 'AudioSalon' },
				{ name: 'Karaoke', value: 'Karaoke' },
				{ name: 'Video, Dynamic Float, 7 Seats', value: 'VideoDynamicFloat7Seats' },
				{ name: 'Video, Dynamic Grid, 9 Seats', value: 'VideoDynamicGrid9Seats' },
				{ name: 'Video, Fixed Float, 7 Seats', value: 'VideoFixedFloat7Seats' },
				{ name: 'Video, Fixed Grid, 9 Seats', value: 'VideoFixedGrid9Seats' },
				{ name: 'Video, Landscape, 4 Seats', value: 'VideoLandscape4Seat' },
			],
			default: 'VideoDynamicGrid9Seats',
			required: true,
			description: 'How the people on the seats are arranged, and how many seats there are',
		},
	],
	options: [
		...roomInfoProperties,
		maxMemberCountProperty,
		{
			displayName: 'Max Seat Count',
			name: 'maxSeatCount',
			type: 'number',
			typeOptions: { minValue: 1, numberPrecision: 0 },
			displayOptions: { show: { '/seatTemplate': countedTemplates } },
			default: '',
			placeholder: 'e.g. 8',
			description: 'Number of seats of an audio salon or a karaoke room',
		},
		{
			displayName: 'Owner User ID',
			name: 'ownerAccount',
			type: 'string',
			default: '',
			placeholder: 'e.g. alice',
			description:
				'User ID of the host. The account has to exist in your Chat app; the app admin when left out.',
		},
	],
	request(fields) {
		const options = fields.collection('options', 'Options');
		const template = fields.choice('seatTemplate', 'Seat Template', seatTemplates);
		return {
			RoomInfo: withoutAbsent({
				RoomId: withinBytes(fields.id('newRoomId', 'Room ID', { kind: 'place' }), 'Room ID', 48),
				RoomType: 'Live',
				RoomName: readRoomName(fields),
				Owner_Account: options.optionalId('ownerAccount', 'Owner User ID'),
				SeatTemplate: template,
				// The panel hides it for the other templates; a value may be left over in it.
				MaxSeatCount: countedTemplates.includes(template)
					? options.optionalInteger('maxSeatCount', 'Max Seat Count', { min: 1 })
					: undefined,
				MaxMemberCount: readMaxMemberCount(options),
				...readRoomInfo(options),
			}),
		};
	},
	orderingKey: inRoomOfInfo,
	// A repeat is refused, "exists with the same owner", and leaves the room as it is.
	retry: { policy: 'idempotent' },
	alreadyDoneCodes: [100010],
	rateLimit: liveRateLimit,
	interpret: (response, body) => changed(response, { RoomId: roomIdOf(body) as string }),
};
