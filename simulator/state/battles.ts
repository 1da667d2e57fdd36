/** A contest between live rooms. */
export interface Battle {
	battleId: string;
	fromRoomId: string;
	/** Points by room; the one that began it among them. */
	scores: Map<string, number>;
	/** Milliseconds. */
	duration: number;
	/** Milliseconds since 1970. */
	startedAt: number;
	extensionInfo: string;
}

/** Whether a battle still goes on. */
export const isRunning = ({ startedAt, duration }: Battle, now: number): boolean =>
	now < startedAt + duration;
