import { sent } from '../shared/responses';
import type { ChainOperation } from '../operation';
import { chunkProperties, keyMissing, readChunks } from '../session/chunks';
import { readRobot, robotProperty, robotRateLimit } from './robotFields';

/** `Finish` of the last chunk. */
const finished = 1;

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
			description: 'UserID of who gets the message',
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
	// Each call appends: a repeat would show its text twice.
	retry: { policy: 'unsafe' },
	rateLimit: robotRateLimit,
	interpret(response, { From_Account, To_Account, MsgKey, Finish }) {
		const isLast = Finish === finished;
		return (
			keyMissing(response, { MsgKey }, isLast) ??
			sent(response, { From_Account, To_Account, MsgKey })
		);
	},
};
