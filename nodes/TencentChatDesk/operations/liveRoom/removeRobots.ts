import { inRoom, membersProperty, slowerLiveRateLimit } from '../shared/live';
import { changed } from '../shared/liveResponses';
import { room, readRoom } from '../shared/resourceLocators';
import type { SingleOperation } from '../operation';

export const removeRobots: SingleOperation = {
	value: 'removeRobots',
	name: 'Remove Robots',
	action: 'Remove robots from a live room',
	description:
		'Take robots out of a live room. Without them it may be closed by itself when nobody is left.',
	documentation: 'https://trtc.io/document/69080',
	shape: 'single',
	path: 'live_engine_http_srv/del_robot',
	properties: [room, { ...membersProperty, placeholder: 'e.g. robot1, robot2' }],
	options: [],
	request: (fields) => ({
		RoomId: readRoom(fields),
		RobotList_Account: fields.ids('userIds', 'User IDs'),
	}),
	orderingKey: inRoom,
	// The page does not say what a second call answers; a robot that is gone stays gone.
	retry: { policy: 'idempotent' },
	rateLimit: slowerLiveRateLimit,
	interpret: (response, { RoomId, RobotList_Account }) =>
		changed(response, { RoomId, RobotList_Account }),
};
