/** The movie header is the first box of a movie; tracks and their tables come behind it. */
const maxMovie = 4 * 1024;
/** Size and type, and the size of a box beyond 4 GB. */
const longHeader = 16;

/** Seconds that a movie header tells (ISO/IEC 14496-12, 8.2.2); undefined where it tells none. */
function movieSeconds(movie: Buffer): number | undefined {
	const found = movie.indexOf('mvhd', 0, 'latin1');
	const at = found + 4;
	if (found === -1 || at + 32 > movie.length) return undefined;
	const isLong = movie[at] === 1;
	const scale = movie.readUInt32BE(at + (isLong ? 20 : 12));
	const duration = isLong ? Number(movie.readBigUInt64BE(at + 24)) : movie.readUInt32BE(at + 16);
	return scale > 0 && duration < 0xffff_ffff ? duration / scale : undefined;
}

/**
 * Finds how long an MP4, MOV or M4A file is, while its bytes pass by. The movie box may stand at the
 * end of the file; the rest is skipped and never held.
 */
export class MovieLength {
	private held = Buffer.alloc(0);
	/** Bytes that are skipped before the next box. */
	private skip = 0;
	/** Bytes of the movie box that are wanted. */
	private wanted = 0;
	private isOver = false;
	private isFirst = true;

	/** To be read at the end of the file. What is held of any other box is too short to tell it. */
	get seconds(): number | undefined {
		return movieSeconds(this.held);
	}

	take(bytes: Buffer): void {
		let rest = bytes;
		while (!this.isOver && rest.length > 0) {
			if (this.skip > 0) {
				const skipped = Math.min(this.skip, rest.length);
				this.skip -= skipped;
				rest = rest.subarray(skipped);
				continue;
			}
			const missing = Math.max(0, (this.wanted || longHeader) - this.held.length);
			const taken = rest.subarray(0, missing);
			this.held = Buffer.concat([this.held, taken]);
			rest = rest.subarray(taken.length);
			if (taken.length === missing) this.read();
		}
	}

	private read(): void {
		if (this.wanted > 0) {
			this.isOver = true;
			return;
		}
		const type = this.held.toString('latin1', 4, 8);
		const short = this.held.readUInt32BE(0);
		const size = short === 1 ? Number(this.held.readBigUInt64BE(8)) : short;
		// A file of this kind begins with its type; anything else is none.
		if ((this.isFirst && type !== 'ftyp') || size < 8) {
			this.isOver = true;
			return;
		}
		this.isFirst = false;
		if (type === 'moov') {
			this.wanted = Math.min(size, maxMovie);
			return;
		}
		// What was read of the next box already is put back by reading it again.
		const ahead = this.held.subarray(Math.min(size, longHeader));
		this.skip = Math.max(0, size - longHeader);
		this.held = Buffer.alloc(0);
		this.take(ahead);
	}
}

/** Seconds of a WAV file: its bytes by how many of them a second takes. */
export function waveSeconds(head: Buffer, size: number): number | undefined {
	if (head.length < 44 || head.toString('latin1', 0, 4) !== 'RIFF') return undefined;
	if (head.toString('latin1', 8, 16) !== 'WAVEfmt ') return undefined;
	const perSecond = head.readUInt32LE(28);
	return perSecond > 0 ? (size - 44) / perSecond : undefined;
}
