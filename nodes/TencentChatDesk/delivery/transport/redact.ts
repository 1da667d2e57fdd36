import { BoundedMap } from '../../../../credentials/boundedMap';
import { Fragments, merged, type Range } from './fragments';
import { unfold } from './unfold';

const mask = '***';
/** What may be base64, in both alphabets, of the shortest fragment or of more. */
const base64Runs = /(?<![\w+/-])[\w+/-]{24,}={0,2}/g;
/** The base64 of a text has capital letters; most numbers and IDs, which look like it, have none. */
const capital = /[A-Z]/;
/** Base64 within base64. */
const maxLevels = 3;
/** The field of an inflated UserSig that holds the signature proper. */
const inflated = 'TLS.sig';
const inflatedValue = /"\s*:\s*"([^"]*)"/y;
/** Signatures are renewed twice in their life, so that few are ever in use at once. */
const maxSecrets = 20;

/** A secret in the spellings that undoing escapes and base64 does not lead back to it. */
function spellingsOf(secret: string): string[] {
	const bytes = Buffer.from(secret);
	return [secret, bytes.toString('latin1'), bytes.toString('hex')].map((text) => unfold(text).text);
}

/** The name and the value of the signature proper, wherever an inflated UserSig stands in a text. */
function inflatedIn(text: string): Range[] {
	const ranges: Range[] = [];
	for (let at = text.indexOf(inflated); at >= 0; at = text.indexOf(inflated, at + 1)) {
		inflatedValue.lastIndex = at + inflated.length;
		const found = text[at - 1] === '"' ? inflatedValue.exec(text) : null;
		if (!found) continue;
		const end = inflatedValue.lastIndex - 1;
		ranges.push([at, at + inflated.length], [end - (found[1] ?? '').length, end]);
	}
	return ranges;
}

/**
 * Takes secrets out of texts, however a gateway that echoes requests has written them down: escaped
 * for JSON, HTML or an address, in hexadecimal digits or base64, over several lines, or a part of one
 * from which the rest can be made up. The time depends on the length of the text alone.
 */
export class Redactor {
	private readonly secrets = new BoundedMap<string, true>({ max: maxSecrets });
	private fragments = new Fragments([]);

	/** From here on this secret is taken out; those told before stay known. */
	know(secret: string): void {
		if (secret === '' || this.secrets.has(secret)) return;
		this.secrets.set(secret, true);
		this.fragments = new Fragments(new Set([...this.secrets.keys()].flatMap(spellingsOf)));
	}

	/** The text without secrets. What was JSON before still is. */
	clean(text: string): string {
		const unfolded = unfold(text);
		const found = this.find(unfolded.text, maxLevels);
		const ranges = merged(
			found.map(([start, end]): Range => {
				if (start < end) return [unfolded.startOf(start), unfolded.endOf(end - 1)];
				// Between two quotes with nothing in between.
				const place = unfolded.endOf(start - 1);
				return [place, place];
			}),
		);
		const parts: string[] = [];
		let done = 0;
		for (const [start, end] of ranges) {
			parts.push(text.slice(done, this.withBackslashes(text, start)), mask);
			done = end;
		}
		parts.push(text.slice(done));
		return parts.join('');
	}

	/** A backslash that escaped what is taken out would escape what comes in its place. */
	private withBackslashes(text: string, start: number): number {
		let at = start;
		while (text[at - 1] === '\\') at -= 1;
		return at;
	}

	private find(text: string, levels: number): Range[] {
		const found = this.fragments.in(text).concat(inflatedIn(text));
		if (levels === 0) return found;
		let at = 0;
		for (const run of text.match(base64Runs) ?? []) {
			at = text.indexOf(run, at);
			if (capital.test(run) && this.isEncodedSecret(run, levels)) {
				found.push([at, at + run.length]);
			}
			at += run.length;
		}
		return found;
	}

	/** A secret may begin at any of the four positions of a base64 group. */
	private isEncodedSecret(run: string, levels: number): boolean {
		return [0, 1, 2, 3].some((start) => {
			const decoded = Buffer.from(run.slice(start), 'base64').toString('latin1');
			return this.find(unfold(decoded).text, levels - 1).length > 0;
		});
	}
}
