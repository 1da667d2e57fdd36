import { BoundedMap } from '../../../credentials/boundedMap';
import type { Guard } from './verification';

/** What a credential says about who may call. */
export interface AllowedCaller extends Pick<Guard, 'sdkAppId' | 'token'> {
	/** Protocol and host of the REST API. */
	origin: string;
}

/** Milliseconds after which a changed credential counts. */
const lifetime = 10_000;
const maxKept = 100;

/**
 * Keeps for a moment who may call a trigger. At each reading of a credential n8n asks its database,
 * decrypts, and sets up a sandbox for expressions, which costs more than all the rest of a callback.
 * Of the credential only these values stay in memory, and a reading that failed does not.
 */
export class CredentialCache {
	private readonly kept: BoundedMap<string, Promise<AllowedCaller>>;

	constructor(maxAge = lifetime, max = maxKept) {
		this.kept = new BoundedMap({ max, maxAge });
	}

	/** Triggers whose caller is kept. */
	get size(): number {
		return this.kept.size;
	}

	/**
	 * Who may call, read again when it was read too long ago. Callbacks that come in together wait
	 * for one reading.
	 *
	 * @param key tells triggers and their credentials apart
	 * @param now milliseconds since the epoch
	 * @throws what `read` throws
	 */
	async of(key: string, now: number, read: () => Promise<AllowedCaller>): Promise<AllowedCaller> {
		const known = this.kept.get(key, now);
		if (known) return await known;
		const caller = read();
		this.kept.set(key, caller, now);
		caller.catch(() => {
			if (this.kept.get(key, now) === caller) this.kept.delete(key);
		});
		return await caller;
	}
}
