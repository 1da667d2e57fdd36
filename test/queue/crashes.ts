import type { IDataObject } from 'n8n-workflow';

import { fraction, seededRandom } from '../../simulator/random';
import type { Behaviour } from '../../simulator';
import { arrivalsOf, viewsOf } from '../harness/arrivals';
import { until } from '../harness/eventually';
import { messagesOf, type Message } from '../harness/messages';
import { sized } from '../support/size';
import { onceChannels, type OnceChannel } from './onceWorkflows';
import { customers, type QueueTestbed } from './testbed';

const kills = sized(10, 1);
const roomMessages = sized(1_500, 300);
/** Tencent's own memory is so short that nothing holds because of it. */
const forgetful: Partial<Behaviour> = { latencyMs: 5, rateLimit: null, sendmsgDedup: 'oneSecond' };
/** As documented: of two executions at once, it is what keeps their last moment apart. */
const remembering: Partial<Behaviour> = { latencyMs: 50, rateLimit: null };

type Output = Array<IDataObject & { error?: { mayHaveBeenSent?: boolean } }>;

async function execute(
	{ n8n }: QueueTestbed,
	{ webhook }: OnceChannel,
	items: IDataObject[],
	signal?: AbortSignal,
): Promise<Output> {
	const response = await fetch(`${n8n.url}/webhook/${webhook}`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify({ items }),
		signal,
	});
	const text = await response.text();
	if (!response.ok) throw new Error(`The workflow answered ${response.status}: ${text}`);
	return JSON.parse(text) as Output;
}

/** Runs the workflow on one of the workers, and kills it after so many calls. */
async function executeUntilKilled(
	testbed: QueueTestbed,
	channel: OnceChannel,
	items: IDataObject[],
	calls: number,
): Promise<number> {
	const { simulator, n8n } = testbed;
	const made = async () => (await simulator.stats()).paths[channel.path]?.received ?? 0;
	const last = (await made()) + calls;
	const before = testbed.begun();
	const given = new AbortController();
	const execution = execute(testbed, channel, items, given.signal).then(
		() => 'ended' as const,
		() => 'given up' as const,
	);
	const moment = until('so many calls', async () => (await made()) >= last).then(() => 'now');
	if ((await Promise.race([execution, moment])) === 'ended') {
		throw new Error('The execution ended before its worker was killed.');
	}
	const worker = testbed.begun().findIndex((count, index) => count > before[index]!);
	n8n.workers[worker]!.signal('SIGKILL');
	await n8n.workers[worker]!.ended;
	given.abort();
	await execution;
	return worker;
}

interface Outcome {
	/** What came out of the last run, in the order of the items. */
	output: Output;
	sent: Output;
	failed: Output;
	/** What is worth telling of all the runs. */
	figures: string;
}

/** The other worker goes on with what a killed one has left, again and again, and then to the end. */
async function runWithKills(
	testbed: QueueTestbed,
	channel: OnceChannel,
	items: IDataObject[],
	seed: number,
): Promise<Outcome> {
	const random = seededRandom(seed);
	const startedAt = performance.now();
	await testbed.simulator.begin(forgetful);
	const killed: number[] = [];
	const starting: Array<Promise<void>> = [];
	for (let kill = 0; kill < kills; kill += 1) {
		// The one that was killed last is still missing, so that the other takes the execution.
		await starting.at(-2);
		const calls = 1 + Math.floor((fraction(random) * items.length) / (2 * kills));
		const worker = await executeUntilKilled(testbed, channel, items, calls);
		killed.push(worker);
		starting.push(testbed.n8n.startAgain(worker));
	}
	const output = await execute(testbed, channel, items);
	const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
	await Promise.all(starting);
	const failed = output.filter(({ error }) => error !== undefined);
	const sent = output.filter(({ error }) => error === undefined);
	const figures = [
		`${items.length} items, killed: worker ${killed.map((worker) => worker + 1).join(', ')}`,
		`${seconds} s`,
		countsOf(output),
	].join('; ');
	return { output, sent, failed, figures };
}

const countsOf = (output: Output): string =>
	[
		`${output.filter(({ alreadySent }) => alreadySent === true).length} already sent`,
		`${output.filter(({ verified }) => verified === true).length} looked up`,
		`${output.filter(({ error }) => error?.mayHaveBeenSent === true).length} in doubt`,
		`${output.filter(({ error }) => error?.mayHaveBeenSent === false).length} failed`,
	].join(', ');

const tell = (what: string, figures: string, found: object) =>
	process.stderr.write(`${what}\n  ${figures}; ${JSON.stringify(found)}\n`);

/** What became of messages, one by one. */
async function foundOf({ simulator }: QueueTestbed, list: Message[]) {
	await simulator.settled();
	const views = viewsOf(await simulator.conversations(), 'c2c');
	const { lost, doubled, outOfOrder } = arrivalsOf(list, views);
	return { lost, doubled, outOfOrder };
}

