import type { MessageElement } from './conversations';

/** A message in a session, as Chat Desk > Query Chat Messages gives it back. */
export interface SessionMessage {
	from: string;
	/** FromAccountRole: 1 user, 2 agent, 3 system. */
	role: 1 | 2 | 3;
	elements: MessageElement[];
	/** Milliseconds since 1970. */
	time: number;
	/** Of a streaming message, by which its next chunk finds it. */
	key?: string;
	/** Custom data of a streaming message. */
	cloudCustomData?: string;
	/** When the last calls for a streaming message came, in milliseconds since 1970. */
	arrivals?: number[];
	/** The last chunk of a streaming message has come; absent for any other message. */
	finished?: boolean;
}

/** A Desk session between a customer service account and a user. */
export interface Session {
	sessionId: string;
	serviceAccount: string;
	userId: string;
	/** All but Ended are CurrentState values of Chat Desk > Querying User Session Status. */
	state: 'Chatbot' | 'Queueing' | 'Agent' | 'Ended';
	memberId?: string;
	/** Begun by v4/desk_http_svc/contact_user and not by the user. */
	contacted?: true;
	/** The agent group that was asked for. */
	groupId?: number;
	/** False for a session that cannot be handed to a human agent (141003). */
	transferable: boolean;
	/** Milliseconds since 1970. */
	startedAt: number;
	endedAt?: number;
	/** 1 to 5 stars. */
	rating?: number;
	messages: SessionMessage[];
}

type Defaulted = 'transferable' | 'startedAt' | 'messages';
export type SessionSeed = Omit<Session, Defaulted> & Partial<Pick<Session, Defaulted>>;

/** More than this is forgotten, oldest first, so that memory stays bounded. */
const maxMessages = 10_000;

const pairOf = (serviceAccount: string, userId: string) => JSON.stringify([serviceAccount, userId]);

/** The sessions of one app, found by ID or, while they are open, by their two sides. */
export class SessionBook {
	private readonly byId = new Map<string, Session>();
	private readonly openByPair = new Map<string, Session>();

	constructor(seeds: SessionSeed[]) {
		for (const seed of seeds) this.add(seed);
	}

	add(seed: SessionSeed): Session {
		const session: Session = {
			...seed,
			transferable: seed.transferable ?? true,
			startedAt: seed.startedAt ?? 0,
			messages: [...(seed.messages ?? [])],
		};
		this.byId.set(session.sessionId, session);
		if (session.state !== 'Ended') {
			this.openByPair.set(pairOf(session.serviceAccount, session.userId), session);
		}
		return session;
	}

	get(sessionId: string): Session | undefined {
		return this.byId.get(sessionId);
	}

	openBetween(serviceAccount: string, userId: string): Session | undefined {
		return this.openByPair.get(pairOf(serviceAccount, userId));
	}

	/** All sessions, in the order in which they began to be known. */
	list(): Session[] {
		return [...this.byId.values()];
	}

	write(session: Session, message: SessionMessage): void {
		session.messages.push(message);
		if (session.messages.length > maxMessages) session.messages.shift();
	}

	end(session: Session, now?: number): void {
		session.state = 'Ended';
		session.endedAt = now;
		this.openByPair.delete(pairOf(session.serviceAccount, session.userId));
	}
}
