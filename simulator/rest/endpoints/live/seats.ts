import { isInteger, type Json } from '../../../json';
import { leaveSeat, type Room, type Seat } from '../../../state/rooms';
import { refuse, type Call, type Outcome, type Refusal } from '../../endpoint';
import { badParameter, isFilled, liveEndpoint, response, roomOf } from './room';

function seatAt(room: Room, index: Json | undefined): Seat | Refusal {
	const seat = isInteger(index) ? room.seats[index] : undefined;
	return seat ?? badParameter('there is no seat with this index');
}

/** Somebody who is in the room: 100005 otherwise. */
function memberOf(call: Call, room: Room): { member: string } | Refusal {
	const { Member_Account: member } = call.body;
	if (!isFilled(member)) return badParameter('Member_Account has to be a String');
	return room.members.has(member) ? { member } : refuse(100005, 'the user is not in the room');
}

const isSeated = (room: Room, userId: string) => room.seats.some(({ member }) => member === userId);

/** Live > Get Seat List (T-64427). */
function getSeats(call: Call): Outcome {
	const room = roomOf(call);
	if ('code' in room) return room;
	return response({
		SeatList: room.seats.map((seat, Index) => ({
			Index,
			Member_Account: seat.member ?? '',
			IsTakenDisabled: seat.isTakenDisabled,
			IsVideoDisabled: seat.isVideoDisabled,
			IsAudioDisabled: seat.isAudioDisabled,
		})),
	});
}

/** Live > Pick User on Seat (T-64428), with the codes of Tencent's own live manager. */
function pick(call: Call): Outcome {
	const room = roomOf(call);
	if ('code' in room) return room;
	const user = memberOf(call, room);
	if ('code' in user) return user;
	const seat = seatAt(room, call.body.Index);
	if ('code' in seat) return seat;
	if (isSeated(room, user.member)) return refuse(100210, 'the user has a seat already');
	if (room.seats.every(({ member }) => member !== undefined)) {
		return refuse(100205, 'all seats are taken');
	}
	if (seat.isTakenDisabled) return refuse(100200, 'the seat is locked');
	if (seat.member !== undefined) return refuse(100201, 'the seat is taken');
	seat.member = user.member;
	return response();
}

/** Live > Move User to Seat (T-72685): Policy 0 gives up, 1 kicks, 2 swaps. */
function move(call: Call): Outcome {
	const room = roomOf(call);
	if ('code' in room) return room;
	const user = memberOf(call, room);
	if ('code' in user) return user;
	const seat = seatAt(room, call.body.SeatIndex);
	if ('code' in seat) return seat;
	const { Policy } = call.body;
	if (Policy !== 0 && Policy !== 1 && Policy !== 2) return badParameter('Policy is 0, 1 or 2');
	const from = room.seats.find(({ member }) => member === user.member);
	if (!from) return refuse(100206, 'the user has no seat');
	if (from === seat) return response();
	if (seat.isTakenDisabled) return refuse(100200, 'the seat is locked');
	if (seat.member !== undefined && Policy === 0) return refuse(100201, 'the seat is taken');
	delete from.member;
	if (seat.member !== undefined && Policy === 2) from.member = seat.member;
	seat.member = user.member;
	return response();
}

/** Live > Kick User off Seat (T-64429). */
function kick(call: Call): Outcome {
	const room = roomOf(call);
	if ('code' in room) return room;
	const user = memberOf(call, room);
	if ('code' in user) return user;
	const { Data } = call.body;
	const mayLack = !call.behaviour.kickDataRequired;
	if (typeof Data !== 'string' && !(Data === undefined && mayLack)) {
		return badParameter('Data has to be a String');
	}
	if (!isSeated(room, user.member)) return refuse(100206, 'the user has no seat');
	leaveSeat(room, user.member);
	return response();
}

/** Live > Lock Seat (T-64430): removes the sitter first. */
function lock(call: Call): Outcome {
	const room = roomOf(call);
	if ('code' in room) return room;
	const seat = seatAt(room, call.body.Index);
	if ('code' in seat) return seat;
	const { ForbidTaken, ForbidVideo, ForbidAudio } = call.body;
	for (const flag of [ForbidTaken, ForbidVideo, ForbidAudio]) {
		if (flag !== undefined && typeof flag !== 'boolean') {
			return badParameter('ForbidTaken, ForbidVideo and ForbidAudio are Bool');
		}
	}
	delete seat.member;
	if (typeof ForbidTaken === 'boolean') seat.isTakenDisabled = ForbidTaken;
	if (typeof ForbidVideo === 'boolean') seat.isVideoDisabled = ForbidVideo;
	if (typeof ForbidAudio === 'boolean') seat.isAudioDisabled = ForbidAudio;
	return response();
}

const of = (command: string) => `room_engine_http_mic/${command}`;
const toSeat = ['RoomId', 'Member_Account'];

export const seatEndpoints = [
	liveEndpoint(of('get_seat_list'), ['RoomId'], getSeats),
	liveEndpoint(of('pick_user_on_seat'), [...toSeat, 'Index'], pick),
	liveEndpoint(of('move_user_to_seat'), [...toSeat, 'SeatIndex', 'Policy'], move),
	liveEndpoint(of('kick_user_off_seat'), [...toSeat, 'Data'], kick),
	liveEndpoint(
		of('lock_seat'),
		['RoomId', 'Index', 'ForbidTaken', 'ForbidVideo', 'ForbidAudio'],
		lock,
	),
];
