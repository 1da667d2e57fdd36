import type { CallbackFigures, CallbackRun } from '../figures';
import { BenchN8n } from '../n8n/server';
import type { Receiving } from '../n8n/receiving';
import type { Sizes } from '../options';
import { alternating, percentile } from '../statistics';
import { sendCallbacks } from './load';
import { headerCredential, pathOf, receiverNames, receivers, receivingWorkflow } from './workflow';
import type { Receiver } from './workflow';

/** 1,000 in ten seconds. */
const perSecond = 100;
/** Enough for every code path to be compiled before it is timed. */
const warmUpCallbacks = 200;
/** Made up; it opens nothing. */
const token = 'callback token of the bench';
const credentialId = 'benchCallbacks';

/** n8n's setting by which it sets up its sandbox for expressions only where it needs one. */
const lazySetting = 'N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE';

const say = (text: string) => process.stderr.write(`  ${text}\n`);

async function run(receiving: Receiving, callbacks: number): Promise<CallbackRun> {
	const before = await receiving.executions();
	const { times, unanswered } = await sendCallbacks(receiving.url, token, callbacks, perSecond);
	if (times.length === 0) throw new Error(`${receiving.url} answered no callback with 200`);
	const executed = (await receiving.executionsFrom(before + callbacks)) - before;
	return {
		unanswered,
		lost: Math.max(0, callbacks - executed),
		doubled: Math.max(0, executed - callbacks),
		p50: percentile(times, 0.5),
		p99: percentile(times, 0.99),
		max: Math.max(...times),
	};
}

function describe(receiver: Receiver, { unanswered, lost, doubled, p50, p99, max }: CallbackRun) {
	const [middle, late, last] = [p50, p99, max].map((ms) => ms.toFixed(1));
	return (
		`${receiverNames[receiver]}: 50 % within ${middle} ms, 99 % within ${late} ms, ` +
		`all within ${last} ms; ${unanswered} unanswered, ${lost} lost, ${doubled} doubled`
	);
}

/** Runs of each of these receivers in alternation, in an n8n with these environment variables. */
async function series<R extends Receiver>(
	receivers: readonly R[],
	{ rounds, callbacks }: Sizes,
	env: Record<string, string> = {},
): Promise<Record<R, CallbackRun[]>> {
	const target = { url: 'http://127.0.0.1:9', credentialId: credentialId, callbackToken: token };
	const n8n = await BenchN8n.start([target], env, [headerCredential]);
	try {
		const receiving = new Map<R, Receiving>();
		for (const receiver of receivers) {
			const workflow = receivingWorkflow(receiver, credentialId);
			receiving.set(receiver, await n8n.receive(workflow, pathOf(receiver)));
		}
		const figures = Object.fromEntries(
			receivers.map((receiver) => [receiver, [] as CallbackRun[]]),
		) as Record<R, CallbackRun[]>;
		for (const one of receiving.values()) await run(one, warmUpCallbacks);
		for (let round = 0; round < rounds; round += 1) {
			for (const [receiver, one] of alternating([...receiving], round)) {
				const result = await run(one, callbacks);
				figures[receiver].push(result);
				say(describe(receiver, result));
			}
		}
		return figures;
	} finally {
		await n8n.stop();
	}
}

/** How fast callbacks are answered, by the trigger and by n8n's Webhook node in alternation. */
export async function measureCallbacks(sizes: Sizes): Promise<CallbackFigures> {
	const { callbacks } = sizes;
	const asInstalled = await series(receivers, sizes);
	say(`with ${lazySetting} set`);
	const lazy = await series(['trigger', 'webhook'], sizes, { [lazySetting]: 'true' });
	return { callbacks, perSecond: perSecond, ...asInstalled, lazy };
}
