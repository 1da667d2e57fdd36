const percentEncoded = (char: string) =>
	`%(?:25)*${char.charCodeAt(0).toString(16).padStart(2, '0')}`;

const literal = (char: string) => (/\w/.test(char) ? char : `\\${char}`);

/** The secret, each of its characters as it is or percent-encoded, several times over included. */
const anySpelling = (secret: string) =>
	new RegExp(
		[...secret].map((char) => `(?:${literal(char)}|${percentEncoded(char)})`).join(''),
		'gi',
	);

const base64Runs = /[A-Za-z0-9+/_-]{40,}={0,2}/g;
/** The heart of a UserSig once it is inflated; the quotes may be escaped. */
const inflated = /(\\*")TLS\.sig\1(\s*:\s*)\1[^"\\]*\1/g;
/** Signatures are renewed twice in their life, so that few are ever in use at once. */
const mostSecrets = 20;

/** Takes secrets out of texts, however a gateway that echoes requests has written them down. */
export class Redactor {
	private readonly spellings = new Map<string, RegExp>();

	/** From here on this secret is taken out; those told before stay known. */
	know(secret: string): void {
		if (secret === '' || this.spellings.has(secret)) return;
		if (this.spellings.size >= mostSecrets) {
			const [oldest] = this.spellings.keys();
			if (oldest !== undefined) this.spellings.delete(oldest);
		}
		this.spellings.set(secret, anySpelling(secret));
	}

	clean(text: string): string {
		let rest = text;
		for (const spelling of this.spellings.values()) rest = rest.replace(spelling, '***');
		return rest
			.replace(inflated, '$1***$1$2$1***$1')
			.replace(base64Runs, (run) => (this.isEncodedSecret(run) ? '***' : run));
	}

	/** A secret may begin at any of the four positions of a base64 group. */
	private isEncodedSecret(run: string): boolean {
		return [0, 1, 2, 3].some((start) => {
			const decoded = Buffer.from(run.slice(start), 'base64').toString('latin1');
			return [...this.spellings.values()].some((spelling) => decoded.search(spelling) >= 0);
		});
	}
}
