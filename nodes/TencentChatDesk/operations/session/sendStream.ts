import { sent } from '../shared/responses';
import { withoutAbsent } from '../../parameters/fields';
import { cloudCustomDataOption, readCloudCustomData } from '../shared/messageOptions';
import type { ChainOperation } from '../operation';
import { chunkByChunk, chunkProperties, finished, keyMissing, readChunks } from './chunks';
import { readSessionId, sessionId } from './fields';

export const sendStream: ChainOperation = {
	value: 'sendStream',
	name: 'Send Streaming Message',
	action: 'Send a streaming message in a desk session',
	description: 'Send a message that appears piece by piece, as an AI agent writes it',
	documentation: 'https://www.tencentcloud.com/document/product/1229/68822',
	shape: 'chain',
	path: 'desk_http_svc/send_stream_msg',
	properties: [sessionId, ...chunkProperties],
	options: [cloudCustomDataOption],
	request: (fields) =>
		withoutAbsent({
			SessionId: readSessionId(fields),
			Chunk: readChunks(fields),
			// Of the first call and of the later ones (CN679-116636).
			CloudCustomData: readCloudCustomData(fields.collection('options', 'Options')),
		}),
	orderingKey: ({ SessionId }) => JSON.stringify([SessionId]),
	chain: chunkByChunk,
	// No field tells a copy of a chunk from the next one: a repeat could show the text twice.
	retry: { policy: 'unsafe' },
	rateLimit: { default: 50, max: 200 },
	interpret(response, { SessionId, MsgKey, Finish }) {
		return (
			keyMissing(response, { MsgKey }, Finish === finished) ?? sent(response, { SessionId, MsgKey })
		);
	},
};
