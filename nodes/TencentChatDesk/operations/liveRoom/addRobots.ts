import { inRoom, membersProperty, slowerLiveRateLimit } from '../shared/live';
import { changed } from '../shared/liveResponses';
import { room, readRoom } from '../shared/resourceLocators';
import type { SingleOperation } from '../operation';

export const addRobots: SingleOperation = {
	value: 'addRobots',
	name: 'Add Robots',
	action: 'Add robots to a live room',
	description:
		'Let accounts of your app take part in a live room as robots. A room with robots is not closed by itself.',
	documentation: 'https://trtc.io/document/69079',
	shape: 'single',
	path: 'live_engine_http_srv/add_robot',
	properties: [
		room,
		{
			...membersProperty,
			placeholder: 'e.g. robot1, robot2',
			description: `${membersProperty.description}. A room holds at most three robots; their accounts have to exist in your Chat app.`,
		},
	],
	options: [],
	request: (fields) => ({
		RoomId: readRoom(fields),
		RobotList_Account: fields.ids('userIds', 'User IDs', { max: 3 }),
	}),
	orderingKey: inRoom,
	retry: { policy: 'idempotent' },
	rateLimit: slowerLiveRateLimit,
	interpret: (response, { RoomId, RobotList_Account }) =>
		changed(response, { RoomId, RobotList_Account }),
};
