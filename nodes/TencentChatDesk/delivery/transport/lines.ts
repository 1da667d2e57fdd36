/** A message is a few kilobytes at most; a line beyond this is none. */
const maxLine = 1024 * 1024;

/** Cuts a text that comes in pieces into its lines. */
export class Lines {
	private readonly decoder = new TextDecoder();
	private rest = '';

	/** @param take gets each line, without its end */
	constructor(private readonly take: (line: string) => void) {}

	/** @throws RangeError where a line is too long to be one */
	add(piece: Uint8Array): void {
		const lines = (this.rest + this.decoder.decode(piece, { stream: true })).split('\n');
		this.rest = lines.pop() ?? '';
		for (const line of lines) this.take(line);
		if (this.rest.length > maxLine) throw new RangeError('A line of the file is too long');
	}

	/** The end of the text: what is left is a line. */
	end(): void {
		if (this.rest !== '') this.take(this.rest);
		this.rest = '';
	}
}
