/** A real n8n with this package, a ready credential, the examples, and a simulator to send to. */
import { mkdirSync } from 'node:fs';
import { relative } from 'node:path';
import { parseArgs } from 'node:util';

import { startSimulator } from '../../simulator';
import type { Simulator } from '../../simulator';
import { ensureBuilt } from '../../test/harness/build';
import { demoCosCredentialFor, demoCredentialFor } from '../../test/harness/demoCredential';
import { ensureN8n, startN8n } from '../../test/harness/n8n';
import type { RunningN8n } from '../../test/harness/n8n';
import { withProgress } from '../../test/harness/packages.cjs';
import { projectFolder } from '../../test/harness/project';
import {
	aiExamples,
	allExamples,
	buttonExamples,
	callbackExamples,
	examples,
	readExample,
	triggerExamples,
} from '../../test/harness/workflow';
import { enterCallbackUrls } from '../../test/harness/callbackUrls';
import { importOnce } from './imports';
import { publishAsOwner } from '../../test/harness/owner';
import { readPort, requireFree } from './ports';
import { tourText } from './tour';

/** What differs between the commands that show n8n. */
export interface Showing {
	/** As it is typed, such as `npm start`. */
	command: string;
	/** Where n8n keeps everything, so that the second start is quick; delete it to begin anew. */
	userFolder: string;
	/** Puts the built package where n8n finds it. */
	placePackage(userFolder: string): void;
	/** Further environment variables of n8n. */
	env?: Record<string, string>;
	/** Gets what n8n prints. */
	onOutput?: (text: string) => void;
}

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
async function setUp(
	{ userFolder, placePackage, env, onOutput }: Showing,
	simulator: Simulator,
	port: number,
	stop: AbortSignal,
): Promise<RunningN8n> {
	mkdirSync(userFolder, { recursive: true });
	placePackage(userFolder);
	const credentials = [demoCredentialFor(simulator.url), demoCosCredentialFor(simulator.url)];
	const answering = triggerExamples.map(readExample);
	await importOnce(credentials, allExamples.map(readExample), { userFolder, stop });
	const n8n = await startN8n({ userFolder, port, stop, env, onOutput });
	try {
		await publishAsOwner(n8n.url, answering, relative(projectFolder, userFolder));
		enterCallbackUrls(simulator.callbacks.settings(), answering, n8n.url);
	} catch (error) {
		await n8n.stop();
		throw error;
	}
	return n8n;
}

/** Runs n8n and the simulator until Ctrl+C; options are read from the command line. */
export async function showN8n(showing: Showing): Promise<number> {
	const { values } = parseArgs({
		options: {
			port: { type: 'string', default: '5678' },
			'simulator-port': { type: 'string', default: '8765' },
		},
	});
	const port = readPort(values.port, 'port');
	const simulatorPort = readPort(values['simulator-port'], 'simulator-port');
	await requireFree(port, 'n8n', `${showing.command} -- --port`);
	await requireFree(simulatorPort, 'the simulator', `${showing.command} -- --simulator-port`);

	ensureBuilt();
	await ensureN8n();

	const stop = interruption();
	const simulator = await startSimulator({ port: simulatorPort });
	try {
		console.log('Starting n8n. This takes about half a minute the first time, then less.');
		const n8n = await withProgress('n8n', () => setUp(showing, simulator, port, stop));
		try {
			console.log(
				tourText({
					n8nUrl: n8n.url,
					inboxUrl: `${simulator.url}/`,
					byButton: [...examples, ...buttonExamples].map(readExample),
					byCustomers: triggerExamples.map(readExample),
					toLookAt: [...callbackExamples, ...aiExamples].map(readExample),
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
