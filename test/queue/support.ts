import type { Outcome, RunResult } from './attempt';
import { lettersOf, type Letter } from './letters';
import type { Conversation, Entry, RecordedRequest } from '../../simulator';

const REFUSED = 60007;

function entry(text: string, seq: number): Entry {
	return {
		kind: 'message',
		sender: 'administrator',
		elements: [],
		text,
		time: 0,
		seq,
		key: text,
		onlineOnly: false,
		state: 'delivered',
	};
}

/** What customers see when these letters reach them in this order. */
export function shown(letters: Letter[]): Conversation[] {
	const texts = new Map<string, string[]>();
	for (const { to, text } of letters) texts.set(to, [...(texts.get(to) ?? []), text]);
	return [...texts].map(([to, of]) => ({
		id: to,
		kind: 'c2c',
		sdkAppId: 1,
		participants: ['administrator', to],
		entries: of.map(entry),
	}));
}

/** A call that sends a text, as the simulator records it. */
export function call(at: number, text: string, refused = false): RecordedRequest {
	const body = { MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: text } }] };
	return {
		at,
		method: 'POST',
		path: 'openim/sendmsg',
		raw: JSON.stringify(body),
		body,
		errorCode: refused ? REFUSED : 0,
		duplicate: false,
		fault: null,
		unknownFields: [],
	};
}

/** Two executions of 1,000 messages each, 100 a second each, in which all goes well. */
export function goodOutcome(): Outcome {
	const runs: RunResult[] = ['first', 'second'].map((name) => ({
		name,
		requestsPerSecond: 200,
		messages: 1_000,
		sent: 1_000,
		failed: 0,
	}));
	const letters = runs.flatMap(({ name, messages }) => lettersOf(name, messages));
	const requests = runs.flatMap(({ name, messages }) =>
		lettersOf(name, messages).map(({ text }, number) => call(number * 10, text)),
	);
	return { runs, perWorker: [1, 1], requests, conversations: shown(letters) };
}
