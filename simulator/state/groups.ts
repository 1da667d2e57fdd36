import type { MessageElement } from './conversations';

/** Chat > Group System: the names of the types on the REST pages. */
export const groupTypes = ['Public', 'Private', 'ChatRoom', 'AVChatRoom', 'Community'] as const;
export type GroupType = (typeof groupTypes)[number];

export type GroupRole = 'Owner' | 'Admin' | 'Member';

export interface GroupMember {
	userId: string;
	role: GroupRole;
	/** Unix seconds. */
	joinTime: number;
	/** Unix seconds; 0 for somebody who is not muted. */
	muteUntil: number;
	lastSendMsgTime: number;
	nameCard: string;
	appMemberDefinedData: Map<string, string>;
}

export interface GroupMessage {
	sender: string;
	seq: number;
	random: number;
	/** Unix seconds. */
	time: number;
	elements: MessageElement[];
	priority: number;
	cloudCustomData?: string;
	/** 0 is there, 1 is past its storage time, 2 was recalled. */
	place: 0 | 1 | 2;
	system: boolean;
}

/** What create_group and modify_group_base_info may set. */
export interface GroupProfile {
	name: string;
	introduction: string;
	notification: string;
	faceUrl: string;
	maxMemberNum: number;
	applyJoinOption: string;
	inviteJoinOption: string;
	historyMsgBeforeJoin: 'On' | 'Off';
	muteAllMember: 'On' | 'Off';
	appDefinedData: Map<string, string>;
}

export interface Group extends GroupProfile {
	groupId: string;
	type: GroupType;
	owner: string;
	/** Who called create_group: one reading of 10021 and 10025. */
	creator: string;
	createTime: number;
	lastInfoTime: number;
	lastMsgTime: number;
	lastSeq: number;
	members: Map<string, GroupMember>;
	messages: GroupMessage[];
	/** What send_group_system_notification brought, newest last. */
	notifications: Array<{ content: string; to: string[] }>;
	/** When it received messages, within the last second. */
	arrivals: number[];
}

export interface GroupSeed {
	groupId: string;
	type?: GroupType;
	name?: string;
	owner?: string;
	members?: string[];
	maxMemberNum?: number;
}

/** @param more what create_group may say of a member */
export function addMember(
	group: Group,
	userId: string,
	role: GroupRole,
	joinTime: number,
	more: Partial<Pick<GroupMember, 'nameCard' | 'appMemberDefinedData'>> = {},
): void {
	group.members.set(userId, {
		userId,
		role,
		joinTime,
		muteUntil: 0,
		lastSendMsgTime: 0,
		nameCard: '',
		appMemberDefinedData: new Map(),
		...more,
	});
}

/** A group without messages; its owner is a member. */
export function buildGroup(seed: GroupSeed, creator: string, time: number): Group {
	const group: Group = {
		groupId: seed.groupId,
		type: seed.type ?? 'Public',
		name: seed.name ?? seed.groupId,
		introduction: '',
		notification: '',
		faceUrl: '',
		maxMemberNum: seed.maxMemberNum ?? 2000,
		applyJoinOption: 'NeedPermission',
		inviteJoinOption: 'FreeAccess',
		historyMsgBeforeJoin: 'Off',
		muteAllMember: 'Off',
		appDefinedData: new Map(),
		owner: seed.owner ?? '',
		creator,
		createTime: time,
		lastInfoTime: time,
		lastMsgTime: 0,
		lastSeq: 0,
		members: new Map(),
		messages: [],
		notifications: [],
		arrivals: [],
	};
	if (group.owner !== '') addMember(group, group.owner, 'Owner', time);
	for (const userId of seed.members ?? []) addMember(group, userId, 'Member', time);
	return group;
}

/** The groups of an app before the first call, created at the beginning of 2025. */
export function buildGroups(seeds: GroupSeed[], creator: string): Map<string, Group> {
	const created = Date.UTC(2025, 0, 1) / 1000;
	return new Map(seeds.map((seed) => [seed.groupId, buildGroup(seed, creator, created)]));
}
