import { runNode } from '../../scripts/engine';
import { CREDENTIAL_TYPE } from '../../scripts/project';
import { benches, credentialFor, direct, message, type Bench } from './support';

const open = benches();

/** Counts how often something else gets its turn while a run lasts. */
async function turnsDuring(run: Promise<unknown>): Promise<number> {
	let turns = 0;
	let lasts = true;
	const tick = () => {
		turns += 1;
		if (lasts) setImmediate(tick);
	};
	setImmediate(tick);
	await run.finally(() => (lasts = false));
	return turns;
}

const many = Array.from({ length: 1_500 }, () => message('u0', 'Hello'));

const WITHOUT_CALLS: Array<[string, (bench: Bench, signal?: AbortSignal) => Promise<unknown>]> = [
	[
		'a dry run',
		async (bench, signal) => await bench.run(direct({ dryRun: true }), many, { signal }),
	],
	[
		'making signatures',
		async (bench, signal) =>
			await runNode(
				{
					parameters: { resource: 'user', operation: 'generateUserSig', userId: '={{ $json.to }}' },
				},
				many,
				{ credentials: { [CREDENTIAL_TYPE]: credentialFor(bench.simulator.url) }, signal },
			),
	],
	[
		'items that are all bad',
		async (bench, signal) =>
			await bench.run(direct({}, { toAccount: '={{ $json.nothing ?? "" }}' }), many, {
				onError: 'continueErrorOutput',
				signal,
			}),
	],
];

describe.each(WITHOUT_CALLS)('%s of thousands of items', (_what, run) => {
	it('lets n8n do other things meanwhile', async () => {
		const bench = await open();

		expect(await turnsDuring(run(bench))).toBeGreaterThan(10);
	});

	it('hears that it is to stop', async () => {
		const bench = await open();
		const stop = new AbortController();
		// The first turn that anything else gets.
		setTimeout(() => stop.abort(), 1);

		const { log } = (await run(bench, stop.signal)) as { log: Array<{ message: string }> };

		const stopped = log.find((line) => line.message.includes('the execution was stopped'));
		expect(Number(/(\d+) not started/.exec(stopped?.message ?? '')?.[1])).toBeGreaterThan(0);
	});
});
