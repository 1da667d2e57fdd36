import type { Json, JsonObject } from '../../../json';
import type { Room } from '../../../state/rooms';
import {
	generalCodes,
	refuse,
	type Call,
	type Endpoint,
	type Outcome,
	type Refusal,
} from '../../endpoint';

/** Live > Overview: what is the same on every page of the Live APIs. */
export function liveEndpoint(
	path: string,
	fields: readonly string[],
	handle: (call: Call) => Outcome | Promise<Outcome>,
	callsPerSecond = 200,
): Endpoint {
	return {
		path,
		callsPerSecond,
		codes: { ...generalCodes, notAnObject: 100002 },
		fields,
		withRequestId: true,
		handle,
	};
}

/** The payload of a Live response stands under `Response`. */
export const response = (payload: JsonObject = {}): Outcome => ({
	response: { Response: payload },
});

export const badParameter = (info: string): Refusal => refuse(100002, info);

export function isFilled(value: Json | undefined): value is string {
	return typeof value === 'string' && value !== '';
}

export const secondsOf = ({ now }: Call): number => Math.floor(now / 1000);

/** The live room of a call: 100002 without an ID, 100004 unknown, 100006 not live. */
export function roomOf(call: Call, roomId: Json | undefined = call.body.RoomId): Room | Refusal {
	if (!isFilled(roomId)) return badParameter('RoomId has to be a String');
	const room = call.state.world.rooms.get(roomId);
	if (!room) return refuse(100004, 'the room does not exist');
	return room.live ? room : refuse(100006, 'the room is no live room');
}

/** A field with UserIDs, at least one and at most so many. */
export function accountsIn(call: Call, name: string, max = Infinity): string[] | Refusal {
	const { [name]: value } = call.body;
	if (!Array.isArray(value) || value.length === 0 || !value.every(isFilled)) {
		return badParameter(`${name} has to be an Array of String`);
	}
	return value.length > max ? badParameter(`${name} takes at most ${max}`) : value;
}
