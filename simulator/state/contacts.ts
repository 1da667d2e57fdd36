import type { Json } from '../json';

/** One friend of a user. */
export interface Friend {
	/** Values by tag. */
	tags: Map<string, Json>;
}

/** What users are to each other. Each map is by the owner's UserID first. */
export class Relations {
	private readonly friends = new Map<string, Map<string, Friend>>();
	private readonly lists = new Map<string, Set<string>>();
	private readonly blocked = new Map<string, Map<string, number>>();
	private readonly followed = new Map<string, Map<string, number>>();
	private readonly sequences = new Map<string, number>();

	friendsOf(owner: string): Map<string, Friend> {
		return mapOf(this.friends, owner);
	}

	/** Names of friend lists; who is in one stands in the friends' tags. */
	listsOf(owner: string): Set<string> {
		let names = this.lists.get(owner);
		if (!names) this.lists.set(owner, (names = new Set()));
		return names;
	}

	/** Whom somebody blocks, and since when in Unix seconds. */
	blockedBy(owner: string): Map<string, number> {
		return mapOf(this.blocked, owner);
	}

	/** Whom somebody follows, and since when in Unix seconds. */
	followedBy(owner: string): Map<string, number> {
		return mapOf(this.followed, owner);
	}

	/** Everybody who follows somebody, and since when. */
	followersOf(user: string): Map<string, number> {
		return new Map(
			[...this.followed].flatMap(([owner, users]) => {
				const time = users.get(user);
				return time === undefined ? [] : [[owner, time] as const];
			}),
		);
	}

	/** Counts the changes of an owner's lists. */
	nextSequence(owner: string): number {
		const next = (this.sequences.get(owner) ?? 0) + 1;
		this.sequences.set(owner, next);
		return next;
	}

	sequenceOf(owner: string): number {
		return this.sequences.get(owner) ?? 0;
	}

	befriend(owner: string, other: string, tags: Array<[string, Json]>): void {
		this.friendsOf(owner).set(other, { tags: new Map(tags) });
	}

	part(one: string, other: string, both: boolean): void {
		this.friendsOf(one).delete(other);
		if (both) this.friendsOf(other).delete(one);
	}
}

function mapOf<V>(all: Map<string, Map<string, V>>, owner: string): Map<string, V> {
	let own = all.get(owner);
	if (!own) all.set(owner, (own = new Map()));
	return own;
}
