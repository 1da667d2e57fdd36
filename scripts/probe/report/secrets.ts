import type { Account } from '../../../credentials/account';
import { prefix } from '../service/belongings';

/** What must not be published: keys, numbers, names and addresses of the account, and IDs. */
export class Secrets {
	private readonly texts = new Set<string>();

	/** Shorter ones would be found in ordinary words. */
	private static readonly shortest = 4;

	add(...texts: Array<string | undefined>): void {
		for (const text of texts) {
			if (text !== undefined && text.length >= Secrets.shortest) this.texts.add(text.toLowerCase());
		}
	}

	/** Whether one of them stands in a text, in small or capital letters. */
	isIn(text: string): boolean {
		const lower = text.toLowerCase();
		return [...this.texts].some((secret) => lower.includes(secret));
	}

	/** The text, or `*` when it holds one of them. */
	hide(text: string): string {
		return this.isIn(text) ? '*' : text;
	}
}

/** Every app has one of the first name, so that it tells nothing. */
const defaultAdmins = ['administrator', 'admin'];

/** All of an account that a report could hold. */
export function secretsOf(
	{ sdkAppId, identifier, secretKey, origin }: Account,
	{ callbackUrl }: { callbackUrl: string | undefined },
	{ TENCENT_SERVICE_ACCOUNT, TENCENT_CALLBACK_TOKEN }: NodeJS.ProcessEnv,
): Secrets {
	const secrets = new Secrets();
	const hosts = [origin, callbackUrl].flatMap((address) =>
		address === undefined ? [] : [new URL(address).hostname],
	);
	if (!defaultAdmins.includes(identifier)) secrets.add(identifier);
	secrets.add(
		String(sdkAppId),
		secretKey,
		prefix,
		callbackUrl,
		TENCENT_SERVICE_ACCOUNT,
		TENCENT_CALLBACK_TOKEN,
		...hosts,
	);
	return secrets;
}
