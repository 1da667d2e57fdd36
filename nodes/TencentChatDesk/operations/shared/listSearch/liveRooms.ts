import type { ListSearch } from '../../../contract';
import { recordsOf, responseOf } from '../liveResponses';
import { named } from './paging';

/** Live rooms, those with the most viewers first (T-63405). */
export const liveRooms: ListSearch = {
	path: 'live_engine_http_srv/get_room_list',
	// The page allows 10 a second to all clients of the app together.
	perSecond: 5,
	body: (_filter, token) => ({ Next: token ?? '', Count: 20 }),
	choices: (response) =>
		recordsOf(response, 'RoomList').map(({ RoomId, RoomName }) => {
			const value = String(RoomId);
			return { name: named(RoomName, value), value };
		}),
	nextToken(response) {
		const { Next: next } = responseOf(response);
		return typeof next === 'string' && next !== '' ? next : undefined;
	},
};
