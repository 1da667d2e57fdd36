/** A body as Node's HTTP client gives it. */
export type ByteStream = AsyncIterable<Uint8Array | string> & { destroy(): void };

/** Responses of this API are a few kilobytes; documented pages end at 1 MB. */
export const maxResponseBytes = 1024 * 1024;

export function isByteStream(value: unknown): value is ByteStream {
	return (
		typeof value === 'object' &&
		value !== null &&
		Symbol.asyncIterator in value &&
		'destroy' in value &&
		typeof value.destroy === 'function'
	);
}

/**
 * Reads a body that was already decompressed, holding no more than `largestAnswer` bytes.
 *
 * @returns the text, or undefined when the body is larger
 */
export async function readCapped(stream: ByteStream): Promise<string | undefined> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of stream) {
		const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
		size += bytes.length;
		if (size > maxResponseBytes) {
			stream.destroy();
			return undefined;
		}
		chunks.push(bytes);
	}
	return Buffer.concat(chunks).toString('utf8');
}
