import { tellRoomCreated, tellRoomDestroyed } from '../../../callbacks/live';
import { isInteger, isObject, type Json, type JsonObject } from '../../../json';
import { buildRoom, type Room } from '../../../state/rooms';
import { accountExists } from '../../../state/world';
import { refuse, type Call, type Outcome, type Refusal } from '../../endpoint';
import { badParameter, isFilled, liveEndpoint, response, roomOf, secondsOf } from './room';

const text =
	(maxBytes: number) =>
	(value: Json): boolean =>
		typeof value === 'string' && Buffer.byteLength(value) <= maxBytes;
const flag = (value: Json): boolean => typeof value === 'boolean';
const positive = (value: Json): boolean => isInteger(value) && value > 0;
const oneOf =
	(...values: string[]) =>
	(value: Json): boolean =>
		typeof value === 'string' && values.includes(value);

/** Fields of RoomInfo that Live > Create Room and > Update Room Info both take. */
const shared: Record<string, (value: Json) => boolean> = {
	RoomName: text(100),
	CoverURL: text(200),
	IsMessageDisabled: flag,
	IsPublicVisible: flag,
	IsUnlimitedRoomEnabled: flag,
	// What Tencent's own live manager sends in both calls.
	KeepOwnerOnSeat: flag,
	MaxMemberCount: positive,
	ActivityStatus: isInteger,
	Category: (value) => Array.isArray(value) && value.every(isInteger),
	TakeSeatMode: oneOf('FreeToTake', 'ApplyToTake'),
};

/** How many seats each template has; the page names no number for the last two. */
const seats: Record<string, number> = {
	VideoDynamicGrid9Seats: 9,
	VideoDynamicFloat7Seats: 7,
	VideoFixedGrid9Seats: 9,
	VideoFixedFloat7Seats: 7,
	VideoLandscape4Seat: 4,
	AudioSalon: 10,
	Karaoke: 10,
};
const counted = ['AudioSalon', 'Karaoke'];
const maxSeats = 1_000;
const maxCategories = 3;
const maxPage = 20;
const directions = ['descend', 'ascend'];

const createCommand = {
	...shared,
	SeatTemplate: oneOf(...Object.keys(seats)),
	// No page names a largest number; a seat is a record here.
	MaxSeatCount: (value: Json) => positive(value) && Number(value) <= maxSeats,
};
const updateCommand = { ...shared, Notice: text(100) };

function readInfo(
	call: Call,
	checks: Record<string, (value: Json) => boolean>,
): { info: JsonObject; roomId: string } | Refusal {
	const { RoomInfo } = call.body;
	if (!isObject(RoomInfo)) return badParameter('RoomInfo has to be an Object');
	if (!isFilled(RoomInfo.RoomId)) return badParameter('RoomId has to be a String');
	for (const [name, isGood] of Object.entries(checks)) {
		const value = RoomInfo[name];
		if (value !== undefined && !isGood(value)) return badParameter(`${name} is not allowed`);
	}
	const { Category } = RoomInfo;
	if (Array.isArray(Category) && Category.length > maxCategories) {
		return refuse(100009, 'too many categories');
	}
	return { info: RoomInfo, roomId: RoomInfo.RoomId };
}

const settingsIn = (info: JsonObject, names: string[]): JsonObject =>
	Object.fromEntries(
		names.filter((name) => info[name] !== undefined).map((name) => [name, info[name]]),
	);

/** Live > Create Room (T-63401). */
function create(call: Call): Outcome {
	const { world } = call.state;
	const read = readInfo(call, createCommand);
	if ('code' in read) return read;
	const { info, roomId } = read;
	if (Buffer.byteLength(roomId) > 48) return badParameter('RoomId has more than 48 bytes');
	if (info.RoomType !== 'Live') return badParameter('RoomType has to be Live');
	if (!isFilled(info.SeatTemplate)) return badParameter('SeatTemplate is missing');
	const owner = info.Owner_Account ?? call.identifier;
	if (!isFilled(owner) || !accountExists(world, owner)) {
		return badParameter('Owner_Account does not exist');
	}
	const last = world.roomCreations.get(roomId);
	if (last !== undefined && call.now - last < 1000) {
		return refuse(100012, 'the same room was asked for within a second');
	}
	world.roomCreations.set(roomId, call.now);
	const known = world.rooms.get(roomId);
	if (known && !known.live) return refuse(100011, 'a group has this ID');
	if (known) {
		return known.owner === owner
			? refuse(100010, 'the room exists already')
			: refuse(100003, 'somebody else has a room with this ID');
	}
	const template = info.SeatTemplate;
	const chosen = counted.includes(template) ? info.MaxSeatCount : undefined;
	const room = buildRoom({
		roomId,
		live: true,
		owner,
		createTime: secondsOf(call),
		settings: settingsIn(info, Object.keys(createCommand)),
		seatCount: isInteger(chosen) ? chosen : (seats[template] ?? 0),
	});
	world.rooms.set(roomId, room);
	tellRoomCreated(call, infoOf(room));
	return response({ RoomId: roomId });
}

/** Live > Destroy Room (T-63406). */
function destroy(call: Call): Outcome {
	const room = roomOf(call);
	if ('code' in room) return room;
	call.state.world.rooms.delete(room.roomId);
	tellRoomDestroyed(call, room, infoOf(room));
	return response();
}

