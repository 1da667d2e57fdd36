import { SessionBook, type SessionSeed } from './sessions';

/** A user account that was imported into the app. */
export interface Account {
	userId: string;
	nick: string;
	/** Whether a client of this user is connected; decides what online-only messages reach. */
	online: boolean;
}

export interface AccountSeed {
	userId: string;
	nick?: string;
	online?: boolean;
}

/** An agent of the desk; the e-mail address is the agent's ID. */
export interface Agent {
	memberId: string;
	state: 'online' | 'offline' | 'onBreak';
	/** How many sessions the agent takes at once; null is without limit. */
	receptionLimit: number | null;
	receptions: number;
	groupIds: number[];
}

/** A group of agents ("skill group") and the customer service accounts it may serve. */
export interface AgentGroup {
	groupId: number;
	name: string;
	serviceAccounts: 'all' | string[];
}

/** A chat room; only rooms with `live` accept live messages. */
export interface Room {
	roomId: string;
	live: boolean;
	muted: Set<string>;
	lastSeq: number;
}

export interface RoomSeed {
	roomId: string;
	live: boolean;
	muted?: string[];
}

/** A question that the chatbot can answer: Chat Desk > Add Chatbot FAQ Library Question. */
export interface Question {
	categoryId: number | undefined;
	question: string;
	answer: string;
	richText: boolean;
	similarQuestions: string[];
	languageTag: string;
}

/** What exists in an app before the first call. */
export interface WorldSeed {
	accounts: Array<string | AccountSeed>;
	serviceAccounts: string[];
	agents: Agent[];
	agentGroups: AgentGroup[];
	rooms: RoomSeed[];
	sessions: SessionSeed[];
	/** Whether the desk's "contact user" feature is on. */
	contactUserEnabled: boolean;
}

/** What exists in one app now. Tests may change it while the simulator runs. */
export interface World {
	accounts: Map<string, Account>;
	serviceAccounts: Set<string>;
	agents: Map<string, Agent>;
	agentGroups: Map<number, AgentGroup>;
	rooms: Map<string, Room>;
	sessions: SessionBook;
	/** The chatbot's knowledge base. */
	questions: Question[];
	contactUserEnabled: boolean;
}

export function importAccount(world: World, seed: AccountSeed): void {
	const known = world.accounts.get(seed.userId);
	world.accounts.set(seed.userId, {
		userId: seed.userId,
		nick: seed.nick ?? known?.nick ?? '',
		online: seed.online ?? known?.online ?? true,
	});
}

export function accountExists(world: World, userId: string): boolean {
	return world.accounts.has(userId) || world.serviceAccounts.has(userId);
}

/** Builds a world that shares nothing with its seed; an app's admins are accounts too. */
export function buildWorld(seed: WorldSeed, admins: string[]): World {
	const world: World = {
		accounts: new Map(),
		serviceAccounts: new Set(seed.serviceAccounts),
		agents: new Map(
			seed.agents.map((agent) => [agent.memberId, { ...agent, groupIds: [...agent.groupIds] }]),
		),
		agentGroups: new Map(seed.agentGroups.map((group) => [group.groupId, { ...group }])),
		rooms: new Map(
			seed.rooms.map((room) => [
				room.roomId,
				{
					roomId: room.roomId,
					live: room.live,
					muted: new Set(room.muted ?? []),
					lastSeq: 0,
				},
			]),
		),
		sessions: new SessionBook(seed.sessions),
		questions: [],
		contactUserEnabled: seed.contactUserEnabled,
	};
	for (const account of [...admins, ...seed.accounts]) {
		importAccount(world, typeof account === 'string' ? { userId: account } : account);
	}
	return world;
}
