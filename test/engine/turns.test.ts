import { runNode } from '../harness/engine';
import { credentialType } from '../harness/project';
import { testbeds, credentialFor, direct, message, type Testbed } from '../harness/engineTestbed';

const open = testbeds();

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

const withoutCalls: Array<[string, (testbed: Testbed, signal?: AbortSignal) => Promise<unknown>]> =
	[
		[
			'a dry run',
			async (testbed, signal) => await testbed.run(direct({ dryRun: true }), many, { signal }),
		],
		[
			'making signatures',
			async (testbed, signal) =>
				await runNode(
					{
						parameters: {
							resource: 'user',
							operation: 'generateUserSig',
							userId: '={{ $json.to }}',
						},
					},
					many,
					{ credentials: { [credentialType]: credentialFor(testbed.simulator.url) }, signal },
				),
		],
		[
			'items that are all bad',
			async (testbed, signal) =>
				await testbed.run(direct({}, { toAccount: '={{ $json.nothing ?? "" }}' }), many, {
					onError: 'continueErrorOutput',
					signal,
				}),
		],
	];

describe.each(withoutCalls)('%s of thousands of items', (_what, run) => {
	it('lets n8n do other things meanwhile', async () => {
		const testbed = await open();

		expect(await turnsDuring(run(testbed))).toBeGreaterThan(10);
	});

	it('hears that it is to stop', async () => {
		const testbed = await open();
		const stop = new AbortController();
		// The first turn that anything else gets.
		setTimeout(() => stop.abort(), 1);

		const { log } = (await run(testbed, stop.signal)) as { log: Array<{ message: string }> };

		const stopped = log.find((line) => line.message.includes('the execution was stopped'));
		expect(Number(/(\d+) not tried/.exec(stopped?.message ?? '')?.[1])).toBeGreaterThan(0);
	});
});
