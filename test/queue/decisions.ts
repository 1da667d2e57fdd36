import { until } from '../harness/eventually';
import { check, type Check } from './checks';
import { executionsBegun, type QueueModeN8n } from './n8n';
import { CALLBACK_PATH, CALLBACK_TOKEN, REJECTED, UNDECIDED } from './conversationWorkflows';
import type { RemoteSimulator } from './simulator';

/** Longer than Tencent waits, so that an answer that a busy machine gives late is seen as well. */
const PATIENCE_MS = 10_000;
/** The trigger answers after 1.8 seconds, and n8n takes its time before and after that. */
const DEFAULT_WITHIN_MS = 2_500;

const [SENDER, RECEIVER] = ['alice', 'bob'];

/**
 * Has a worker decide whether a message may pass, while the main process holds the call: in time, and
 * when no worker is free.
 */
export async function decisions(n8n: QueueModeN8n, simulator: RemoteSimulator): Promise<Check[]> {
	await simulator.startAnew({});
	await simulator.sendCallbacks({
		url: `${n8n.url}/webhook/${CALLBACK_PATH}`,
		token: CALLBACK_TOKEN,
		commands: ['C2C.CallbackBeforeSendMsg'],
		timeoutMs: PATIENCE_MS,
	});
	const say = async (text: string) => await simulator.write({ from: SENDER, to: RECEIVER, text });
	const perWorker = () => n8n.workers.map(executionsBegun);

	const before = perWorker();
	await Promise.all([say('slow start'), say('slow start')]);
	const began = perWorker().map((count, index) => count - before[index]!);

	const rude = await settledCode(say);
	const secret = await say('my secret');
	const idle = perWorker();
	const busy = [say('slow one'), say('slow two')];
	await until('both workers are busy', () =>
		perWorker().every((count, index) => count > idle[index]!),
	);
	const asked = Date.now();
	const third = await say('nobody has time for this');
	const took = Date.now() - asked;
	await Promise.all(busy);
	const afterwards = await settledCode(say);
	const shown = (await simulator.conversations()).flatMap(({ entries }) =>
		entries.map(({ text }) => text),
	);
	await simulator.sendCallbacks({ url: null });

	return [
		check(
			'both workers decide',
			began.every((count) => count > 0),
			`executions begun by the workers: ${began.join(' and ')}`,
		),
		check(
			'a message that a worker rejects does not pass, and its sender gets the code',
			rude === REJECTED,
			`code ${rude}`,
		),
		check(
			'a text that a worker replaces is shown in its place',
			secret.ErrorCode === 0 && shown.includes('my ***'),
			`code ${secret.ErrorCode}; shown: ${shown.join(', ')}`,
		),
		check(
			'when no worker is free, the default goes out after 1.8 seconds',
			third.ErrorCode === UNDECIDED && took < DEFAULT_WITHIN_MS,
			`code ${third.ErrorCode} after ${took} ms`,
		),
		check(
			'decisions that come late do no harm: the next one counts',
			afterwards === REJECTED,
			`code ${afterwards}`,
		),
		check('nothing else is shown', shown.length === 1, `shown: ${shown.join(', ')}`),
	];
}

/** Says something rude until workers that are still at earlier messages have time for it. */
async function settledCode(say: (text: string) => Promise<{ ErrorCode: number }>): Promise<number> {
	for (let tries = 1; ; tries += 1) {
		const { ErrorCode } = await say('rude');
		if (ErrorCode !== UNDECIDED || tries === 5) return ErrorCode;
	}
}