/** Whom an agent was asked to talk to, request by request. */
async function contactedBy({ simulator }: QueueTestbed): Promise<string[]> {
	await simulator.settled();
	return (await simulator.requests())
		.filter(({ path, errorCode }) => path === onceChannels.contact.path && errorCode === 0)
		.map(({ body }) => (body as { ClientUserID: string }).ClientUserID);
}

async function shownInRoom(testbed: QueueTestbed, name: string): Promise<string[]> {
	await testbed.simulator.settled();
	return (await testbed.shown()).filter((text) => text.startsWith(`${name} `));
}

const mayHaveBeenSent = expect.objectContaining({
	error: expect.objectContaining({ mayHaveBeenSent: true }) as unknown,
}) as unknown;

/** Workers that are killed in the middle of runs with Send Once, and runs that come twice at once. */
export function crashes(testbed: () => QueueTestbed): void {
	describe(`a worker that is killed ${kills} times`, () => {
		it('leaves each direct message once, in order', async () => {
			const list = messagesOf('Message', sized(5_000, 500), customers);
			const outcome = await runWithKills(testbed(), onceChannels.direct, list, 17);
			const found = await foundOf(testbed(), list);
			tell('direct messages, killed workers', outcome.figures, found);
			expect([outcome.sent.length, outcome.failed]).toEqual([list.length, []]);
			expect(found).toEqual({ lost: 0, doubled: 0, outOfOrder: 0 });
		});

		it('leaves each customer contacted once', async () => {
			const list = messagesOf('Contact', customers, customers);
			const outcome = await runWithKills(testbed(), onceChannels.contact, list, 18);
			const contacted = await contactedBy(testbed());
			tell('contacts, killed workers', outcome.figures, { contacts: contacted.length });
			expect([outcome.sent.length, outcome.failed]).toEqual([list.length, []]);
			expect(contacted.sort()).toEqual(list.map(({ to }) => to).sort());
		});

		it('leaves no message twice in a live room, and each missing one is reported', async () => {
			const list = messagesOf('Live', roomMessages, 1);
			const outcome = await runWithKills(testbed(), onceChannels.live, list, 19);
			const shown = await shownInRoom(testbed(), 'Live');
			const missing = list.length - new Set(shown).size;
			const doubled = shown.length - new Set(shown).size;
			tell('live messages, killed workers', outcome.figures, { doubled, missing });
			expect(doubled).toBe(0);
			expect(outcome.output.length).toBe(list.length);
			expect(outcome.sent.length).toBeGreaterThan(0);
			const lost = list.filter(({ text }) => !shown.includes(text)).map(({ number }) => number);
			expect(lost.map((number) => outcome.output[number])).toEqual(lost.map(() => mayHaveBeenSent));
			expect(outcome.failed).toEqual(outcome.failed.map(() => mayHaveBeenSent));
		});
	});

	describe('two executions at once with the same keys, one on each worker', () => {
		/** Both outputs, one after the other. */
		async function twice(channel: OnceChannel, items: IDataObject[]): Promise<Output> {
			await testbed().simulator.begin(remembering);
			const before = testbed().begun();
			const both = await Promise.all(
				[1, 2].map(async () => await execute(testbed(), channel, items)),
			);
			expect(
				testbed()
					.begun()
					.map((count, index) => count - before[index]!),
			).toEqual([1, 1]);
			return both.flat();
		}

		it('send each direct message once', async () => {
			const list = messagesOf('Both', sized(2_000, 400), customers);
			const output = await twice(onceChannels.direct, list);
			const found = await foundOf(testbed(), list);
			tell('direct messages, two at once', countsOf(output), found);
			expect(found).toMatchObject({ lost: 0, doubled: 0 });
			expect(output.filter(({ error }) => error !== undefined)).toEqual([]);
		});

		it('contact each customer once', async () => {
			const list = messagesOf('Both contact', sized(customers, 100), customers);
			const output = await twice(onceChannels.contact, list);
			const contacted = await contactedBy(testbed());
			tell('contacts, two at once', countsOf(output), { contacts: contacted.length });
			expect(contacted.sort()).toEqual(list.map(({ to }) => to).sort());
		});

		it('send no message twice to a live room, and report each missing one', async () => {
			const list = messagesOf('Both live', sized(400, 200), 1);
			const output = await twice(onceChannels.live, list);
			const shown = await shownInRoom(testbed(), 'Both live');
			const missing = list.length - new Set(shown).size;
			const doubled = shown.length - new Set(shown).size;
			tell('live messages, two at once', countsOf(output), { doubled, missing });
			expect({ doubled, missing }).toEqual({ doubled: 0, missing: 0 });
		});
	});
}
