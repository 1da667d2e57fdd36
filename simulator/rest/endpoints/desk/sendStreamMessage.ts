import { tellReply } from '../../../callbacks/desk';
import { deskDataOf, deskElement } from '../../../desk/data';
import { isZeroOrOne } from '../../../json';
import type { SessionMessage } from '../../../state/sessions';
import { generalCodes, refuse, type Call, type Endpoint, type Outcome } from '../../endpoint';
import { openSession } from './session';
import { beginStream, growing, showStream } from './streamShown';

/**
 * Chat Desk > Sending Stream Messages (v4/desk_http_svc/send_stream_msg). The page does not say what
 * clients receive; they all know a stream as one message of Desk with src 31 that grows.
 */
export const sendStreamMessage: Endpoint = {
	path: 'desk_http_svc/send_stream_msg',
	// The page prints no frequency; Chat > Use Limits gives 200 for every API.
	callsPerSecond: 200,
	codes: { ...generalCodes, notAnObject: 141004 },
	fields: ['SessionId', 'Chunk', 'MsgKey', 'Finish', 'CloudCustomData'],
	handle(call: Call): Outcome {
		const { body, state } = call;
		if (!state.app.desk) return refuse(141000, 'the app is no Desk app');
		const session = openSession(call);
		if ('code' in session) return session;
		const { Chunk, MsgKey, Finish, CloudCustomData } = body;
		if (typeof Chunk !== 'string' || Chunk === '') {
			return refuse(141004, 'Chunk has to be a String');
		}
		if (Finish !== undefined && !isZeroOrOne(Finish)) {
			return refuse(141004, 'Finish has to be an Integer');
		}
		if (MsgKey !== undefined && typeof MsgKey !== 'string') {
			return refuse(141004, 'MsgKey has to be a String');
		}
		if (CloudCustomData !== undefined && typeof CloudCustomData !== 'string') {
			return refuse(141004, 'CloudCustomData has to be a String');
		}
		const message =
			MsgKey === undefined || MsgKey === ''
				? beginStream(call, session, [deskElement('31', { chunks: [], isFinished: 0 })])
				: growing(session, MsgKey);
		if (!message) return refuse(141004, 'no message of this session that goes on has the MsgKey');

		// A newer copy of the page (679/116636) has it, for the first call and for later ones.
		if (CloudCustomData !== undefined) message.cloudCustomData = CloudCustomData;
		message.finished = Finish === 1;
		grow(message, Chunk);
		showStream(call, session, message);
		const { key = '', elements, cloudCustomData } = message;
		const extra = cloudCustomData === undefined ? {} : { cloudCustomData };
		if (message.finished) tellReply(call, session, { key, elements, ...extra });
		return { response: { MsgKey: key } };
	},
};

/** Adds a chunk. Elements are those of the message that clients show already. */
function grow({ elements, finished }: SessionMessage, chunk: string): void {
	const [element] = elements;
	const chunks = element && deskDataOf(element)?.chunks;
	const all = [...(Array.isArray(chunks) ? chunks : []), chunk];
	if (element) {
		element.MsgContent = deskElement('31', {
			chunks: all,
			isFinished: finished ? 1 : 0,
		}).MsgContent;
	}
}
