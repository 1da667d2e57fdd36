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
	/** Who has read it; none where it was sent without a receipt. */
	readers?: Set<string>;
	/** What is attached to it; none where nothing can be. */
	extensions?: Map<string, { key: string; value: string; seq: number }>;
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

/** A part of a community with messages of its own. */
export interface Topic {
	topicId: string;
	name: string;
	faceUrl: string;
	notification: string;
	introduction: string;
	customString: string;
	muteAllMember: 'On' | 'Off';
	/** Unix seconds. */
	createTime: number;
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
	/** Whether it is a community that can have topics. */
	supportTopic: boolean;
	topics: Map<string, Topic>;
	attributes: Map<string, string>;
	counters: Map<string, number>;
	/** Unread messages that were carried over. */
	unread: Map<string, number>;
	/** Members do not see messages up to this one any more. */
	clearedUpTo: number;
	/** Live groups: until when somebody may not come in, in Unix seconds. */
	banned: Map<string, number>;
	/** Live groups: the marks of viewers. */
	marks: Map<string, Set<number>>;
	/** Live groups: who moderates. */
	admins: Set<string>;
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
	supportTopic?: boolean;
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
		supportTopic: seed.supportTopic ?? false,
		topics: new Map(),
		attributes: new Map(),
		counters: new Map(),
		unread: new Map(),
		clearedUpTo: 0,
		banned: new Map(),
		marks: new Map(),
		admins: new Set(),
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
