import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';

/** Bytes that are read at a time. */
const pieceSize = 256 * 1024;

/** The bytes of a file, piece by piece, from wherever n8n keeps it. */
export async function* bytesOf(
	context: IExecuteFunctions,
	{ id, data }: IBinaryData,
): AsyncGenerator<Buffer> {
	if (id !== undefined) {
		const stream = await context.helpers.getBinaryStream(id, pieceSize);
		try {
			for await (const chunk of stream) yield Buffer.from(chunk as Uint8Array);
		} finally {
			stream.destroy();
		}
		return;
	}
	// n8n holds it as a text in memory anyway; four characters of it are three bytes.
	for (let at = 0; at < data.length; at += pieceSize) {
		yield Buffer.from(data.slice(at, at + pieceSize), 'base64');
	}
}

/** Puts pieces together to parts of one size; the last one may be shorter. One is held at a time. */
export async function* partsOf(
	pieces: AsyncIterable<Buffer>,
	partSize: number,
): AsyncGenerator<Buffer> {
	const part = Buffer.allocUnsafe(partSize);
	let filled = 0;
	for await (const piece of pieces) {
		let at = 0;
		while (at < piece.length) {
			const copied = piece.copy(part, filled, at);
			filled += copied;
			at += copied;
			if (filled < partSize) continue;
			yield part;
			filled = 0;
		}
	}
	if (filled > 0) yield part.subarray(0, filled);
}
