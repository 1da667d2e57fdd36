/**
 * npm start [-- --port 5678 --simulator-port 8765]
 *
 * A real n8n with this package, a ready credential, the examples and a local simulator to send to.
 * Everything is kept in .cache/n8n-user, so that the second start is quick; delete that folder to
 * begin anew.
 */
import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { startSimulator } from '../simulator';
import type { Simulator } from '../simulator';
import { ensureBuilt } from '../test/harness/build';
import { DEMO_CREDENTIAL, demoCredentialData } from '../test/harness/demoCredential';
import { ensureN8n, linkPackage, startN8n } from '../test/harness/n8n';
import type { RunningN8n } from '../test/harness/n8n';
import { withProgress } from '../test/harness/packages.cjs';
import { CREDENTIAL_TYPE, inProject } from '../test/harness/project';
import { enterCallbackUrls } from '../test/harness/callbackUrls';
import { importOnce } from './start/imports';
import { publishAsOwner } from '../test/harness/owner';
import { readPort, requireFree } from './start/ports';
import { tourText } from './start/tour';
import {
	AI_EXAMPLES,
	ALL_EXAMPLES,
	BUTTON_EXAMPLES,
	CALLBACK_EXAMPLES,
	EXAMPLES,
	readExample,
	TRIGGER_EXAMPLES,
} from '../test/harness/workflow';
import { runMain } from '../test/harness/main';

/** Settles when the user wants to stop; a second Ctrl+C changes nothing. */
function interruption(): AbortSignal {
	const controller = new AbortController();
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		process.on(signal, () => controller.abort());
	}
	return controller.signal;
}

const untilAborted = (signal: AbortSignal) =>
	new Promise<void>((resolve) => {
		if (signal.aborted) resolve();
		else signal.addEventListener('abort', () => resolve(), { once: true });
	});

/** An n8n with the examples, those that customers start published and reachable for callbacks. */
async function setUp(simulator: Simulator, port: number, stop: AbortSignal): Promise<RunningN8n> {
	const userFolder = inProject('.cache', 'n8n-user');
	mkdirSync(userFolder, { recursive: true });
	linkPackage(userFolder);
	const credential = {
		...DEMO_CREDENTIAL,
		type: CREDENTIAL_TYPE,
		data: demoCredentialData(simulator.url),
	};
	const answering = TRIGGER_EXAMPLES.map(readExample);
	await importOnce([credential], ALL_EXAMPLES.map(readExample), { userFolder, stop });
	const n8n = await startN8n({ userFolder, port, stop });
	try {
		await publishAsOwner(n8n.url, answering);
	} catch (error) {
		await n8n.stop();
		throw error;
	}
	enterCallbackUrls(simulator.callbacks.settings(), answering, n8n.url);
	return n8n;
}

async function main(): Promise<number> {
	const { values } = parseArgs({
		options: {
			port: { type: 'string', default: '5678' },
			'simulator-port': { type: 'string', default: '8765' },
		},
	});
	const port = readPort(values.port, 'port');
	const simulatorPort = readPort(values['simulator-port'], 'simulator-port');
	await requireFree(port, 'n8n', 'port');
	await requireFree(simulatorPort, 'the simulator', 'simulator-port');

	ensureBuilt();
	await ensureN8n();

	const stop = interruption();
	const simulator = await startSimulator({ port: simulatorPort });
	try {
		console.log('Setting up n8n. This takes up to twenty seconds the first time, then less.');
		const n8n = await withProgress('n8n', async () => await setUp(simulator, port, stop));
		try {
			console.log(
				tourText({
					n8nUrl: n8n.url,
					inboxUrl: `${simulator.url}/`,
					byButton: [...EXAMPLES, ...BUTTON_EXAMPLES].map(readExample),
					byCustomers: TRIGGER_EXAMPLES.map(readExample),
					toLookAt: [...CALLBACK_EXAMPLES, ...AI_EXAMPLES].map(readExample),
				}),
			);
			const crashed = n8n.ended.then((code) => {
				throw new Error(`n8n ended with code ${code}. It printed:\n${n8n.output()}`);
			});
			crashed.catch(() => undefined);
			await Promise.race([untilAborted(stop), crashed]);
			console.log('\nStopping ...');
		} finally {
			await n8n.stop();
		}
		return 0;
	} catch (error) {
		// Whatever broke off because of it is no failure.
		if (stop.aborted) return 0;
		throw error;
	} finally {
		await simulator.close();
	}
}

runMain(main);
