/** A Desk session between a customer service account and a user. */
export interface Session {
	sessionId: string;
	serviceAccount: string;
	userId: string;
	/** Chatbot and Agent are CurrentState values of Chat Desk > Query Session State. */
	state: 'Chatbot' | 'Agent' | 'Ended';
	memberId?: string;
	/** False for a session that cannot be handed to a human agent (141003). */
	transferable: boolean;
}

export type SessionSeed = Omit<Session, 'transferable'> & { transferable?: boolean };

const pairOf = (serviceAccount: string, userId: string) => JSON.stringify([serviceAccount, userId]);

/** The sessions of one app, found by ID or, while they are open, by their two sides. */
export class SessionBook {
	private readonly byId = new Map<string, Session>();
	private readonly openByPair = new Map<string, Session>();

	constructor(seeds: SessionSeed[]) {
		for (const seed of seeds) this.add(seed);
	}

	add(seed: SessionSeed): Session {
		const session: Session = { ...seed, transferable: seed.transferable ?? true };
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

	end(session: Session): void {
		session.state = 'Ended';
		this.openByPair.delete(pairOf(session.serviceAccount, session.userId));
	}
}
