import { isInteger, isObject, isStringArray, type Json, type JsonObject } from '../../../json';
import type { Group, GroupMember } from '../../../state/groups';
import { generalCodes, refuse, type Call, type Endpoint, type Refusal } from '../../endpoint';

type Rules = Pick<Endpoint, 'callsPerSecond' | 'codes'>;

/** Every page of the group service prints 200 calls a second and 10004 for a bad parameter. */
export const groupRules: Rules = {
	callsPerSecond: 200,
	codes: { ...generalCodes, notAnObject: 10004 },
};

const maxResponseBytes = 1024 * 1024;

export const seconds = ({ now }: Call) => Math.floor(now / 1000);

/** The group that GroupId names: 10004 when it is no String, 10015 empty, 10010 unknown. */
export function findGroup(call: Call): Group | Refusal {
	const { GroupId } = call.body;
	if (typeof GroupId !== 'string') return refuse(10004, 'GroupId has to be a String');
	return groupNamed(call, GroupId);
}

export function groupNamed({ behaviour, state }: Call, groupId: string): Group | Refusal {
	if (groupId === '') return refuse(10015, 'invalid group id');
	return state.world.groups.get(groupId) ?? refuse(behaviour.groupGoneCode, 'group is not exist');
}

/** Like `findGroup`, for commands that do not support live groups. */
export function findOrdinaryGroup(call: Call, code = 10007): Group | Refusal {
	const group = findGroup(call);
	if ('code' in group || group.type !== 'AVChatRoom') return group;
	return refuse(code, 'this group type does not support the operation');
}

/** A list of 1 to `most` Strings. */
export function readAccounts(
	value: Json | undefined,
	name: string,
	max: number,
): string[] | Refusal {
	if (!isStringArray(value) || value.length === 0) {
		return refuse(10004, `${name} has to be an Array of String`);
	}
	return value.length > max ? refuse(10004, `${name} holds more than ${max}`) : value;
}

/** A list of Strings that may be left out. */
export function isListOrAbsent(value: Json | undefined): value is string[] | undefined {
	return value === undefined || isStringArray(value);
}

/** Limit and Offset, each an Integer that is not negative where it is given. */
export function isCountOrAbsent(value: Json | undefined): value is number | undefined {
	return value === undefined || (isInteger(value) && value >= 0);
}

/** 10018: a response may not be larger than 1 MB. */
export function withinResponse(response: JsonObject): { response: JsonObject } | Refusal {
	return Buffer.byteLength(JSON.stringify(response)) > maxResponseBytes
		? refuse(10018, 'the answer is larger than 1 MB')
		: { response };
}

/** {Key, Value} pairs; undefined when the value has another shape. */
export function readPairs(value: Json | undefined): Array<[string, string]> | undefined {
	if (value === undefined) return [];
	if (!Array.isArray(value)) return undefined;
	const pairs: Array<[string, string]> = [];
	for (const pair of value) {
		if (!isObject(pair) || typeof pair.Key !== 'string' || typeof pair.Value !== 'string') {
			return undefined;
		}
		pairs.push([pair.Key, pair.Value]);
	}
	return pairs;
}

/**
 * A member as get_group_info and get_group_member_info show it, cut to the named fields.
 *
 * @param custom keys of custom fields that were asked for
 */
export function memberObject(
	member: GroupMember,
	filter: string[] | undefined,
	custom?: string[],
): JsonObject {
	const all: JsonObject = {
		Role: member.role,
		JoinTime: member.joinTime,
		MsgSeq: 0,
		MsgFlag: 'AcceptAndNotify',
		LastSendMsgTime: member.lastSendMsgTime,
		MuteUntil: member.muteUntil,
		NameCard: member.nameCard,
	};
	const data = [...member.appMemberDefinedData].filter(([key]) => custom?.includes(key));
	return {
		Member_Account: member.userId,
		...picked(all, filter),
		...(data.length > 0 && {
			AppMemberDefinedData: data.map(([Key, Value]) => ({ Key, Value })),
		}),
	};
}

/** The group fields of Chat > Getting Group Profiles, cut to the named ones. */
export function groupObject(group: Group, filter: string[] | undefined): JsonObject {
	return picked(
		{
			Type: group.type,
			Name: group.name,
			Introduction: group.introduction,
			Notification: group.notification,
			FaceUrl: group.faceUrl,
			Owner_Account: group.owner,
			CreateTime: group.createTime,
			LastInfoTime: group.lastInfoTime,
			LastMsgTime: group.lastMsgTime,
			NextMsgSeq: group.lastSeq + 1,
			MemberNum: group.members.size,
			MaxMemberNum: group.maxMemberNum,
			ApplyJoinOption: group.applyJoinOption,
			// A field of the public Java SDK (2025-12); no page lists it.
			...(group.type !== 'AVChatRoom' && { InviteJoinOption: group.inviteJoinOption }),
			MuteAllMember: group.muteAllMember,
		},
		filter,
	);
}

function picked(object: JsonObject, filter: string[] | undefined): JsonObject {
	if (filter === undefined) return object;
	return Object.fromEntries(Object.entries(object).filter(([name]) => filter.includes(name)));
}
