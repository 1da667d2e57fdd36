/** A folder of conversations. */
export interface Folder {
	id: number;
	conversations: Set<string>;
}

/** Marks on a conversation. */
export interface Marks {
	standard: Set<number>;
	custom: string;
}

/** What one user did to the list of conversations; each is named by its type and its ID. */
export class ConversationList {
	/** When a conversation was pinned, in Unix seconds. */
	readonly pinned = new Map<string, number>();
	/** When a conversation was deleted, in Unix seconds: a newer message brings it back. */
	readonly deleted = new Map<string, number>();
	readonly folders = new Map<string, Folder>();
	readonly marks = new Map<string, Marks>();
	private lastFolder = 1;

	nextFolderId(): number {
		this.lastFolder += 1;
		return this.lastFolder;
	}

	/** Every conversation with a folder or a mark. */
	known(): Set<string> {
		const inFolders = [...this.folders.values()].flatMap(({ conversations }) => [...conversations]);
		return new Set([...inFolders, ...this.marks.keys()]);
	}
}

export class ConversationLists {
	private readonly byOwner = new Map<string, ConversationList>();

	of(owner: string): ConversationList {
		let list = this.byOwner.get(owner);
		if (!list) this.byOwner.set(owner, (list = new ConversationList()));
		return list;
	}
}
