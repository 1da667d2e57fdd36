/** Codes that a server may choose from, both ends included. */
export interface CodeRange {
	from: number;
	to: number;
}

/** Rejects with Tencent's own code, whatever was asked; friends alone have no such code. */
export const plainRejection = 1;

/**
 * The codes with which a rejection reaches the app of whoever asked. Each kind of callback has a range
 * of its own; what Tencent does with a code of another range is not documented.
 */
export const rejectionCodes = {
	/** Chat > "Before a One-to-One Message Is Sent" (T-34364), and official accounts (T-60803). */
	message: { from: 120_001, to: 130_000 },
	/** Chat > the five callbacks before something happens in a group, live rooms included (T-74347). */
	group: { from: 10_100, to: 10_200 },
	/** Live > "Before a Gift Is Sent" (T-72210). */
	gift: { from: 102_100, to: 102_200 },
	/** The `ResultCode` of a friend: Chat > "Before a Friend Is Added" (T-43467, T-43468). */
	friend: { from: 38_000, to: 39_000 },
} as const satisfies Record<string, CodeRange>;

export const isWithin = ({ from, to }: CodeRange, code: number): boolean =>
	code >= from && code <= to;

/** Whether a code may reject anything at all. */
export function isRejectionCode(code: number): boolean {
	return code === plainRejection || Object.values(rejectionCodes).some((r) => isWithin(r, code));
}

/** What the controls for a code say about it. */
export const rejectionCodeHint =
	"The code that the sender's app receives: 120001 to 130000 for direct messages and official accounts, 10100 to 10200 in groups and live rooms, 102100 to 102200 for gifts, 38000 to 39000 for friends. 1 leaves the code to Tencent (20006 for direct messages, 10016 in groups). Where a code does not fit what is rejected, Tencent's own is used, or 38000 for friends.";
