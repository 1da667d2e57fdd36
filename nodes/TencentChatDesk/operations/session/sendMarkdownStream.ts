import type { IDataObject } from 'n8n-workflow';
import type { Body, TargetLimit } from '../../contract';
import { InvalidParameter } from '../../parameters/invalidParameter';
import { objectsIn } from '../../parameters/json';
import { withoutAbsent } from '../../parameters/fields';
import { cloudCustomDataOption, readCloudCustomData } from '../shared/messageOptions';
import { deskPage } from '../shared/desk';
import { sent } from '../shared/responses';
import type { ChainOperation } from '../operation';
import { chunkProperties, keyMissing, readChunks, withKey } from './chunks';
import { readSessionId, sessionId } from './fields';

/** Of all pieces together. */
const maxStreamBytes = 128 * 1024;

/**
 * The page allows one message five pieces a second, and a session has one at a time. Four leave room
 * for a first piece that is long on its way.
 */
const perMessage: TargetLimit = {
	perSecond: 4,
	target: ({ SessionId }) => `stream ${String(SessionId)}`,
	called: 'One message',
};

interface Chunk extends IDataObject {
	EventType: 'data';
	Index: number;
	Markdown: string;
	IsLast?: true;
}

/** The pieces as the API takes them; the last one closes the message. */
function numbered(pieces: string[]): Chunk[] {
	const bytes = pieces.reduce((sum, piece) => sum + Buffer.byteLength(JSON.stringify(piece)), 0);
	if (bytes >= maxStreamBytes) {
		throw new InvalidParameter(
			`The text is too long to be streamed: ${bytes} bytes of the 128 KB that Tencent takes`,
			'Split it over several items.',
		);
	}
	return pieces.map((Markdown, at) => ({
		EventType: 'data',
		Index: at + 1,
		Markdown,
		...(at === pieces.length - 1 ? { IsLast: true as const } : {}),
	}));
}

const contentOf = ({ MsgBody }: Body): IDataObject =>
	objectsIn(MsgBody)[0]?.MsgContent as IDataObject;

const message = (CompatibleText: unknown, Chunks: unknown): IDataObject[] => [
	{ MsgType: 'TIMStreamElem', MsgContent: { CompatibleText, Chunks } as IDataObject },
];

export const sendMarkdownStream: ChainOperation = {
	value: 'sendMarkdownStream',
	name: 'Send Streaming Markdown',
	action: 'Send streaming markdown in a desk session',
	description:
		'Send a message in Markdown that appears piece by piece, as an AI agent writes it. Needs newer clients than Send Streaming Message, and calls from China.',
	documentation: deskPage(129279),
	shape: 'chain',
	path: 'desk_http_svc/send_stream_msg_v2',
	properties: [
		sessionId,
		...chunkProperties,
		{
			displayName: 'Compatible Text',
			name: 'compatibleText',
			type: 'string',
			default: 'Please update the app to read this message.',
			required: true,
			description: 'What clients show that are too old for streams',
		},
	],
	options: [cloudCustomDataOption],
	request: (fields) =>
		withoutAbsent({
			SessionId: readSessionId(fields),
			MsgBody: message(
				fields.text('compatibleText', 'Compatible Text'),
				numbered(readChunks(fields)),
			),
			CloudCustomData: readCloudCustomData(fields.collection('options', 'Options')),
		}),
	orderingKey: ({ SessionId }) => JSON.stringify([SessionId]),
	chain: {
		bodies(body) {
			const { CompatibleText, Chunks } = contentOf(body);
			return objectsIn(Chunks).map((chunk) => ({
				...body,
				MsgBody: message(CompatibleText, [chunk]),
			}));
		},
		nextBody: withKey,
	},
	// What the server does with an Index that comes again is not printed.
	retry: { policy: 'unsafe' },
	rateLimit: { default: 50, max: 200 },
	targetLimit: perMessage,
	interpret(response, body) {
		const { SessionId, MsgKey } = body;
		const isLast = objectsIn(contentOf(body).Chunks).some((chunk) => chunk.IsLast === true);
		return keyMissing(response, body, isLast) ?? sent(response, { SessionId, MsgKey });
	},
};
