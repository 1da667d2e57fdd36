import { BadInput } from '../../badInput';
import { withoutAbsent } from '../../fields';
import { changed, livePace, withinBytes } from '../live';
import { room } from '../locators';
import type { Operation } from '../operation';
import {
	inRoomOfInfo,
	readRoomInfo,
	readRoomName,
	roomIdOf,
	roomInfoProperties,
	roomNameProperty,
} from './roomInfo';

export const update: Operation = {
	value: 'update',
	name: 'Update',
	action: 'Update a live room',
	description: 'Change the settings of a live room; what is left out stays as it is',
	documentation: 'https://trtc.io/document/63403',
	path: 'live_engine_http_srv/update_room_info',
	properties: [
		room,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				...roomInfoProperties,
				{
					displayName: 'Max Member Count',
					name: 'maxMemberCount',
					type: 'number',
					typeOptions: { minValue: 1, numberPrecision: 0 },
					default: 100,
					description: 'The most people in the room at once',
				} as const,
				{
					displayName: 'Notice',
					name: 'notice',
					type: 'string',
					default: '',
					placeholder: 'e.g. The draw is at eight',
					description: 'Text that the room shows to its audience, up to 100 bytes',
				} as const,
				roomNameProperty,
			].sort((a, b) => a.displayName.localeCompare(b.displayName, 'en')),
		},
	],
	options: [],
	request(fields) {
		const wanted = fields.collection('updateFields', 'Update Fields');
		const changes = withoutAbsent({
			RoomName: readRoomName(wanted),
			MaxMemberCount: wanted.optionalInteger('maxMemberCount', 'Max Member Count', { min: 1 }),
			...readRoomInfo(wanted),
			Notice: withinBytes(wanted.optionalText('notice', 'Notice'), 'Notice', 100),
		});
		const more = fields
			.collection('options', 'Options')
			.optionalJsonObject('extraBody', 'Extra Body Fields (JSON)');
		if (Object.keys({ ...changes, ...more }).length === 0) {
			throw new BadInput(
				"'Update Fields' is empty, so there is nothing to change",
				'Add the fields that should get another value.',
			);
		}
		return { RoomInfo: { RoomId: fields.id('roomId', 'Room'), ...changes } };
	},
	conversation: inRoomOfInfo,
	repeat: { rule: 'idempotent' },
	pace: livePace,
	meaning: (answer, body) => changed(answer, { RoomId: roomIdOf(body) as string }),
};
