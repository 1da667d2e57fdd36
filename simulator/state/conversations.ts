import type { JsonObject } from '../json';
import type { DirectFacts } from './directFacts';

/** One element of a message, as in Chat > Message Formats. */
export interface MessageElement {
	MsgType: string;
	MsgContent: JsonObject;
}

/** Something that a client shows in a conversation. */
export interface Entry {
	kind: 'message' | 'system';
	sender: string;
	elements: MessageElement[];
	/** The message in plain words, for lists and assertions. */
	text: string;
	/** Unix seconds, the unit in which messages are ordered. */
	time: number;
	/** MsgSeq; for a desk, which has none, the number of arrival. */
	seq: number;
	/** MsgKey or another unique name of the message inside its conversation. */
	key: string;
	random?: number;
	cloudCustomData?: string;
	/** Sent with MsgLifeTime 0: never stored, so only a connected client has it. */
	onlineOnly: boolean;
	/**
	 * `delivered` to a connected client, or `stored` until the recipient comes back. A message that
	 * was accepted and then `dropped` is in no client, hence in no list of entries.
	 */
	state: 'delivered' | 'stored' | 'dropped';
	/** Taken back: clients no longer show it. */
	recalled?: true;
	/** One-to-one messages only. */
	direct?: DirectFacts;
}

/** What the clients of its participants show, in the order in which they show it. */
export interface Conversation {
	id: string;
	kind: 'desk' | 'c2c' | 'live' | 'group';
	sdkAppId: number;
	/** desk: service account, user. c2c: both users in alphabetical order. live: the room. group: the group. */
	participants: string[];
	entries: Entry[];
}

export type ConversationAddress = Pick<Conversation, 'kind' | 'sdkAppId' | 'participants'>;

/** So many dropped messages, and so many signals, of a conversation are remembered. */
const maxDropped = 500;

/** More than this is forgotten, oldest conversation first, so that memory stays bounded. */
const maxEntries = 200_000;

function conversationId({ kind, sdkAppId, participants }: ConversationAddress): string {
	return JSON.stringify([kind, sdkAppId, ...participants]);
}

/**
 * All conversations. Chat clients order by time in seconds and then by MsgSeq
 * (Chat > Sending a One-to-One Message, MsgSeq), so arrival order alone proves nothing.
 */
export class Conversations {
	private readonly byId = new Map<string, Conversation>();
	/** The same by the last arrival: the one that was written to last is at the end. */
	private readonly byArrival = new Map<string, Conversation>();
	private readonly dropped = new Map<string, Entry[]>();
	private readonly signals = new Map<string, Entry[]>();
	private entryCount = 0;
	private arrivals = 0;

	/** Adds an entry; without a `seq` of its own it takes the number of its arrival. */
	add(address: ConversationAddress, entry: Omit<Entry, 'seq'> & { seq?: number }): void {
		const id = conversationId(address);
		if (entry.state === 'dropped') {
			const dropped = this.droppedIn(id);
			dropped.push({ ...entry, seq: entry.seq ?? this.arrivals });
			this.dropped.set(id, dropped.slice(-maxDropped));
			return;
		}
		let conversation = this.byId.get(id);
		if (!conversation) {
			conversation = { id, ...address, entries: [] };
			this.byId.set(id, conversation);
		}
		this.byArrival.delete(id);
		this.byArrival.set(id, conversation);
		this.arrivals += 1;
		conversation.entries.push({ ...entry, seq: entry.seq ?? this.arrivals });
		this.entryCount += 1;
		while (this.entryCount > maxEntries) this.forgetSome();
	}

	/** The newest messages of a conversation that nobody received, oldest first. */
	droppedIn(id: string): Entry[] {
		return this.dropped.get(id) ?? [];
	}

	/** Notes a signal, which reaches a client and is not shown: it is in no list of entries. */
	addSignal(address: ConversationAddress, entry: Omit<Entry, 'seq'>): void {
		const id = conversationId(address);
		const known = [...this.signalsIn(id), { ...entry, seq: this.arrivals }];
		this.signals.set(id, known.slice(-maxDropped));
	}

	/** The newest signals of a conversation, oldest first. */
	signalsIn(id: string): Entry[] {
		return this.signals.get(id) ?? [];
	}

	/** The one that was written to last comes first; themselves, with entries as they arrived. */
	newestFirst(): Conversation[] {
		return [...this.byArrival.values()].reverse();
	}

	/** The entries of one conversation in display order: themselves, so that they can be changed. */
	entriesOf(address: ConversationAddress): Entry[] {
		const entries = this.byId.get(conversationId(address))?.entries ?? [];
		return [...entries].sort((a, b) => a.time - b.time || a.seq - b.seq);
	}

	/** The conversation with this ID itself. */
	get(id: string): Conversation | undefined {
		return this.byId.get(id);
	}

	/** The conversations themselves, their entries in the order of arrival. */
	all(): Iterable<Conversation> {
		return this.byId.values();
	}

	/** Marks what was stored for a user as delivered. */
	deliverTo(sdkAppId: number, userId: string): void {
		for (const conversation of this.byId.values()) {
			if (conversation.sdkAppId !== sdkAppId) continue;
			if (!conversation.participants.includes(userId)) continue;
			for (const entry of conversation.entries) {
				if (entry.sender !== userId) entry.state = 'delivered';
			}
		}
	}

	/** A snapshot in display order: conversations by creation, entries by time and MsgSeq. */
	list(): Conversation[] {
		return [...this.byId.values()].map((conversation) => ({
			...conversation,
			entries: [...conversation.entries].sort((a, b) => a.time - b.time || a.seq - b.seq),
		}));
	}

	clear(): void {
		this.byId.clear();
		this.byArrival.clear();
		this.dropped.clear();
		this.signals.clear();
		this.entryCount = 0;
	}

	private forgetSome(): void {
		const [oldest] = this.byId.values();
		if (!oldest) return;
		const half = Math.ceil(oldest.entries.length / 2);
		oldest.entries.splice(0, half);
		this.entryCount -= half;
		if (oldest.entries.length > 0) return;
		this.byId.delete(oldest.id);
		this.byArrival.delete(oldest.id);
		this.dropped.delete(oldest.id);
		this.signals.delete(oldest.id);
	}
}
