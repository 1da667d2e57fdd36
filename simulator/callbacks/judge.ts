import { isInteger, type JsonObject } from '../json';
import { refuse, type Call, type Outcome } from '../rest/endpoint';
import { readMessageBody } from '../rest/messageBody';
import type { MessageElement } from '../state/conversations';

/** The parts of a message that a callback may replace. */
export interface Replaceable {
	elements: MessageElement[];
	cloudCustomData?: string;
}

/** A message that the app's server may look at before it is sent. */
interface Case<Message extends Replaceable> {
	command: string;
	/** The body of the callback without CallbackCommand. */
	body: JsonObject;
	message: Message;
	kind: keyof typeof rejections;
	/** Whether it is a message of a live room. */
	ofLive?: true;
	/** Drops the message; the sender gets a response as if it had been sent. */
	drop: () => Outcome;
	accept: (message: Message) => Outcome;
}

const pass = 0;
const reject = 1;
const dropCode = 2;

/**
 * What the sender gets when the response is 1, and the codes that the app's server may choose itself.
 * What Tencent does with a code of another range is on no page; here it is a bad response.
 */
const rejections = {
	/** Before a One-to-One Message Is Sent (page 34364). */
	direct: { plain: 20006, isOwn: (code: number) => code >= 120_001 && code <= 130_000 },
	/** Before Group Message Is Sent (page 34374), and its form for live rooms (page 74347). */
	group: { plain: 10016, isOwn: (code: number) => code >= 10_100 && code <= 10_200 },
} as const;

/**
 * Lets the app's server decide on a message: Chat > Before a One-to-One Message Is Sent and
 * Before Group Message Is Sent. When nobody decides in time, or in a way that no page lists, the
 * app's setting does: the message passes, or Error Codes 80003.
 */
export function judge<Message extends Replaceable>(
	call: Call,
	{ command, body, message, kind, ofLive, drop, accept }: Case<Message>,
): Outcome | Promise<Outcome> {
	const { platform } = call;
	const { plain, isOwn } = rejections[kind];
	const asked = call.callbacks.ask(call.state, { command, platform, body, ofLive });
	if (!asked) return accept(message);
	return asked.then(({ response }) => {
		const code = response?.ErrorCode;
		if (response && isInteger(code)) {
			const info = typeof response.ErrorInfo === 'string' ? response.ErrorInfo : '';
			if (code === reject) return refuse(plain, info);
			if (code === dropCode) return drop();
			if (isOwn(code)) return refuse(code, info);
			const changes = code === pass ? replacementsIn(response) : undefined;
			if (changes) return accept({ ...message, ...changes });
		}
		return call.state.callbacks.settings.blockOnTimeout
			? refuse(80003, 'the callback before sending has failed or timed out')
			: accept(message);
	});
}

/** MsgBody and CloudCustomData, where they are given; undefined when they cannot be used. */
function replacementsIn({
	MsgBody,
	CloudCustomData,
}: JsonObject): Partial<Replaceable> | undefined {
	const elements = MsgBody === undefined ? undefined : readMessageBody(MsgBody);
	if (elements && !Array.isArray(elements)) return undefined;
	return {
		...(elements && { elements }),
		...(typeof CloudCustomData === 'string' && { cloudCustomData: CloudCustomData }),
	};
}
