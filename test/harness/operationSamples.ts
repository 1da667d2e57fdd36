import type { INodeParameters } from 'n8n-workflow';

import type { OperationSample } from './operationSample';
import { deskSamples } from './operationSamples/desk';
import { giftSamples } from './operationSamples/gifts';
import { chatSamples } from './operationSamples/chat';

const inRoom1 = (more: INodeParameters = {}): OperationSample => ({
	parameters: { roomId: 'room1', ...more },
});

/** In a year, as Unix seconds. */
const nextYear = () => Math.floor(Date.now() / 1000) + 31_536_000;

/** A sample for each operation of the catalogue, by resource and operation. */
export const operationSamples: Record<string, OperationSample> = {
	...deskSamples,

	...chatSamples,

	'liveRoom.sendText': inRoom1({ senderAccount: 'user1', text: 'Hello' }),
	'liveRoom.sendCustom': inRoom1({ senderAccount: 'user1', businessId: 'sale', data: 'go' }),
	'liveRoom.create': { parameters: { newRoomId: 'new-room' } },
	'liveRoom.get': inRoom1(),
	'liveRoom.getMany': { parameters: { limit: 1 } },
	'liveRoom.update': inRoom1({ updateFields: { roomName: 'Summer sale' } }),
	'liveRoom.delete': inRoom1(),
	'liveRoom.changeOwner': inRoom1({ newOwnerAccount: 'alice' }),
	'liveRoom.getStatistics': inRoom1(),
	'liveRoom.mute': inRoom1({ userIds: 'bob', muteTime: 60 }),
	'liveRoom.unmute': inRoom1({ userIds: 'bob' }),
	'liveRoom.getMuted': { parameters: { roomId: 'quiet-room' } },
	'liveRoom.ban': inRoom1({ userIds: 'bob', duration: 60 }),
	'liveRoom.unban': inRoom1({ userIds: 'bob' }),
	'liveRoom.getBanned': {
		...inRoom1(),
		before: ({ rooms }) =>
			rooms.get('room1')?.banned.set('bob', { until: nextYear(), reason: 'Spam' }),
	},
	'liveRoom.getAdmins': inRoom1(),
	'liveRoom.addAdmins': inRoom1({ userIds: 'alice' }),
	'liveRoom.removeAdmins': inRoom1({ userIds: 'erin' }),
	'liveRoom.getMetadata': {
		...inRoom1(),
		before: ({ rooms }) => rooms.get('room1')?.metadata.set('topic', 'Spring sale'),
	},
	'liveRoom.setMetadata': inRoom1({
		metadata: { entry: [{ key: 'topic', value: 'Spring sale' }] },
	}),
	'liveRoom.deleteMetadata': {
		...inRoom1({ keys: 'topic' }),
		before: ({ rooms }) => rooms.get('room1')?.metadata.set('topic', 'Spring sale'),
	},
	'liveRoom.addRobots': inRoom1({ userIds: 'alice' }),
	'liveRoom.getRobots': {
		...inRoom1(),
		before: ({ rooms }) => rooms.get('room1')?.robots.add('alice'),
	},

	'liveRoom.removeRobots': {
		...inRoom1({ userIds: 'alice' }),
		before: ({ rooms }) => rooms.get('room1')?.robots.add('alice'),
	},
	'liveRoom.restoreLayout': inRoom1(),

	'seat.getMany': inRoom1({ limit: 1 }),
	'seat.pickUser': inRoom1({ userId: 'alice', seatIndex: 2 }),
	'seat.moveUser': {
		...inRoom1({ userId: 'alice', seatIndex: 2 }),
		before: ({ rooms }) => Object.assign(rooms.get('room1')?.seats[0] ?? {}, { member: 'alice' }),
	},
	'seat.kickUser': {
		...inRoom1({ userId: 'alice', data: 'Time is up' }),
		before: ({ rooms }) => Object.assign(rooms.get('room1')?.seats[0] ?? {}, { member: 'alice' }),
	},
	'seat.lock': inRoom1({ seatIndex: 2 }),

	...giftSamples,
	'callback.takeAnswer': {
		parameters: { userId: 'alice', askedBy: 'administrator', text: 'Hello', writtenAt: '' },
	},
	'api.countKeys': { parameters: {} },
	'api.forgetKeys': { parameters: {} },

	'callback.answer': { parameters: { decision: 'reject', rejectText: 'Not here' } },
};
