import type { INodeProperties } from 'n8n-workflow';
import type { ApiResponse, Body, ChainRule, Outcome } from '../../contract';
import { InvalidParameter } from '../../parameters/invalidParameter';
import type { Fields } from '../../parameters/fields';
import { maxMessageBytes } from '../shared/limits';
import { responseFields } from '../shared/responses';

const fromText = 'text';
const fromList = 'list';
const atSentences = 'sentences';
const atLength = 'length';

/** The most characters of a chunk that the node cuts itself. */
const maxChunk = 2000;
const defaultChunk = 100;

/** Finding the ends of characters takes about a second for so many, and n8n stands still meanwhile. */
const maxText = 100_000;

/** What a packet needs beside its chunk: the names, the session and the message key. */
const packetBytes = 512;

/** The controls for the pieces of a message. */
export const chunkProperties: INodeProperties[] = [
	{
		displayName: 'Chunks From',
		name: 'chunksFrom',
		type: 'options',
		options: [
			{ name: 'Text', value: fromText, description: 'The node splits one text' },
			{ name: 'List', value: fromList, description: 'The pieces come as a list of texts' },
		],
		default: fromText,
		description: 'Where the pieces of the message come from; each is a call of its own',
	},
	{
		displayName: 'Text',
		name: 'text',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		required: true,
		placeholder: 'e.g. Hello, this is Tencent Cloud. How can we help you?',
		displayOptions: { show: { chunksFrom: [fromText] } },
		description: 'What the customer reads in the end',
	},
	{
		displayName: 'Split At',
		name: 'splitAt',
		type: 'options',
		options: [
			{ name: 'Sentence Ends', value: atSentences },
			{ name: 'Number of Characters', value: atLength },
		],
		default: atSentences,
		displayOptions: { show: { chunksFrom: [fromText] } },
		description: `Where a new piece begins. A sentence of more than ${maxChunk} characters is cut too.`,
	},
	{
		displayName: 'Chunk Length',
		name: 'chunkLength',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: maxChunk, numberPrecision: 0 },
		default: defaultChunk,
		displayOptions: { show: { chunksFrom: [fromText], splitAt: [atLength] } },
		description: 'Characters of a piece',
	},
	{
		displayName: 'Chunks',
		name: 'chunks',
		type: 'json',
		default: '[]',
		required: true,
		placeholder: 'e.g. ["Hello, ", "this is ", "Tencent Cloud."]',
		displayOptions: { show: { chunksFrom: [fromList] } },
		description:
			'JSON list of texts, which the customer sees joined as they are. Give the spaces between words too.',
	},
];

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
			'Make the chunks shorter. Characters outside plain English take 2 to 4 bytes each.',
		);
	});
	return chunks;
}

/** A later call names the message by the key that the first one gave. */
export const withKey: ChainRule['nextBody'] = (next, before, response) => ({
	...next,
	MsgKey: before.MsgKey ?? response.MsgKey,
});

/** `Finish` of the last chunk. */
export const finished = 1;

/** A message whose pieces go out as `Chunk`, one call each. */
export const chunkByChunk: ChainRule = {
	bodies({ Chunk: chunks, ...rest }) {
		const list = chunks as string[];
		return list.map((Chunk, index) => ({
			...rest,
			Chunk,
			...(index === list.length - 1 ? { Finish: finished } : {}),
		}));
	},
	nextBody: withKey,
};

/** What is said of a response without the key by which the rest of the message could follow. */
export function keyMissing(
	response: ApiResponse,
	{ MsgKey }: Body,
	isLast: boolean,
): Outcome | undefined {
	if (isLast || MsgKey !== undefined || response.MsgKey !== undefined) return undefined;
	return {
		done: false,
		kind: 'lost',
		message: 'Tencent gave no key for the message, so the rest of it cannot follow',
		advice: 'The customer may see its beginning. Send the text with Send Message instead.',
		data: responseFields(response),
	};
}
