import { Gunzip } from 'fflate';

/** What a gzip file begins with (RFC 1952, 2.3.1). */
const magic = [0x1f, 0x8b];

/** So many packed bytes are unpacked at once: a thousand times that is the most that they can become. */
const slice = 4 * 1024;

/**
 * Unpacks a file piece by piece, so that no more than a piece of it is in memory. What does not begin
 * like a packed file comes through as it is.
 */
export class Unpacker {
	private gunzip: Gunzip | undefined;
	private begun = false;

	/** @param take gets each piece of the unpacked file */
	constructor(private readonly take: (piece: Uint8Array) => void) {}

	/** @throws where the file is damaged */
	add(chunk: Uint8Array): void {
		if (chunk.length === 0) return;
		if (!this.begun) {
			this.begun = true;
			const isPacked = magic.every((byte, index) => chunk[index] === byte);
			if (isPacked) this.gunzip = new Gunzip((piece) => this.take(piece));
		}
		if (!this.gunzip) {
			this.take(chunk);
			return;
		}
		for (let from = 0; from < chunk.length; from += slice) {
			this.gunzip.push(chunk.subarray(from, from + slice));
		}
	}
}
