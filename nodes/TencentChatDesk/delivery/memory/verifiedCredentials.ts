import { createHash } from 'crypto';
import { BoundedMap } from '../../../../credentials/boundedMap';
import type { Account } from '../../../../credentials/account';

/** More accounts than one process is likely to serve. */
const verified = new BoundedMap<string, true>({ max: 1_000 });

/** Tells accounts and their keys apart without keeping a key. */
function markOf({ origin, sdkAppId, identifier, secretKey }: Account): string {
	const facts = JSON.stringify([origin, sdkAppId, identifier, secretKey]);
	return createHash('sha256').update(facts).digest('base64');
}

/**
 * Whether Tencent has taken an account's signature since n8n started. Until it has, few calls go
 * out at once: bad signatures lock the app out for a minute (error 70050), other clients included.
 */
export class VerifiedCredentials {
	private readonly mark: string;

	constructor(account: Account) {
		this.mark = markOf(account);
	}

	get isVerified(): boolean {
		return verified.has(this.mark);
	}

	/** Tencent answered to the call and not to the signature. */
	markVerified(): void {
		verified.set(this.mark, true);
	}

	/** The signature was refused. */
	invalidate(): void {
		verified.delete(this.mark);
	}
}
