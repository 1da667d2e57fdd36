import { createHash } from 'crypto';
import type { Account } from '../../../../credentials/account';

/** More accounts than one process is likely to serve. */
const mostAccounts = 1_000;
const proven = new Set<string>();

/** Tells accounts and their keys apart without keeping a key. */
function markOf({ origin, sdkAppId, identifier, secretKey }: Account): string {
	const facts = JSON.stringify([origin, sdkAppId, identifier, secretKey]);
	return createHash('sha256').update(facts).digest('base64');
}

/**
 * Whether Tencent has taken an account's signature since n8n started. Until it has, few calls go
 * out at once: bad signatures lock the app out for a minute (error 70050), other clients included.
 */
export class Trust {
	private readonly mark: string;

	constructor(account: Account) {
		this.mark = markOf(account);
	}

	get isProven(): boolean {
		return proven.has(this.mark);
	}

	/** Tencent answered to the call and not to the signature. */
	prove(): void {
		if (this.isProven) return;
		if (proven.size >= mostAccounts) proven.clear();
		proven.add(this.mark);
	}

	/** The signature was refused. */
	lose(): void {
		proven.delete(this.mark);
	}
}
