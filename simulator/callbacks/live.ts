import type { JsonObject } from '../json';
import type { Call } from '../rest/endpoint';
import type { Room } from '../state/rooms';

function tell(call: Call, command: string, body: JsonObject): void {
	// The Live pages write Mac where the Chat pages write macOS.
	const platform = call.platform === 'macOS' ? 'Mac' : call.platform;
	call.callbacks.tell(call.state, { command, platform, body });
}

/** Live > Webhook After Room Created (page 647/64422). */
export function tellRoomCreated(call: Call, RoomInfo: JsonObject): void {
	tell(call, 'Live.CallbackAfterCreateRoom', { Operator_Account: call.identifier, RoomInfo });
}

/** Live > Webhook After Room Destroyed (page 647/64423). */
export function tellRoomDestroyed(call: Call, room: Room, RoomInfo: JsonObject): void {
	tell(call, 'Live.CallbackAfterDestroyRoom', {
		Operator_Account: call.identifier,
		RoomId: room.roomId,
		EventType: 'DestroyByUser',
		EventTime: call.now,
		RoomInfo,
	});
}

/** Live > Webhook After Room Member Status Changed (page 647/64424). */
export function tellRoomMembers(
	call: Call,
	{ roomId }: Room,
	change: { type: 'Online'; cause: 'Enter' } | { type: 'Offline'; cause: 'Kicked' },
	accounts: string[],
): void {
	if (accounts.length === 0) return;
	tell(call, 'Live.CallbackAfterMemberStateChanged', {
		RoomId: roomId,
		EventType: change.type,
		EventCause: change.cause,
		MemberList: accounts.map((Member_Account) => ({ Member_Account })),
		EventTime: call.now,
	});
}
