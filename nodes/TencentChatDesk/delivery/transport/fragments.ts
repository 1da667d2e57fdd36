/** A part of a text: its first character and the one behind its last. */
export type Range = readonly [start: number, end: number];

/** Letters by which a fragment is looked for, and how far apart the text is looked at. */
const probe = 9;
const step = 10;
/** The shortest fragment of which one look is certain to fall into. */
export const minFragment = probe + step - 1;
/** Places of one secret where the same letters may stand; more of them add nothing. */
const maxPlaces = 4;
/** Most places of a text are passed over by a look at this many bits. */
const filterBits = 14;

interface Place {
	secret: string;
	at: number;
}

/**
 * Finds secrets in texts: long ones by any fragment of `minFragment` letters or more, short ones
 * as a whole; both in any spelling of upper and lower case. The time depends on the length of the
 * text, not on the number of secrets.
 */
export class Fragments {
	private readonly places = new Map<string, Place[]>();
	private readonly short: string[] = [];
	/** Whether some secret has letters with this hash. */
	private readonly filter = new Uint8Array(1 << filterBits);

	/** @param secrets in the spelling in which they may stand in a text */
	constructor(secrets: Iterable<string>) {
		for (const secret of secrets) this.add(secret.toLowerCase());
	}

	/** Where secrets and their fragments stand, in order and apart from each other. */
	in(text: string): Range[] {
		const lower = inLowerCase(text);
		const ranges: Range[] = [];
		for (const secret of this.short) {
			let at = lower.indexOf(secret);
			for (; at >= 0; at = lower.indexOf(secret, at + secret.length)) {
				ranges.push([at, at + secret.length]);
			}
		}
		for (let at = 0; at + probe <= lower.length; at += step) {
			if (this.filter[hashAt(lower, at)] === 0) continue;
			const found = this.at(lower, at);
			if (!found) continue;
			ranges.push(found);
			at = step * Math.ceil(found[1] / step) - step;
		}
		return merged(ranges);
	}

	private add(secret: string): void {
		if (secret === '') return;
		if (secret.length < minFragment) {
			this.short.push(secret);
			return;
		}
		for (let at = 0; at + probe <= secret.length; at += 1) {
			const letters = secret.slice(at, at + probe);
			const places = this.places.get(letters);
			this.filter[hashAt(secret, at)] = 1;
			if (!places) this.places.set(letters, [{ secret, at }]);
			else if (places.at(-maxPlaces)?.secret !== secret) places.push({ secret, at });
		}
	}

	/** The longest fragment around the letters at a place of the text. */
	private at(lower: string, at: number): Range | undefined {
		let max: Range | undefined;
		for (const place of this.places.get(lower.slice(at, at + probe)) ?? []) {
			const [start, end] = widened(lower, at, place);
			if (end - start < minFragment) continue;
			if (!max || end - start > max[1] - max[0]) max = [start, end];
		}
		return max;
	}
}

/** A hash of the first letters of a probe. */
function hashAt(text: string, at: number): number {
	const first = text.charCodeAt(at) * 961 + text.charCodeAt(at + 1) * 31 + text.charCodeAt(at + 2);
	return (first * 31 + text.charCodeAt(at + 3)) & ((1 << filterBits) - 1);
}

/** Some letters become two in lower case; offsets have to stay what they are. */
function inLowerCase(text: string): string {
	const lower = text.toLowerCase();
	if (lower.length === text.length) return lower;
	return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

/** Outside of a text, `charCodeAt` is NaN, which equals nothing: there, a fragment ends as well. */
function widened(text: string, at: number, { secret, at: inSecret }: Place): Range {
	const ahead = inSecret - at;
	let start = at;
	while (text.charCodeAt(start - 1) === secret.charCodeAt(start - 1 + ahead)) start -= 1;
	let end = at + probe;
	while (text.charCodeAt(end) === secret.charCodeAt(end + ahead)) end += 1;
	return [start, end];
}

/** Ranges in order, those that touch as one. */
export function merged(ranges: readonly Range[]): Range[] {
	const inOrder = [...ranges].sort(([one], [other]) => one - other);
	const apart: Range[] = [];
	for (const [start, end] of inOrder) {
		const last = apart.at(-1);
		if (last && start <= last[1]) apart[apart.length - 1] = [last[0], Math.max(last[1], end)];
		else apart.push([start, end]);
	}
	return apart;
}
