/** A text with its escapes undone, and where each of its characters stood. */
export interface Unfolded {
	text: string;
	/** Where the character at an offset begins in the original. */
	startOf(offset: number): number;
	/** Where the character at an offset ends in the original. */
	endOf(offset: number): number;
}

interface Escape {
	/** What it stands for; empty for what only breaks a line or escapes what follows. */
	value: string;
	/** Where it ends. */
	end: number;
}

/** Escapes within escapes: `&amp;#37;63` is read in three steps. */
const maxLayers = 4;

const anyEscape = /[%\\&\r\n]/;
const [percent, backslash, ampersand, lineFeed, carriageReturn] = [0x25, 0x5c, 0x26, 0x0a, 0x0d];
const smallU = 0x75;
const smallX = 0x78;
const hexPair = /[\da-f]{2}/iy;
const codeUnit = /u([\da-f]{4})|u\{([\da-f]{1,6})\}|x([\da-f]{2})/iy;
const entity = /&(?:#x([\da-f]{1,8})|#(\d{1,8})|([a-z]{2,6}));?/iy;
/** What a backslash makes of a letter, by the letter's code. */
const blanks = new Map([
	[0x6e, ''], // \n
	[0x72, ''], // \r
	[0x74, '\t'],
	[0x62, '\b'],
	[0x66, '\f'],
]);
const entities: Record<string, string> = {
	amp: '&',
	apos: "'",
	ast: '*',
	bsol: '\\',
	colon: ':',
	comma: ',',
	dollar: '$',
	equals: '=',
	excl: '!',
	gt: '>',
	hyphen: '-',
	lowbar: '_',
	lt: '<',
	num: '#',
	percnt: '%',
	period: '.',
	plus: '+',
	quot: '"',
	semi: ';',
	sol: '/',
};

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
	pattern.lastIndex = at;
	return pattern.exec(text);
}

/** A code as a character; undefined for one that is no single code unit. */
function character(digits: string | undefined, base: number): string | undefined {
	const code = digits === undefined ? NaN : parseInt(digits, base);
	return code <= 0xffff ? String.fromCharCode(code) : undefined;
}

/** `%63`; a percent sign may itself be encoded any number of times. */
function percentEscape(text: string, at: number): Escape | undefined {
	let digits = at + 1;
	while (text.startsWith('25', digits) && matchAt(hexPair, text, digits + 2)) digits += 2;
	const pair = matchAt(hexPair, text, digits)?.[0];
	const value = character(pair, 16);
	return value === undefined ? undefined : { value, end: digits + 2 };
}

/** A text inside a text inside a text has ever more backslashes: a run of them counts as one. */
function backslashEscape(text: string, at: number): Escape {
	let end = at + 1;
	while (text.charCodeAt(end) === backslash) end += 1;
	const letter = text.charCodeAt(end);
	const blank = blanks.get(letter);
	if (blank !== undefined) return { value: blank, end: end + 1 };
	const unit = letter === smallU || letter === smallX ? matchAt(codeUnit, text, end) : null;
	const value = unit && character(unit[1] ?? unit[2] ?? unit[3], 16);
	return value ? { value, end: end + unit[0].length } : { value: '', end };
}

function entityEscape(text: string, at: number): Escape | undefined {
	const found = matchAt(entity, text, at);
	if (!found) return undefined;
	const [whole, hex, decimal, name = ''] = found;
	const value = character(hex, 16) ?? character(decimal, 10) ?? entities[name.toLowerCase()];
	return value === undefined ? undefined : { value, end: at + whole.length };
}

function escapeAt(text: string, at: number): Escape | undefined {
	switch (text.charCodeAt(at)) {
		case percent:
			return percentEscape(text, at);
		case backslash:
			return backslashEscape(text, at);
		case ampersand:
			return entityEscape(text, at);
		case lineFeed:
		case carriageReturn:
			return { value: '', end: at + 1 };
		default:
			return undefined;
	}
}

/** What an escape may be made of: of these, a new one may come to light. */
const partOfEscape = /[\w%\\&#;]/;

/**
 * Goes through a text once.
 *
 * @param put gets each piece that stays as it is, and what each escape stands for, with its place
 * @returns whether an escape may have come to light that was none before
 */
function walk(source: string, put: (piece: string, start: number, end: number) => void): boolean {
	let mayHoldMore = false;
	let done = 0;
	let at = 0;
	while (at < source.length) {
		const found = escapeAt(source, at);
		if (!found) {
			at += 1;
			continue;
		}
		const { value, end } = found;
		if (at > done) put(source.slice(done, at), done, at);
		if (value !== '') put(value, at, end);
		// A line break may have stood in the middle of an escape.
		mayHoldMore ||= value === '' || partOfEscape.test(value);
		at = end;
		done = end;
	}
	put(source.slice(done), done, at);
	return mayHoldMore;
}

/** One layer of escapes undone. Where its pieces stood is only asked for where a secret is found. */
class Pieces implements Unfolded {
	readonly text: string;
	readonly mayHoldMore: boolean;
	private readonly offsets: number[] = [];
	private readonly starts: number[] = [];
	private readonly ends: number[] = [];

	constructor(private readonly source: string) {
		const parts: string[] = [];
		this.mayHoldMore = walk(source, (piece) => parts.push(piece));
		this.text = parts.join('');
	}

	startOf(offset: number): number {
		const piece = this.pieceOf(offset);
		const start = this.starts[piece] ?? 0;
		return this.isAsItWas(piece) ? start + offset - (this.offsets[piece] ?? 0) : start;
	}

	endOf(offset: number): number {
		const piece = this.pieceOf(offset);
		return this.isAsItWas(piece) ? this.startOf(offset) + 1 : (this.ends[piece] ?? 0);
	}

	/** The last piece that begins at the offset or before it. */
	private pieceOf(offset: number): number {
		if (this.offsets.length === 0) this.locate();
		let [low, high] = [0, this.offsets.length - 1];
		while (low < high) {
			const middle = Math.ceil((low + high) / 2);
			if ((this.offsets[middle] ?? 0) <= offset) low = middle;
			else high = middle - 1;
		}
		return low;
	}

	private locate(): void {
		let offset = 0;
		walk(this.source, (piece, start, end) => {
			this.offsets.push(offset);
			this.starts.push(start);
			this.ends.push(end);
			offset += piece.length;
		});
	}

	private isAsItWas(piece: number): boolean {
		const length = (this.offsets[piece + 1] ?? this.text.length) - (this.offsets[piece] ?? 0);
		return (this.ends[piece] ?? 0) - (this.starts[piece] ?? 0) === length;
	}
}

const same = (offset: number) => offset;
const next = (offset: number) => offset + 1;

/**
 * Undoes what JSON, addresses and HTML do to a text when they write it down, any of them within any
 * other, and takes line breaks out. It takes time in proportion to the length of the text.
 */
export function unfold(source: string): Unfolded {
	if (!anyEscape.test(source)) return { text: source, startOf: same, endOf: next };
	let outer = new Pieces(source);
	let unfolded: Unfolded = outer;
	for (let layer = 1; layer < maxLayers && outer.mayHoldMore; layer += 1) {
		if (!anyEscape.test(outer.text)) break;
		const around = unfolded;
		const inner = new Pieces(outer.text);
		unfolded = {
			text: inner.text,
			startOf: (offset) => around.startOf(inner.startOf(offset)),
			endOf: (offset) => around.endOf(inner.endOf(offset) - 1),
		};
		outer = inner;
	}
	return unfolded;
}