/** What the pages document as defaults: RoomId for the name, free seats, messages, visible. */
function infoOf(room: Room): JsonObject {
	return {
		RoomId: room.roomId,
		RoomType: 'Live',
		RoomName: room.roomId,
		Owner_Account: room.owner,
		SeatTemplate: 'VideoDynamicGrid9Seats',
		TakeSeatMode: 'FreeToTake',
		MaxSeatCount: room.seats.length,
		MaxMemberCount: 0,
		IsMessageDisabled: false,
		IsPublicVisible: true,
		IsUnlimitedRoomEnabled: true,
		CoverURL: '',
		Category: [],
		ActivityStatus: 0,
		Notice: '',
		ViewCount: room.viewCount,
		CreateTime: room.createTime,
		...room.settings,
	};
}

/** Live > Get Room Info (T-63404). */
function getInfo(call: Call): Outcome {
	const room = roomOf(call);
	return 'code' in room ? room : response({ RoomInfo: infoOf(room) });
}

/** Live > Update Room Info (T-63403). */
function update(call: Call): Outcome {
	const read = readInfo(call, updateCommand);
	if ('code' in read) return read;
	const { info, roomId } = read;
	const room = roomOf(call, roomId);
	if ('code' in room) return room;
	Object.assign(room.settings, settingsIn(info, Object.keys(updateCommand)));
	return response();
}

/** Live > Get Room List (T-63405): most views first, at most 20 a page, "" at both ends. */
function list(call: Call): Outcome {
	const { Next, Count, SortDirection } = call.body;
	if (typeof Next !== 'string') return badParameter('Next has to be a String');
	if (!isInteger(Count) || Count < 1 || Count > maxPage) {
		return badParameter(`Count has to be an Integer from 1 to ${maxPage}`);
	}
	// Only Tencent's own client has it.
	if (SortDirection !== undefined && !directions.some((one) => one === SortDirection)) {
		return badParameter('SortDirection is descend or ascend');
	}
	const sign = SortDirection === 'ascend' ? -1 : 1;
	// Tencent's own client begins with "0".
	const from = Next === '' ? 0 : Number(Next);
	if (!isInteger(from)) return badParameter('Next is none that was given out');
	const shown = [...call.state.world.rooms.values()]
		.filter((room) => room.live && room.settings.IsPublicVisible !== false)
		.sort((a, b) => sign * (b.viewCount - a.viewCount));
	const to = from + Count;
	return response({
		Next: to < shown.length ? String(to) : '',
		RoomList: shown.slice(from, to).map((room) => {
			const info = infoOf(room);
			return {
				RoomName: info.RoomName,
				RoomId: info.RoomId,
				Owner_Account: info.Owner_Account,
				CoverURL: info.CoverURL,
				Category: info.Category,
				CreateTime: info.CreateTime,
				ActivityStatus: info.ActivityStatus,
				ViewCount: info.ViewCount,
			};
		}),
	});
}

/** Live > Change Room Owner (T-72534). */
function changeOwner(call: Call): Outcome {
	const room = roomOf(call);
	if ('code' in room) return room;
	const { NewOwner_Account: owner } = call.body;
	if (!isFilled(owner) || !accountExists(call.state.world, owner)) {
		return badParameter('NewOwner_Account does not exist');
	}
	room.owner = owner;
	return response();
}

/** Live > Get Room Statistics (T-80421). Nobody likes a room in the simulator. */
function getStats(call: Call): Outcome {
	const room = roomOf(call);
	if ('code' in room) return room;
	return response({
		TotalViewers: room.viewCount,
		TotalGiftsSent: room.gifts.reduce((sum, { count }) => sum + count, 0),
		TotalGiftCoins: room.gifts.reduce((sum, { coins }) => sum + coins, 0),
		TotalUniqueGiftSenders: new Set(room.gifts.map(({ from }) => from)).size,
		TotalLikesReceived: 0,
		TotalMsgCount: room.messageCount,
	});
}

/**
 * Live > Resume MCU Task (T-72333): 100006 without unlimited room, 100424 where nothing is mixed yet.
 * In the simulator nobody mixes by hand, so that the layout is the automatic one already.
 */
function resumeLayout(call: Call): Outcome {
	const room = roomOf(call);
	if ('code' in room) return room;
	if (infoOf(room).IsUnlimitedRoomEnabled !== true) {
		return refuse(100006, 'the room is not unlimited');
	}
	if (room.seats.length === 0) return refuse(100006, 'the room has no seats');
	return response();
}

const of = (command: string) => `live_engine_http_srv/${command}`;

export const roomEndpoints = [
	liveEndpoint(of('create_room'), ['RoomInfo'], create),
	liveEndpoint(of('destroy_room'), ['RoomId'], destroy),
	liveEndpoint(of('get_room_info'), ['RoomId'], getInfo),
	liveEndpoint(of('update_room_info'), ['RoomInfo'], update),
	liveEndpoint(of('get_room_list'), ['Next', 'Count', 'SortDirection'], list, 10),
	liveEndpoint(of('change_room_owner'), ['RoomId', 'NewOwner_Account'], changeOwner),
	liveEndpoint(of('resume_mcu_task'), ['RoomId'], resumeLayout, 20),
	liveEndpoint(of('get_room_stats'), ['RoomId'], getStats, 100),
];
