/** How a refusal of the server is to be treated by the retry policies. */
export type FailureKind =
	/** Asked too often. The server did nothing: slow down and repeat. */
	| 'frequency'
	/** Trouble inside Tencent. It may have been processed: repeat only what is de-duplicated. */
	| 'transient'
	/** The signature is expired or not accepted any more: sign again once. */
	| 'signature'
	/** Too many bad signatures: wait a minute. */
	| 'lockedOut'
	/** It cannot be had now, as while no agent is there: no technical repeat, the workflow may wait. */
	| 'unavailable'
	/** The credential or the application: what one call meets, every call meets. */
	| 'credential'
	/** Data of this call: repeating does not help. */
	| 'permanent'
	/** A code that no page explains: not repeated, and no proof that an earlier attempt failed. */
	| 'unexplained';

export interface KnownFailure {
	/** What happened: one short sentence without a full stop. */
	message: string;
	/** What to do next: one or more full sentences. */
	advice: string;
	kind: FailureKind;
	/** Fields of the body that hold whom the message is about, by ID. */
	about?: readonly string[];
}

/** Codes of one meaning and what is known about them. */
export interface FailureEntry extends KnownFailure {
	codes: readonly number[];
	/**
	 * Where the codes mean this, as `service` or `service/command`; elsewhere they mean something else
	 * or nothing. Without it, they mean this everywhere.
	 */
	services?: readonly string[];
	/** The code alone says little: show Tencent's own words too, they name the field at fault. */
	inTencentsWords?: true;
}
