import { randomUUID } from 'node:crypto';
import { tellReply } from '../../../callbacks/desk';
import { deskDataOf, deskElement } from '../../../desk/data';
import { deskWords } from '../../../desk/words';
import { isZeroOrOne } from '../../../json';
import type { Session, SessionMessage } from '../../../state/sessions';
import { generalCodes, refuse, type Call, type Endpoint, type Outcome } from '../../endpoint';
import { openSession } from './session';

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
			MsgKey === undefined || MsgKey === '' ? begin(call, session) : find(session, MsgKey);
		if (!message) return refuse(141004, 'no message of this session that goes on has the MsgKey');

		// A newer copy of the page (679/116636) has it, for the first call and for later ones.
		if (CloudCustomData !== undefined) message.cloudCustomData = CloudCustomData;
		message.finished = Finish === 1;
		grow(message, Chunk);
		show(call, session, message);
		const { key = '', elements, cloudCustomData } = message;
		const extra = cloudCustomData === undefined ? {} : { cloudCustomData };
		if (message.finished) tellReply(call, session, { key, elements, ...extra });
		return { answer: { MsgKey: key } };
	},
};

function find(session: Session, key: string): SessionMessage | undefined {
	return session.messages.find((message) => message.key === key && message.finished === false);
}

function begin({ state, now }: Call, session: Session): SessionMessage {
	const message: SessionMessage = {
		from: session.serviceAccount,
		role: 2,
		elements: [deskElement('31', { chunks: [], isFinished: 0 })],
		time: now,
		key: `${session.messages.length}_${Math.floor(now / 1000)}_${randomUUID()}`,
		finished: false,
	};
	state.world.sessions.write(session, message);
	return message;
}

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

/** The first chunk is a new message; the others change it. */
function show(call: Call, session: Session, message: SessionMessage): void {
	const { state, conversations, now } = call;
	const { elements, key = '', cloudCustomData } = message;
	const extra = cloudCustomData === undefined ? {} : { cloudCustomData };
	const { serviceAccount, userId } = session;
	const sdkAppId = state.app.sdkAppId;
	const address = { kind: 'desk' as const, sdkAppId, participants: [serviceAccount, userId] };
	const text = elements.map((element) => deskWords({ src: '31', ...deskDataOf(element) })).join('');
	const shown = conversations.entriesOf(address).find((entry) => entry.key === key);
	if (shown) {
		Object.assign(shown, { text, ...extra });
		return;
	}
	conversations.add(address, {
		kind: 'message',
		sender: serviceAccount,
		elements,
		text,
		time: Math.floor(now / 1000),
		key,
		...extra,
		onlineOnly: false,
		state: state.world.accounts.get(userId)?.online ? 'delivered' : 'stored',
	});
}
