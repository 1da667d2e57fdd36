import type { JsonObject } from '../../../simulator/json';
import type { Readings } from '../../../simulator/readings';
import { copies, history } from './messages';
import { undecided, type Question, type Sighting } from '../question';
import { randomNumber, textBody } from '../service/service';

/** A message with numbers of its own, which a copy has, too. */
const numbered = (from: string, to: string) => ({
	From_Account: from,
	To_Account: to,
	SyncOtherMachine: 2,
	MsgSeq: randomNumber(),
	MsgRandom: randomNumber(),
	MsgBody: textBody('probe: copies'),
});

/** What the window is, by the last second at which a copy was dropped. */
const windows: Record<number, Sighting> = {
	0: {
		answer: 'a copy after two seconds is another message',
		readings: { sendmsgDedup: 'oneSecond' },
	},
	2: {
		answer: 'a copy is dropped after two seconds, and not after 125',
		readings: { sendmsgDedup: 'key120s' },
	},
	125: { answer: 'a copy is still dropped after 125 seconds' },
};

const directWindow: Question = {
	name: 'Copies of direct messages: for how long',
	always: true,
	question: 'For how long does sendmsg drop a copy?',
	does: 'Sends a message to a throwaway account, copies after 2 and 125 seconds, and reads the history.',
	async *ask(service) {
		const [from, to] = [await service.account(), await service.account()];
		const message = numbered(from, to);
		const { droppedUntil } = yield* copies(
			[2, 125],
			() => service.call('openim/sendmsg', message),
			async () => (await history(service, to, from)).length,
		);
		return windows[droppedUntil];
	},
};

const directCopyAnswer: Question = {
	name: 'Copies of direct messages: the answer',
	always: true,
	question: 'What is a copy that sendmsg drops answered with?',
	does: 'Sends a message and its copy two seconds later, and compares the two answers.',
	async *ask(service) {
		const [from, to] = [await service.account(), await service.account()];
		const message = numbered(from, to);
		const first = await service.call('openim/sendmsg', message);
		// A MsgKey holds the second in which it was made.
		yield 2;
		await service.decide('openim/sendmsg', message);
		const copy = service.lastResponse;
		yield 4;
		const isDropped = (await history(service, to, from)).length === 1;
		return isDropped ? copyAnswer(first, copy) : undecided('the copy is not dropped');
	},
};

function copyAnswer(first: JsonObject, copy: JsonObject): Sighting {
	const { ErrorCode: code, MsgKey } = copy;
	const reading = (duplicateResponse: Readings['duplicateResponse'], answer: string) => ({
		answer,
		readings: { duplicateResponse },
	});
	if (typeof code === 'number' && code !== 0) {
		return {
			answer: `with ErrorCode ${code}`,
			readings: { duplicateResponse: 'error', duplicateErrorCode: code },
		};
	}
	if (MsgKey === undefined) return reading('okWithoutKey', 'with OK, without a MsgKey');
	return MsgKey === first.MsgKey
		? reading('sameResponse', 'with the MsgKey of the first')
		: reading('freshResponse', 'with a MsgKey of its own');
}

const directScope: Question = {
	name: 'Copies of direct messages: the receiver',
	question: 'Is the same message to another receiver a copy?',
	does: 'Sends one message to two throwaway accounts, with the same numbers, and reads the history.',
	async *ask(service) {
		const [from, to] = await service.pair();
		const other = await service.account();
		const message = numbered(from, to);
		await service.call('openim/sendmsg', message);
		await service.decide('openim/sendmsg', { ...message, To_Account: other });
		yield 2;
		const arrived = await history(service, other, from);
		return arrived.length > 0
			? { answer: 'no, both arrive', readings: { sendmsgDedupScope: 'pair' } }
			: { answer: 'yes, it is dropped', readings: { sendmsgDedupScope: 'sender' } };
	},
};

const batchCopies: Question = {
	name: 'Copies of messages to many',
	question: 'Does batchsendmsg drop a copy?',
	does: 'Sends a message to a throwaway account and its copy after two seconds, and reads the history.',
	async *ask(service) {
		const [from, to] = [await service.account(), await service.account()];
		const message = { ...numbered(from, to), To_Account: [to] };
		const { first, droppedUntil } = yield* copies(
			[2],
			() => service.call('openim/batchsendmsg', message),
			async () => (await history(service, to, from)).length,
		);
		if (first.ErrorCode !== 0) return undecided(`it is refused (${String(first.ErrorCode)})`);
		return droppedUntil > 0
			? { answer: 'yes', readings: { batchDedup: 'key120s' } }
			: { answer: 'no', readings: { batchDedup: 'none' } };
	},
};

export const directCopies: readonly Question[] = [
	directWindow,
	directCopyAnswer,
	directScope,
	batchCopies,
];
