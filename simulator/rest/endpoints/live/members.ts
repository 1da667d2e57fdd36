import { tellRoomMembers } from '../../../callbacks/live';
import { isInteger } from '../../../json';
import { leaveSeat } from '../../../state/rooms';
import { accountExists } from '../../../state/world';
import { refuse, type Call, type Outcome } from '../../endpoint';
import { accountsIn, badParameter, liveEndpoint, response, roomOf, secondsOf } from './room';

const maxBannedAtOnce = 20;
const maxPage = 100;
const maxRobots = 3;
const maxAdminsAtOnce = 5;
const maxAdmins = 5;

/** Live > Mute Member (T-66969): seconds from now, which begin anew; 0 unmutes. */
function mute(call: Call): Outcome {
	const room = roomOf(call);
	if ('code' in room) return room;
	const members = accountsIn(call, 'MemberList_Account');
	if ('code' in members) return members;
	const { MuteTime } = call.body;
	if (!isInteger(MuteTime) || MuteTime < 0) return badParameter('MuteTime has to be an Integer');
	for (const member of members) {
		if (MuteTime === 0) room.muted.delete(member);
		else room.muted.set(member, secondsOf(call) + MuteTime);
	}
	return response();
}

/**
 * Live > Get Muted Member List (T-69894): all of them at once. Tencent's own client asks for pages, in
 * both of the ways that Live has.
 */
function getMuted(call: Call): Outcome {
	const room = roomOf(call);
	if ('code' in room) return room;
	const { mutedListPaging: paging } = call.behaviour;
	const muted = [...room.muted]
		.filter(([, until]) => until > secondsOf(call))
		.map(([Member_Account, MutedUntil]) => ({ Member_Account, MutedUntil }));
	if (paging === 'none') return response({ MutedAccountList: muted });
	const { Offset = 0, Limit = maxPage, Next = '' } = call.body;
	if (!isInteger(Limit) || Limit < 1 || Limit > maxPage) {
		return badParameter(`Limit has to be an Integer from 1 to ${maxPage}`);
	}
	const from = paging === 'offset' ? Offset : Number(Next);
	if (!isInteger(from) || from < 0) return badParameter('there is no such page');
	const end = from + Limit;
	const isLast = end >= muted.length;
	return response({
		MutedAccountList: muted.slice(from, end),
		...(paging === 'offset' && { NextOffset: isLast ? 0 : end }),
		...(paging === 'next' && { Next: isLast ? '' : String(end) }),
	});
}

/** Live > Ban Member (T-63407): they leave the room and their seat. */
function ban(call: Call): Outcome {
	const room = roomOf(call);
	if ('code' in room) return room;
	const members = accountsIn(call, 'MemberList_Account', maxBannedAtOnce);
	if ('code' in members) return members;
	const { Duration, Reason = '' } = call.body;
	if (!isInteger(Duration) || Duration < 0) return badParameter('Duration has to be an Integer');
	if (typeof Reason !== 'string') return badParameter('Reason has to be a String');
	const present = members.filter((member) => room.members.has(member));
	for (const member of members) {
		room.banned.set(member, { until: secondsOf(call) + Duration, reason: Reason });
		room.members.delete(member);
		leaveSeat(room, member);
	}
	tellRoomMembers(call, room, { type: 'Offline', cause: 'Kicked' }, present);
	return response();
}

/** Live > Unban Member (T-63410). */
function unban(call: Call): Outcome {
	const room = roomOf(call);
	if ('code' in room) return room;
	const members = accountsIn(call, 'MemberList_Account', maxBannedAtOnce);
	if ('code' in members) return members;
	for (const member of members) room.banned.delete(member);
	return response();
}

