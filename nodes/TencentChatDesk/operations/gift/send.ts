import { inRoom, liveRateLimit } from '../shared/live';
import { changed } from '../shared/liveResponses';
import { room, readRoom } from '../shared/resourceLocators';
import type { SingleOperation } from '../operation';
import { giftId, readGiftId } from './configuration';

export const send: SingleOperation = {
	value: 'send',
	name: 'Send',
	action: 'Send a gift',
	description:
		'Give a gift in a live room in the name of a user. A trigger that decides about gifts is asked before, so do not let its workflow send some.',
	documentation: 'https://trtc.io/document/72556',
	shape: 'single',
	path: 'live_engine_http_srv/send_gift',
	properties: [
		room,
		giftId,
		{
			displayName: 'From User ID',
			name: 'fromAccount',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. alice',
			description: 'User ID of the giver',
		},
		{
			displayName: 'Receivers',
			name: 'receivers',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. bob, carol',
			description:
				'User IDs of those who get it, such as the host: a list, or a text with commas between them',
		},
		{
			displayName: 'Count',
			name: 'count',
			type: 'number',
			typeOptions: { minValue: 1, numberPrecision: 0 },
			default: 1,
			required: true,
			placeholder: 'e.g. 1',
			description: 'How many of it',
		},
	],
	options: [],
	request: (fields) => ({
		RoomId: readRoom(fields),
		GiftId: readGiftId(fields),
		From_Account: fields.id('fromAccount', 'From User ID'),
		ReceiverList_Account: fields.ids('receivers', 'Receivers'),
		Count: fields.integer('count', 'Count', { min: 1 }),
	}),
	orderingKey: inRoom,
	// No field tells a copy from a second gift.
	retry: { policy: 'unsafe' },
	rateLimit: liveRateLimit,
	interpret: (response, { RoomId, GiftId, Count }) => changed(response, { RoomId, GiftId, Count }),
};
