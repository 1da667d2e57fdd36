import type { ScriptedFault } from '../faults';
import type { Core } from '../core';
import type { AppState } from '../state/app';
import type { Conversation, Entry } from '../state/conversations';
import type { Session } from '../state/sessions';

/** Somebody who takes part in a conversation. */
export interface Person {
	userId: string;
	/** What clients show instead of the UserID; empty when there is none. */
	name: string;
	role: 'user' | 'admin' | 'serviceAccount';
	/** Whether a client is connected; only users and admins have one. */
	online?: boolean;
}

/** A conversation as a line of the list. */
export interface Summary {
	id: string;
	kind: Conversation['kind'];
	sdkAppId: number;
	/** The group's or the room's name; empty for conversations of two people. */
	title: string;
	/** Both sides of a conversation of two; the first is the one whose client shows it. */
	people: Person[];
	/** How many entries there are. */
	total: number;
	last?: Pick<Entry, 'kind' | 'sender' | 'text' | 'time' | 'recalled'>;
}

/** An entry with a name that is unique in its conversation and stays. */
export type ShownEntry = Entry & {
	id: string;
	/** News for the client or the server, which no client draws. */
	signal?: true;
};

/** The conversation that is open in a client. */
export interface OpenConversation extends Summary {
	/** The newest session of a Desk conversation. */
	session?: Pick<Session, 'sessionId' | 'state' | 'memberId'>;
	/** Who may write in it as a customer, the most likely one first. */
	writers: Person[];
	/** Where in the display order `entries` begin: 0 for the first of all. */
	from: number;
	/** From there to the newest one, in display order. */
	entries: ShownEntry[];
}

/** What the inbox page needs to draw itself. */
export interface InboxView {
	/** Conversations in all, and those that the search finds. */
	total: number;
	found: number;
	/** The found ones, the one that was written to last first, as many as were asked for. */
	conversations: Summary[];
	open?: OpenConversation;
	/** The faults that the next calls will meet. */
	failNext: ScriptedFault[];
}

export interface InboxQuery {
	/** Most conversations in the list. */
	limit: number;
	/** Only conversations with this text in a name or UserID. */
	search: string;
	/** The conversation that is open. */
	open: string;
	/** Where its entries shall begin; negative numbers count from the newest one. */
	from: number;
}

/** More would make a page slow; those who want all read GET /api/conversations. */
const maxEntries = 1000;
const entriesAtFirst = 50;

/** More would not be picked from a list. */
const maxWriters = 200;

export function inboxView(core: Core, query: InboxQuery): InboxView {
	const all = core.conversations.newestFirst();
	const wanted = query.search.trim().toLowerCase();
	const found = wanted === '' ? all : all.filter((one) => namesOf(core, one).includes(wanted));
	const open = core.conversations.get(query.open);
	return {
		total: all.length,
		found: found.length,
		conversations: found.slice(0, query.limit).map((one) => summaryOf(core, one)),
		...(open && { open: openConversation(core, open, query.from) }),
		failNext: core.behaviour.failNext,
	};
}

function namesOf(core: Core, conversation: Conversation): string {
	const { people, title } = headOf(core, conversation);
	const names = people.flatMap(({ userId, name }) => [userId, name]);
	return [...conversation.participants, title, ...names].join('\n').toLowerCase();
}

function headOf(core: Core, conversation: Conversation): Pick<Summary, 'title' | 'people'> {
	const state = core.apps.get(conversation.sdkAppId);
	const { kind, participants } = conversation;
	if (!state) return { title: participants.join(', '), people: [] };
	const [first = ''] = participants;
	if (kind === 'group') {
		return { title: state.world.groups.get(first)?.name ?? first, people: [] };
	}
	if (kind === 'live') {
		const name = state.world.rooms.get(first)?.settings.RoomName;
		return { title: typeof name === 'string' ? name : first, people: [] };
	}
	const people = participants.map((userId) => personOf(state, userId));
	return { title: '', people: people.sort((a, b) => rank(a) - rank(b)) };
}

/** Customers look at the page, so theirs is the near side. */
const rank = ({ role }: Person) => ['user', 'admin', 'serviceAccount'].indexOf(role);

