import { InvalidParameter } from '../../parameters/invalidParameter';
import type { Fields } from '../../parameters/fields';
import { maxMessageBytes } from '../shared/limits';

export const fromText = 'text';
export const fromList = 'list';
export const atSentences = 'sentences';
export const atLength = 'length';

/** The most characters of a chunk that the node cuts itself. */
export const maxChunk = 2000;
export const defaultChunk = 100;

/** Finding the ends of characters takes about a second for so many, and n8n stands still meanwhile. */
const maxText = 100_000;

/** What a packet needs beside its chunk: the names, the session and the message key. */
const packetBytes = 512;

function cut(text: string, length: number): string[] {
	const pieces: string[] = [];
	let piece = '';
	let count = 0;
	// What a reader takes for one character is never cut, an emoji of several code points included.
	for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
		piece += segment;
		count += 1;
		if (count < length) continue;
		pieces.push(piece);
		[piece, count] = ['', 0];
	}
	return piece === '' ? pieces : [...pieces, piece];
}

function sentences(text: string): string[] {
	const found = new Intl.Segmenter('en', { granularity: 'sentence' }).segment(text);
	return [...found].flatMap(({ segment }) =>
		segment.length <= maxChunk ? [segment] : cut(segment, maxChunk),
	);
}

function listed(fields: Fields): string[] {
	const value = fields.optionalJson('chunks', 'Chunks');
	const list = value ?? [];
	if (!Array.isArray(list) || !list.every((chunk) => ['string', 'number'].includes(typeof chunk))) {
		throw new InvalidParameter(
			"'Chunks' is not a list of texts",
			'Give a list such as ["Hello, ", "how are you?"], or an expression that gives one.',
		);
	}
	// Language models stream empty parts too.
	const chunks = list.map(String).filter((chunk) => chunk !== '');
	if (chunks.length === 0)
		throw new InvalidParameter("'Chunks' is empty", 'Give at least one text.');
	return chunks;
}

function split(fields: Fields): string[] {
	const text = fields.text('text', 'Text');
	if (text.length > maxText) {
		throw new InvalidParameter(
			`'Text' is too long to be streamed: ${text.length} characters of at most ${maxText}`,
			'Split it over several items, or give its parts as a list of chunks.',
		);
	}
	const at = fields.choice('splitAt', 'Split At', [atSentences, atLength]);
	if (at === atSentences) return sentences(text);
	const length = fields.integer('chunkLength', 'Chunk Length', { min: 1, max: maxChunk });
	return cut(text, length);
}

/**
 * The chunks of a message, which put together give its text unchanged.
 *
 * @throws InvalidParameter naming the control that has to change; nothing has been sent then.
 */
export function readChunks(fields: Fields): string[] {
	const listIsGiven = fields.choice('chunksFrom', 'Chunks From', [fromText, fromList]) === fromList;
	const chunks = listIsGiven ? listed(fields) : split(fields);
	chunks.forEach((chunk, index) => {
		const bytes = Buffer.byteLength(JSON.stringify(chunk));
		if (bytes + packetBytes <= maxMessageBytes) return;
		throw new InvalidParameter(
			`'${listIsGiven ? 'Chunks' : 'Text'}' is too long in chunk ${index + 1}: ${bytes} bytes, and with its packet more than 12 KB`,
			'Make the chunks shorter. Letters beyond plain English count two to four bytes each.',
		);
	});
	return chunks;
}
