/**
 * npm run demo [-- --exit | --keep]
 *
 * Runs two example workflows through n8n's own engine against a local simulator and prints what
 * arrived. In a terminal it then keeps the simulator running, for a look at its inbox page; --keep
 * does so anywhere, and --exit never.
 */
import { parseArgs } from 'node:util';

import { startSimulator } from '../simulator';
import { ensureBuilt } from '../test/harness/build';
import type { Missed } from '../test/harness/demoExpectations';
import { problemsWithDeliveries, problemsWithMissed } from '../test/harness/demoExpectations';
import { report } from './demo/report';
import { demoCredentialData } from '../test/harness/demoCredential';
import { runWorkflow } from '../test/harness/engine';
import { isFree } from '../test/harness/ports';
import { credentialType } from '../test/harness/project';
import { examples, readExample } from '../test/harness/workflow';
import { runMain } from '../test/harness/main';

const inboxPort = 8765;

async function runExamples(simulatorUrl: string): Promise<Missed[]> {
	const missed: Missed[] = [];
	for (const name of examples) {
		const workflow = readExample(name);
		console.log(`Running examples/${name}.json ("${workflow.name}") in n8n's engine ...`);
		const result = await runWorkflow(workflow, {
			credentials: { [credentialType]: demoCredentialData(simulatorUrl) },
		});
		if (result.error) throw new Error(`${name} stopped: ${result.error.message}`);
		for (const { json } of result.items('Not reached')) missed.push(json as unknown as Missed);
	}
	return missed;
}

const untilInterrupted = () =>
	new Promise<void>((resolve) => {
		for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
	});

async function main(): Promise<number> {
	const { values } = parseArgs({
		options: { exit: { type: 'boolean' }, keep: { type: 'boolean' } },
	});
	const keep = values.keep ?? (process.stdout.isTTY && !values.exit);

	ensureBuilt();
	const port = (await isFree(inboxPort)) ? inboxPort : 0;
	const simulator = await startSimulator({ port });
	console.log(`A local Tencent Chat is running at ${simulator.url}`);
	try {
		const missed = await runExamples(simulator.url);
		console.log(report(simulator.conversations(), missed));
		const problems = [
			...problemsWithDeliveries(simulator.conversations()),
			...problemsWithMissed(missed),
		];
		if (problems.length > 0) {
			console.error(['This is not what the examples should do:', ...problems].join('\n  '));
			return 1;
		}
		if (keep) {
			console.log(`Look at the conversations: ${simulator.url}/  (Ctrl+C ends the demo)`);
			await untilInterrupted();
		} else {
			console.log(
				`The conversations were at ${simulator.url}/ while this ran; "npm run demo -- --keep" keeps them there.`,
			);
		}
		return 0;
	} finally {
		await simulator.close();
	}
}

runMain(main);
