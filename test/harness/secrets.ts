import { inflateSync } from 'node:zlib';

/** What must not be found. */
export interface Secrets {
	/** The credential's secret key. */
	secretKey: string;
	/** The credential's callback token, when it has one. */
	callbackToken?: string;
	/** The key of the bucket for files, where there is one. */
	cosSecretKey?: string;
	/** The ID of that key. Signed links hold it, as COS wants it; nothing else does. */
	cosSecretId?: string;
}

/** A secret that was found, and where. */
export interface Finding {
	what: 'secret key' | 'callback token' | 'key of the bucket' | 'ID of that key' | 'signature';
	/** How it was written down. */
	form: 'plain' | 'base64' | 'URL-encoded' | 'hex' | 'inflated';
	/** Characters before the secret, to find the place; never the secret itself. */
	before: string;
}

const context = 60;

// Base64 of a text depends on where in a group of three bytes the text starts; each of the three
// positions leaves a core that is the same whatever stands around the text.
function base64Cores(secret: string): string[] {
	const bytes = Buffer.from(secret);
	return [0, 1, 2].flatMap((offset) => {
		const encoded = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64');
		const first = offset === 0 ? 0 : offset + 1;
		const whole = Math.floor((offset + bytes.length) / 3) * 4;
		const core = encoded.slice(first, whole);
		return [core, core.replace(/\+/g, '-').replace(/\//g, '_')];
	});
}

const percentEncoded = (secret: string) =>
	[...Buffer.from(secret)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');

function formsOf(secret: string): Array<[Finding['form'], string]> {
	return [
		['plain', secret],
		...base64Cores(secret).map((core): [Finding['form'], string] => ['base64', core]),
		['URL-encoded', encodeURIComponent(secret)],
		['URL-encoded', percentEncoded(secret)],
		['hex', Buffer.from(secret).toString('hex')],
	];
}

function findText(text: string, secret: string, what: Finding['what']): Finding[] {
	const lower = text.toLowerCase();
	const seen = new Set<Finding['form']>();
	const findings: Finding[] = [];
	for (const [form, written] of formsOf(secret)) {
		const caseMatters = form === 'plain' || form === 'base64';
		const at = caseMatters ? text.indexOf(written) : lower.indexOf(written.toLowerCase());
		// A secret of plain letters looks the same URL-encoded: it is reported once.
		if (at < 0 || seen.has(form) || (form === 'URL-encoded' && written === secret)) continue;
		seen.add(form);
		findings.push({ what, form, before: text.slice(Math.max(0, at - context), at) });
	}
	return findings;
}

/** The text inside a UserSig: inflated JSON, or undefined when the text is no UserSig. */
function inflate(candidate: string): string | undefined {
	// Tencent's own alphabet for base64 in URLs.
	const base64 = candidate.replace(/\*/g, '+').replace(/-/g, '/').replace(/_/g, '=');
	try {
		return inflateSync(Buffer.from(base64, 'base64')).toString('utf8');
	} catch {
		return undefined;
	}
}

function decodedOnce(text: string): string {
	return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
		try {
			return decodeURIComponent(run);
		} catch {
			return run;
		}
	});
}

const isSignature = (text: string | undefined): boolean =>
	text !== undefined && /"TLS\.sig"/.test(text);

// A UserSig is base64 of zlib data, which starts with "eJ" (or eA, eF, eN for other levels).
const compressed = /e[AFJN][A-Za-z0-9*+/_=-]{60,}/g;

function findSignatures(text: string): Finding[] {
	const findings: Finding[] = [];
	const add = (form: Finding['form'], at: number, source: string) =>
		findings.push({
			what: 'signature',
			form,
			before: source.slice(Math.max(0, at - context), at),
		});
	const decoded = decodedOnce(text);
	for (const match of text.matchAll(compressed)) {
		if (isSignature(inflate(match[0]))) add('plain', match.index, text);
	}
	for (const match of decoded === text ? [] : decoded.matchAll(compressed)) {
		if (!text.includes(match[0]) && isSignature(inflate(match[0]))) {
			add('URL-encoded', match.index, decoded);
		}
	}
	// Base64 around the UserSig, as in an encoded URL: any alignment, either alphabet.
	for (const match of text.matchAll(/[A-Za-z0-9+/_-]{80,}={0,2}/g)) {
		for (const offset of [0, 1, 2, 3]) {
			const inner = Buffer.from(match[0].slice(offset), 'base64').toString('latin1');
			if ([...decodedOnce(inner).matchAll(compressed)].some(([sig]) => isSignature(inflate(sig)))) {
				add('base64', match.index, text);
				break;
			}
		}
	}
	for (const match of text.matchAll(/\\?"TLS\.sig\\?"/g)) add('inflated', match.index, text);
	return findings;
}

/**
 * Searches a text or a file's bytes for the secret key and for any signature (UserSig), in plain,
 * base64, URL-encoded, hexadecimal and inflated form.
 */
export function findSecrets(
	content: string | Buffer,
	{ secretKey, callbackToken, cosSecretKey, cosSecretId }: Secrets,
): Finding[] {
	// Latin-1 keeps every byte of a database file as one character.
	const text = typeof content === 'string' ? content : content.toString('latin1');
	return [
		...findText(text, secretKey, 'secret key'),
		...(callbackToken ? findText(text, callbackToken, 'callback token') : []),
		...(cosSecretKey ? findText(text, cosSecretKey, 'key of the bucket') : []),
		...(cosSecretId ? findText(text, cosSecretId, 'ID of that key') : []),
		...findSignatures(text),
	];
}
