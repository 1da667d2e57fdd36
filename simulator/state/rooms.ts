import type { JsonObject } from '../json';
import type { GivenGift } from './gifts';

/** A place in a live room for somebody who is seen and heard. */
export interface Seat {
	/** UserID of who sits there. */
	member?: string;
	isTakenDisabled: boolean;
	isVideoDisabled: boolean;
	isAudioDisabled: boolean;
}

/** Somebody who may not enter a room. */
export interface Ban {
	/** Unix seconds. */
	until: number;
	reason: string;
}

/** A chat room; only rooms with `live` accept live messages. */
export interface Room {
	roomId: string;
	live: boolean;
	owner: string;
	/** Unix seconds. */
	createTime: number;
	/** The fields of RoomInfo that a caller may set, in the API's spelling. */
	settings: JsonObject;
	seats: Seat[];
	/** Who is in the room; clients enter and leave, no REST API does that. */
	members: Set<string>;
	admins: string[];
	robots: Set<string>;
	/** Until when (Unix seconds) somebody may not write. */
	muted: Map<string, number>;
	banned: Map<string, Ban>;
	metadata: Map<string, string>;
	viewCount: number;
	/** Messages that were seen. */
	messageCount: number;
	lastSeq: number;
	gifts: GivenGift[];
}

export interface RoomSeed {
	roomId: string;
	live: boolean;
	owner?: string;
	createTime?: number;
	settings?: JsonObject;
	seatCount?: number;
	members?: string[];
	admins?: string[];
	/** For as long as the simulator runs. */
	muted?: string[];
	viewCount?: number;
}

/** The last second that 32 bits can count. */
const forever = 0xffff_ffff;

/** Builds a room that shares nothing with its seed. */
export function buildRoom(seed: RoomSeed): Room {
	const owner = seed.owner ?? 'administrator';
	return {
		roomId: seed.roomId,
		live: seed.live,
		owner,
		createTime: seed.createTime ?? 0,
		settings: structuredClone(seed.settings ?? {}),
		seats: Array.from({ length: seed.seatCount ?? 9 }, () => ({
			isTakenDisabled: false,
			isVideoDisabled: false,
			isAudioDisabled: false,
		})),
		members: new Set([owner, ...(seed.members ?? [])]),
		admins: [...(seed.admins ?? [])],
		robots: new Set(),
		muted: new Map((seed.muted ?? []).map((userId) => [userId, forever])),
		banned: new Map(),
		metadata: new Map(),
		viewCount: seed.viewCount ?? 0,
		messageCount: 0,
		lastSeq: 0,
		gifts: [],
	};
}

/** Whether somebody may not write at that time (Unix seconds). */
export function isMuted(room: Room, userId: string, now: number): boolean {
	return (room.muted.get(userId) ?? 0) > now;
}

/** Takes somebody off the seat, if there is one. */
export function leaveSeat(room: Room, userId: string): void {
	for (const seat of room.seats) if (seat.member === userId) delete seat.member;
}
