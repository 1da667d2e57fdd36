import { createHash } from 'crypto';
import type { PictureFacts } from '../../../parameters/attachedFile';
import { MovieLength, waveSeconds } from './length';
import { pictureFacts, pictureHead } from './picture';

/** What is found out by reading a file once. */
export interface FileFacts {
	size: number;
	/** Hexadecimal digits in capital letters. */
	md5: string;
	sha256: string;
	picture?: PictureFacts;
	/** Whole seconds, one at least. */
	seconds?: number;
}

/**
 * Reads a file to its end, and holds no more of it than its beginning.
 *
 * @param onChunk called before each piece; throws where reading is to stop
 */
export async function inspect(
	bytes: AsyncIterable<Buffer>,
	onChunk: () => void,
): Promise<FileFacts> {
	const [md5, sha256] = [createHash('md5'), createHash('sha256')];
	const movie = new MovieLength();
	const head: Buffer[] = [];
	let size = 0;
	for await (const chunk of bytes) {
		onChunk();
		if (size < pictureHead) head.push(chunk.subarray(0, pictureHead - size));
		md5.update(chunk);
		sha256.update(chunk);
		movie.take(chunk);
		size += chunk.length;
	}
	const start = Buffer.concat(head);
	const seconds = movie.seconds ?? waveSeconds(start, size);
	const picture = pictureFacts(start);
	return {
		size,
		md5: md5.digest('hex').toUpperCase(),
		sha256: sha256.digest('hex'),
		...(picture && picture.width > 0 && picture.height > 0 ? { picture } : {}),
		...(seconds === undefined ? {} : { seconds: Math.max(1, Math.round(seconds)) }),
	};
}