/** Live > Get Banned Member List (T-63424): NextOffset 0 is the end. */
function getBanned(call: Call): Outcome {
	const room = roomOf(call);
	if ('code' in room) return room;
	const { Offset = 0, Limit = maxPage } = call.body;
	if (!isInteger(Offset) || Offset < 0) return badParameter('Offset has to be an Integer');
	if (!isInteger(Limit) || Limit < 1 || Limit > maxPage) {
		return badParameter(`Limit has to be an Integer from 1 to ${maxPage}`);
	}
	const banned = [...room.banned].filter(([, { until }]) => until > secondsOf(call));
	const end = Offset + Limit;
	return response({
		BannedAccountList: banned.slice(Offset, end).map(([Member_Account, { until, reason }]) => ({
			Member_Account,
			BannedUntil: until,
			Reason: reason,
		})),
		NextOffset: end < banned.length ? end : 0,
	});
}

/** Live > Get Admin List (T-63425). */
function getAdmins(call: Call): Outcome {
	const room = roomOf(call);
	return 'code' in room ? room : response({ Admin_Account: [...room.admins] });
}

/** Live > Modify Admin (T-63427): at most five in a call, and five in the room (100020). */
function modifyAdmin(call: Call): Outcome {
	const room = roomOf(call);
	if ('code' in room) return room;
	const accounts = accountsIn(call, 'Admin_Account', maxAdminsAtOnce);
	if ('code' in accounts) return accounts;
	const { OpType } = call.body;
	if (OpType !== 'add' && OpType !== 'delete') return badParameter('OpType is add or delete');
	const others = room.admins.filter((admin) => !accounts.includes(admin));
	const after = OpType === 'add' ? [...others, ...accounts] : others;
	if (after.length > maxAdmins) return refuse(100020, 'the room has too many administrators');
	room.admins = after;
	return response();
}

/** Live > Add Robot (T-69079): at most three in a room, of accounts that exist. */
function addRobots(call: Call): Outcome {
	const room = roomOf(call);
	if ('code' in room) return room;
	const robots = accountsIn(call, 'RobotList_Account');
	if ('code' in robots) return robots;
	if (!robots.every((robot) => accountExists(call.state.world, robot))) {
		return badParameter('a robot has no account');
	}
	const after = new Set([...room.robots, ...robots]);
	if (after.size > maxRobots) return refuse(100002, 'a room holds at most three robots');
	room.robots = after;
	for (const robot of robots) room.members.add(robot);
	return response();
}

/** Live > Get Robot (T-69081). */
function getRobots(call: Call): Outcome {
	const room = roomOf(call);
	return 'code' in room ? room : response({ RobotList_Account: [...room.robots] });
}

/** Live > Delete Robot (T-69080). What it says of somebody who is no robot is not printed. */
function removeRobots(call: Call): Outcome {
	const room = roomOf(call);
	if ('code' in room) return room;
	const robots = accountsIn(call, 'RobotList_Account');
	if ('code' in robots) return robots;
	for (const robot of robots) {
		if (room.robots.delete(robot)) room.members.delete(robot);
	}
	return response();
}

const of = (command: string) => `live_engine_http_srv/${command}`;
const members = ['RoomId', 'MemberList_Account'];

export const memberEndpoints = [
	liveEndpoint(of('mute_member'), [...members, 'MuteTime'], mute),
	liveEndpoint(
		of('get_muted_member_list'),
		['RoomId', 'Offset', 'Limit', 'Next', 'Count'],
		getMuted,
	),
	liveEndpoint(of('ban_member'), [...members, 'Duration', 'Reason'], ban),
	liveEndpoint(of('unban_member'), members, unban),
	liveEndpoint(of('get_banned_member_list'), ['RoomId', 'Offset', 'Limit'], getBanned),
	liveEndpoint(of('get_admin_list'), ['RoomId'], getAdmins),
	liveEndpoint(of('add_robot'), ['RoomId', 'RobotList_Account'], addRobots, 100),
	liveEndpoint(of('modify_admin'), ['RoomId', 'Admin_Account', 'OpType'], modifyAdmin),
	liveEndpoint(of('del_robot'), ['RoomId', 'RobotList_Account'], removeRobots, 100),
	liveEndpoint(of('get_robot'), ['RoomId'], getRobots, 100),
];
