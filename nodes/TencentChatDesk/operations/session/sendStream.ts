import { responseFields, sent } from '../shared/responses';
import { withoutAbsent } from '../../parameters/fields';
import { cloudCustomDataOption, readCloudCustomData } from '../shared/messageOptions';
import type { ChainOperation } from '../operation';
import {
	atLength,
	atSentences,
	fromList,
	fromText,
	maxChunk,
	readChunks,
	defaultChunk,
} from './chunks';
import { readSessionId, sessionId } from './fields';

/** `Finish` of the last chunk. */
const finished = 1;

export const sendStream: ChainOperation = {
	value: 'sendStream',
	name: 'Send Streaming Message',
	action: 'Send a streaming message in a desk session',
	description: 'Send a message that appears piece by piece, as an AI agent writes it',
	documentation: 'https://www.tencentcloud.com/document/product/1229/68822',
	shape: 'chain',
	path: 'desk_http_svc/send_stream_msg',
	properties: [
		sessionId,
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
	],
	options: [cloudCustomDataOption],
	request: (fields) =>
		withoutAbsent({
			SessionId: readSessionId(fields),
			Chunk: readChunks(fields),
			// Of the first call and of the later ones (CN679-116636).
			CloudCustomData: readCloudCustomData(fields.collection('options', 'Options')),
		}),
	orderingKey: ({ SessionId }) => JSON.stringify([SessionId]),
	chain: {
		bodies({ Chunk: chunks, ...rest }) {
			const list = chunks as string[];
			return list.map((Chunk, index) => ({
				...rest,
				Chunk,
				...(index === list.length - 1 ? { Finish: finished } : {}),
			}));
		},
		nextBody: (next, before, response) => ({ ...next, MsgKey: before.MsgKey ?? response.MsgKey }),
	},
	// No field tells a copy of a chunk from the next one: a repeat could show the text twice.
	retry: { policy: 'unsafe' },
	rateLimit: { default: 50, max: 200 },
	interpret(response, { SessionId, MsgKey, Finish }) {
		if (MsgKey === undefined && response.MsgKey === undefined && Finish !== finished) {
			return {
				done: false,
				kind: 'lost',
				message: 'Tencent gave no key for the message, so the rest of it cannot follow',
				advice: 'The customer may see its beginning. Send the text with Send Message instead.',
				data: responseFields(response),
			};
		}
		return sent(response, { SessionId, MsgKey });
	},
};
