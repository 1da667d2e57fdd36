import { sent } from '../shared/responses';
import type { ChainOperation } from '../operation';
import { chunkByChunk, chunkProperties, finished, keyMissing, readChunks } from '../session/chunks';
import { readRobot, robotProperty, robotRateLimit } from './robotFields';

export const sendStream: ChainOperation = {
	value: 'sendStream',
	name: 'Send Streaming Message',
	action: 'Send a streaming message of a robot',
	description:
		'Send a message that appears piece by piece in a one-to-one chat, as an AI writes it',
	documentation: 'https://trtc.io/document/71131',
	shape: 'chain',
	path: 'openim_robot_http_svc/send_stream_msg',
	properties: [
		robotProperty,
		{
			displayName: 'To User ID',
			name: 'toAccount',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. alice',
			description: 'User ID of who gets the message',
		},
		...chunkProperties,
	],
	options: [],
	request: (fields) => ({
		From_Account: readRobot(fields),
		To_Account: fields.id('toAccount', 'To User ID'),
		Chunk: readChunks(fields),
	}),
	orderingKey: ({ From_Account, To_Account }) => JSON.stringify([From_Account, To_Account]),
	chain: chunkByChunk,
	// Each call appends: a repeat would show its text twice.
	retry: { policy: 'unsafe' },
	rateLimit: robotRateLimit,
	interpret(response, { From_Account, To_Account, MsgKey, Finish }) {
		return (
			keyMissing(response, { MsgKey }, Finish === finished) ??
			sent(response, { From_Account, To_Account, MsgKey })
		);
	},
};
