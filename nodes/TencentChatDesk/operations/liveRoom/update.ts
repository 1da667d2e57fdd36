import { withoutAbsent } from '../../parameters/fields';
import { withinBytes } from '../shared/bytes';
import { liveRateLimit } from '../shared/live';
import { changed } from '../shared/liveResponses';
import { room, readRoom } from '../shared/resourceLocators';
import type { SingleOperation } from '../operation';
import { changesIn, readUpdateFields, updateFields } from '../shared/updateFields';
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

export const update: SingleOperation = {
	value: 'update',
	name: 'Update',
	action: 'Update a live room',
	description: 'Change the settings of a live room; what is left out stays as it is',
	documentation: 'https://trtc.io/document/63403',
	shape: 'single',
	path: 'live_engine_http_srv/update_room_info',
	properties: [
		room,
		updateFields(
			...roomInfoProperties,
			maxMemberCountProperty,
			{
				displayName: 'Notice',
				name: 'notice',
				type: 'string',
				default: '',
				placeholder: 'e.g. The draw is at eight',
				description: 'Text that the room shows to its audience, up to 100 bytes',
			},
			roomNameProperty,
		),
	],
	options: [],
	request(fields) {
		const wanted = readUpdateFields(fields);
		const changes = withoutAbsent({
			RoomName: readRoomName(wanted),
			MaxMemberCount: readMaxMemberCount(wanted),
			...readRoomInfo(wanted),
			Notice: withinBytes(wanted.optionalText('notice', 'Notice'), 'Notice', 100),
		});
		return { RoomInfo: { RoomId: readRoom(fields), ...changesIn(changes, fields) } };
	},
	orderingKey: inRoomOfInfo,
	retry: { policy: 'idempotent' },
	rateLimit: liveRateLimit,
	interpret: (response, body) => changed(response, { RoomId: roomIdOf(body) as string }),
};