function personOf({ app, world }: AppState, userId: string): Person {
	if (world.serviceAccounts.has(userId)) {
		const name = world.office.profiles.get(userId)?.IMAgentNick;
		return { userId, name: typeof name === 'string' ? name : '', role: 'serviceAccount' };
	}
	const account = world.accounts.get(userId);
	return {
		userId,
		name: account?.nick ?? '',
		role: app.admins.includes(userId) ? 'admin' : 'user',
		online: account?.online ?? false,
	};
}

function summaryOf(core: Core, conversation: Conversation): Summary {
	const { id, kind, sdkAppId, entries } = conversation;
	const last = lastOf(entries);
	return {
		id,
		kind,
		sdkAppId,
		...headOf(core, conversation),
		total:
			entries.length +
			core.conversations.droppedIn(id).length +
			core.conversations.signalsIn(id).length,
		...(last && {
			last: {
				kind: last.kind,
				sender: last.sender,
				text: last.text.slice(0, 200),
				time: last.time,
				...(last.recalled && { recalled: last.recalled }),
			},
		}),
	};
}

/** The last one in display order, without sorting them all. */
function lastOf(entries: Entry[]): Entry | undefined {
	return entries.reduce<Entry | undefined>((last, entry) => {
		const isEarlier =
			last && (entry.time < last.time || (entry.time === last.time && entry.seq < last.seq));
		return isEarlier ? last : entry;
	}, undefined);
}

function openConversation(
	core: Core,
	conversation: Conversation,
	wantedFrom: number,
): OpenConversation {
	const state = core.apps.get(conversation.sdkAppId);
	const entries = shownEntries(core, conversation);
	const from = firstShown(entries.length, wantedFrom);
	const session = state && sessionOf(state, conversation);
	return {
		...summaryOf(core, conversation),
		...(session && {
			session: {
				sessionId: session.sessionId,
				state: session.state,
				...(session.memberId !== undefined && { memberId: session.memberId }),
			},
		}),
		writers: state ? writersOf(state, conversation) : [],
		total: entries.length,
		from,
		entries: entries.slice(from),
	};
}

/** What clients show, and among it what was dropped on the way to them and what only tells them. */
function shownEntries(core: Core, conversation: Conversation): ShownEntry[] {
	const shown = core.conversations
		.entriesOf(conversation)
		.map((entry) => ({ ...entry, id: `${entry.time} ${entry.seq} ${entry.key}` }));
	const dropped = core.conversations
		.droppedIn(conversation.id)
		.map((entry, place) => ({ ...entry, id: `dropped ${place} ${entry.time}` }));
	const signals = core.conversations.signalsIn(conversation.id).map((entry, place) => ({
		...entry,
		id: `signal ${place} ${entry.time} ${entry.key}`,
		signal: true as const,
	}));
	if (dropped.length === 0 && signals.length === 0) return shown;
	return [...shown, ...dropped, ...signals].sort((a, b) => a.time - b.time || a.seq - b.seq);
}

/** After a reset there may be fewer entries than the page has seen. */
function firstShown(total: number, wanted: number): number {
	const from = wanted < 0 ? total + wanted : wanted;
	const known = from < total ? from : total - entriesAtFirst;
	return Math.max(known, total - maxEntries, 0);
}

function sessionOf({ world }: AppState, conversation: Conversation): Session | undefined {
	if (conversation.kind !== 'desk') return undefined;
	const [serviceAccount = '', userId = ''] = conversation.participants;
	return (
		world.sessions.openBetween(serviceAccount, userId) ??
		world.sessions
			.list()
			.findLast((one) => one.serviceAccount === serviceAccount && one.userId === userId)
	);
}

function writersOf(state: AppState, { kind, participants }: Conversation): Person[] {
	const { groups, rooms, accounts } = state.world;
	const [place = ''] = participants;
	const members = {
		desk: () => participants,
		c2c: () => participants,
		group: () => groups.get(place)?.members.keys() ?? [],
		live: () => rooms.get(place)?.members ?? [],
	}[kind]();
	return [...members]
		.filter((userId) => accounts.has(userId))
		.slice(0, maxWriters)
		.map((userId) => personOf(state, userId))
		.sort((a, b) => rank(a) - rank(b));
}
