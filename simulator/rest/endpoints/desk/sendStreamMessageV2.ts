import { tellReply } from '../../../callbacks/desk';
import { isInteger, isObject, type JsonObject } from '../../../json';
import type { SessionMessage } from '../../../state/sessions';
import { refuse, type Call, type Outcome, type Refusal } from '../../endpoint';
import { countWithin } from '../../rateLimit';
import { deskCommand, isFilled, typeFault, wrong } from '../deskOffice/checks';
import { openSession } from './session';
import { beginStream, growing, showStream } from './streamShown';

const maxBytes = 128 * 1024;
const callsPerSecond = 5;
const maxPauseMs = 15_000;

interface Pieces {
	compatibleText: string;
	chunks: JsonObject[];
}

/** MsgBody has exactly one element, and that one the pieces of this call. */
function readPieces({ MsgBody }: JsonObject): Pieces | Refusal {
	const element = Array.isArray(MsgBody) && MsgBody.length === 1 ? MsgBody[0] : undefined;
	if (!isObject(element) || element.MsgType !== 'TIMStreamElem') {
		return wrong('MsgBody', 'one TIMStreamElem');
	}
	const { MsgContent: content } = element;
	if (!isObject(content) || !isFilled(content.CompatibleText)) {
		return wrong('CompatibleText', 'a String');
	}
	const { Chunks } = content;
	if (!Array.isArray(Chunks) || Chunks.length === 0 || !Chunks.every(isObject)) {
		return wrong('Chunks', 'an Array of Object');
	}
	const areGood = Chunks.every(
		({ EventType, Index, Markdown, IsLast = false }) =>
			EventType === 'data' &&
			isInteger(Index) &&
			typeof Markdown === 'string' &&
			typeof IsLast === 'boolean',
	);
	return areGood
		? { compatibleText: content.CompatibleText, chunks: Chunks }
		: wrong('Chunks', 'of EventType, Index and Markdown');
}

const chunksOf = ({ elements }: SessionMessage): JsonObject[] =>
	(elements[0]?.MsgContent.Chunks ?? []) as JsonObject[];

const lastOf = (message: SessionMessage) => Number(chunksOf(message).at(-1)?.Index ?? 0);

/** What is wrong with more pieces of a message: its pace, its pause, their order and their size. */
function pieceFault(call: Call, message: SessionMessage, { chunks }: Pieces): Refusal | undefined {
	const arrivals = (message.arrivals ??= []);
	const last = arrivals.at(-1);
	if (last !== undefined && call.now - last > maxPauseMs) {
		message.finished = true;
		return refuse(141004, 'the message has closed itself after 15 seconds');
	}
	if (!countWithin(arrivals, callsPerSecond, call.now)) {
		return refuse(141009, 'a message takes five calls a second');
	}
	const indices = [lastOf(message), ...chunks.map(({ Index }) => Number(Index))];
	if (indices.some((index, at) => at > 0 && index <= (indices[at - 1] ?? 0))) {
		return refuse(141004, 'Index has to rise over all calls of a message');
	}
	const all = [...chunksOf(message), ...chunks];
	return Buffer.byteLength(JSON.stringify(all)) > maxBytes
		? refuse(141004, 'the message is larger than 128 KB')
		: undefined;
}

/**
 * Chat > Desk, streaming messages of the second kind (v4/desk_http_svc/send_stream_msg_v2, product 269,
 * page 129279). Its table of codes was not to be had: those of its siblings are answered.
 */
export const sendStreamMessageV2 = deskCommand(
	'send_stream_msg_v2',
	['SessionId', 'MsgBody', 'MsgKey', 'CloudCustomData'],
	(call): Outcome => {
		const session = openSession(call);
		if ('code' in session) return session;
		const fault = typeFault(call.body, { MsgKey: 'text', CloudCustomData: 'text' });
		if (fault) return fault;
		const pieces = readPieces(call.body);
		if ('code' in pieces) return pieces;
		const { MsgKey, CloudCustomData } = call.body;
		const isNew = !isFilled(MsgKey);
		if (isNew && Number(pieces.chunks[0]?.Index) !== 1) {
			return refuse(141004, 'the first Index of a message is 1');
		}
		const { compatibleText: CompatibleText, chunks } = pieces;
		const content = (Chunks: JsonObject[]) => ({ CompatibleText, Chunks });
		const message = isNew
			? beginStream(call, session, [{ MsgType: 'TIMStreamElem', MsgContent: content([]) }])
			: growing(session, MsgKey);
		if (!message) return refuse(141004, 'no message of this session that goes on has the MsgKey');
		const pieceProblem = pieceFault(call, message, pieces);
		if (pieceProblem) return pieceProblem;
		const [element] = message.elements;
		if (element) element.MsgContent = content([...chunksOf(message), ...chunks]);
		if (isFilled(CloudCustomData)) message.cloudCustomData = CloudCustomData;
		message.finished = chunks.some(({ IsLast }) => IsLast === true);
		showStream(call, session, message);
		const { key = '', elements, cloudCustomData } = message;
		const extra = cloudCustomData === undefined ? {} : { cloudCustomData };
		if (message.finished) tellReply(call, session, { key, elements, ...extra });
		return { response: { MsgKey: key } };
	},
);
