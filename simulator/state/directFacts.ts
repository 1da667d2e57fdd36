/** A key and a value that were attached to a message. */
export interface Extension {
	key: string;
	value: string;
	seq: number;
}

/** What only one-to-one messages have. */
export interface DirectFacts {
	/** SyncOtherMachine 2: the sender's own history lacks the message. */
	hiddenFromSender: boolean;
	/** Sides that have deleted the message for themselves. */
	deletedBy?: string[];
	/** Counts as unread until the recipient has read it. */
	unread: boolean;
	/** Whether the recipient has read it. */
	read: boolean;
	/** Sent with SupportMessageExtension 1. */
	extensible: boolean;
	extensions: Extension[];
	/** Grows with each change of the extensions. */
	extensionSeq: number;
	/** The seq of the last time when all of them were taken away. */
	clearSeq: number;
	/** When the extensions were set, within the last minute: ms since 1970. */
	extensionSets: number[];
}
