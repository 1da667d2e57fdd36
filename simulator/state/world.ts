import type { JsonObject } from '../json';
import { Relations } from './contacts';
import { ConversationLists } from './conversationLists';
import { Moderation } from './moderation';
import type { OfficialAccount } from './officialAccounts';
import { buildOffice, type Office, type OfficeSeed } from './office';
import type { Battle } from './battles';
import { emptyShop, type GiftShop } from './gifts';
import { buildKnowledge, type Knowledge, type KnowledgeSeed } from './knowledge';
import { buildRoom, type Room, type RoomSeed } from './rooms';
import { buildGroups, type Group, type GroupSeed } from './groups';
import { SessionBook, type SessionSeed } from './sessions';

/** A user account that was imported into the app. */
export interface Account {
	userId: string;
	nick: string;
	/** Whether a client of this user is connected; decides what online-only messages reach. */
	online: boolean;
	/** Values of the profile by tag, the nickname apart. */
	profile?: Record<string, string | number>;
}

export interface AccountSeed {
	userId: string;
	nick?: string;
	faceUrl?: string;
	online?: boolean;
}

/** Until when a user may not write, in Unix seconds: 0 for not muted, 4294967295 for ever. */
export interface Mute {
	direct: number;
	groups: number;
}

/** An agent of the desk; the e-mail address is the agent's ID. */
export interface Agent {
	memberId: string;
	state: 'online' | 'offline' | 'onBreak';
	/** How many sessions the agent takes at once; null is without limit. */
	receptionLimit: number | null;
	receptions: number;
	groupIds: number[];
	nickName?: string;
	roleIds?: number[];
	avatar?: string;
	/** Kept from signing in by a supervisor. */
	forcedOffline?: true;
}

/** A group of agents ("skill group") and the customer service accounts it may serve. */
export interface AgentGroup {
	groupId: number;
	name: string;
	serviceAccounts: 'all' | string[];
	/** Customers that an agent of the group serves at once, without a limit of the agent's own. */
	receptionLimit?: number;
}

/** What exists in an app before the first call. */
export interface WorldSeed {
	accounts: Array<string | AccountSeed>;
	serviceAccounts: string[];
	agents: Agent[];
	agentGroups: AgentGroup[];
	rooms: RoomSeed[];
	groups: GroupSeed[];
	sessions: SessionSeed[];
	/** Whether the desk's "contact user" feature is on. */
	contactUserEnabled: boolean;
	office: OfficeSeed;
	knowledge: KnowledgeSeed;
}

/** What exists in one app now. Tests may change it while the simulator runs. */
export interface World {
	accounts: Map<string, Account>;
	/** UserIDs of deleted accounts, which 70399 of Chat > Error Codes is about. */
	deletedAccounts: Set<string>;
	relations: Relations;
	conversationLists: ConversationLists;
	officialAccounts: Map<string, OfficialAccount>;
	moderation: Moderation;
	/** Users who were muted everywhere. */
	mutes: Map<string, Mute>;
	serviceAccounts: Set<string>;
	agents: Map<string, Agent>;
	agentGroups: Map<number, AgentGroup>;
	rooms: Map<string, Room>;
	/** When each room ID was last asked for, in milliseconds since 1970. */
	roomCreations: Map<string, number>;
	groups: Map<string, Group>;
	/** Messages of the archive, by the kind of chat and the hour. */
	archive: Map<string, JsonObject[]>;
	/** UserIDs of robots. */
	robots: Set<string>;
	/** What streaming messages of robots say so far, by their keys. */
	streams: Map<string, string>;
	/** Messages to all live groups. */
	broadcasts: string[];
	sessions: SessionBook;
	knowledge: Knowledge;
	/** Gifts of live rooms. */
	giftShop: GiftShop;
	battles: Map<string, Battle>;
	contactUserEnabled: boolean;
	office: Office;
}

export function importAccount(world: World, seed: AccountSeed): void {
	const known = world.accounts.get(seed.userId);
	world.accounts.set(seed.userId, {
		userId: seed.userId,
		nick: seed.nick ?? known?.nick ?? '',
		online: seed.online ?? known?.online ?? true,
		profile: {
			...known?.profile,
			...(seed.faceUrl !== undefined && { Tag_Profile_IM_Image: seed.faceUrl }),
		},
	});
}

export function accountExists(world: World, userId: string): boolean {
	return world.accounts.has(userId) || world.serviceAccounts.has(userId);
}

/** Builds a world that shares nothing with its seed; an app's admins are accounts too. */
export function buildWorld(seed: WorldSeed, admins: string[]): World {
	const world: World = {
		accounts: new Map(),
		deletedAccounts: new Set(),
		relations: new Relations(),
		conversationLists: new ConversationLists(),
		officialAccounts: new Map(),
		moderation: new Moderation(),
		mutes: new Map(),
		serviceAccounts: new Set(seed.serviceAccounts),
		agents: new Map(
			seed.agents.map((agent) => [agent.memberId, { ...agent, groupIds: [...agent.groupIds] }]),
		),
		agentGroups: new Map(seed.agentGroups.map((group) => [group.groupId, { ...group }])),
		rooms: new Map(seed.rooms.map((room) => [room.roomId, buildRoom(room)])),
		roomCreations: new Map(),
		archive: new Map(),
		robots: new Set(),
		streams: new Map(),
		broadcasts: [],
		groups: buildGroups(seed.groups, admins[0] ?? ''),
		sessions: new SessionBook(seed.sessions),
		knowledge: buildKnowledge(seed.knowledge),
		giftShop: emptyShop(),
		battles: new Map(),
		contactUserEnabled: seed.contactUserEnabled,
		office: buildOffice(seed.office),
	};
	for (const account of [...admins, ...seed.accounts]) {
		importAccount(world, typeof account === 'string' ? { userId: account } : account);
	}
	return world;
}
