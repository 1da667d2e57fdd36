import type { Account } from '../../../../credentials/account';
import type { Failure } from '../errors/failure';
import { VerifiedCredentials } from '../memory/verifiedCredentials';
import { type Attempts, lockOutDelay } from './retry';

/** Refusals that have nothing to do with the item. */
const signInKinds = new Set<Failure['kind']>(['credential', 'signature', 'lockedOut']);
/** So many in a row, and the rest is not tried: bad signatures lock the app out for a minute. */
const maxSignInFailures = 3;

/** Keeps a run whose signature is refused from locking the app out, other clients included. */
export class SignInGuard {
	/** Met by every call of this run: the items that are left fail without one. */
	fatalFailure: Failure | undefined;
	private readonly credentials: VerifiedCredentials;
	private failuresInARow = 0;
	/** Milliseconds of the monotonic clock at which the wait for the end of a lock-out is over. */
	private lockOutEnds: number | undefined;

	constructor(account: Account) {
		this.credentials = new VerifiedCredentials(account);
	}

	/** The most calls under way at once: few until the signature is known to be good. */
	get maxConcurrency(): number {
		return this.credentials.isVerified ? Number.POSITIVE_INFINITY : maxSignInFailures;
	}

	/** A call did its work. */
	succeeded(): void {
		this.credentials.markVerified();
		this.failuresInARow = 0;
		this.lockOutEnds = undefined;
	}

	/** The signature was taken, whatever became of the call. */
	accepted(): void {
		this.credentials.markVerified();
	}

	/** Learns from a failure, and notes in `attempts` whether a lock-out was waited out. */
	failed({ kind, data }: Failure, attempts: Attempts): void {
		if (signInKinds.has(kind)) this.credentials.invalidate();
		else if (data.ErrorCode !== undefined) this.accepted();
		if (kind !== 'lockedOut') return;
		this.lockOutEnds ??= performance.now() + lockOutDelay;
		attempts.waitedLockOut = performance.now() >= this.lockOutEnds;
	}

	/** A failure that is not retried. */
	gaveUp(failure: Failure): void {
		if (!signInKinds.has(failure.kind)) return;
		this.failuresInARow += 1;
		if (this.failuresInARow >= maxSignInFailures) this.fatalFailure ??= failure;
	}
}
