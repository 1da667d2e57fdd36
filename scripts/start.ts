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
import { ensureBuilt } from './build';
import { DEMO_CREDENTIAL, demoCredentialData } from './demoCredential';
import {
	ensureN8n,
	importCredentials,
	importWorkflows,
	isFree,
	linkPackage,
	setUpOwner,
	startN8n,
} from './n8n';
import { withProgress } from './packages.cjs';
import { CREDENTIAL_TYPE, inProject } from './project';
import { EXAMPLES, readExample } from './workflow';

const OWNER = {
	email: 'demo@example.com',
	firstName: 'Demo',
	lastName: 'Owner',
	// For an n8n that listens on loopback only and holds nothing but the demonstration.
	password: 'Tencent-desk-1',
};

function readPort(text: string, option: string): number {
	const port = Number(text);
	if (Number.isInteger(port) && port > 0 && port < 65536) return port;
	throw new Error(`--${option} has to be a number from 1 to 65535, not "${text}".`);
}

async function requireFree(port: number, what: string, option: string): Promise<void> {
	if (await isFree(port)) return;
	throw new Error(
		`Port ${port}, where ${what} should listen, is in use.\n` +
			`Stop what listens there, or choose another: npm start -- --${option} ${port + 1}`,
	);
}

/** Resolves when the user wants to stop; a second Ctrl+C changes nothing. */
function interruption(): Promise<void> {
	return new Promise((resolve) => {
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
			process.on(signal, () => resolve());
		}
	});
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

	const userFolder = inProject('.cache', 'n8n-user');
	mkdirSync(userFolder, { recursive: true });
	linkPackage(userFolder);

	const stopped = interruption();
	const simulator = await startSimulator({ port: simulatorPort });
	try {
		console.log('Setting up n8n. This usually takes ten to twenty seconds.');
		const n8n = await withProgress('n8n', async () => {
			await importCredentials(
				[
					{
						...DEMO_CREDENTIAL,
						type: CREDENTIAL_TYPE,
						data: demoCredentialData(simulator.url),
					},
				],
				{ userFolder },
			);
			await importWorkflows(EXAMPLES.map(readExample), { userFolder });
			const started = await startN8n({ userFolder, port });
			await setUpOwner(started.url, OWNER);
			return started;
		});
		try {
			const workflows = EXAMPLES.map((name) => {
				const { id, name: title } = readExample(name);
				return `    ${title}: ${n8n.url}/workflow/${id}`;
			});
			console.log(
				[
					'',
					`  n8n editor   ${n8n.url}`,
					`  E-mail       ${OWNER.email}`,
					`  Password     ${OWNER.password}`,
					`  Inbox        ${simulator.url}/  (what customers see)`,
					'',
					'  Open an example and press "Execute workflow":',
					...workflows,
					'',
					'  Ctrl+C stops everything.',
				].join('\n'),
			);
			const crashed = n8n.ended.then((code) => {
				throw new Error(`n8n ended with code ${code}. It printed:\n${n8n.output()}`);
			});
			await Promise.race([stopped, crashed]);
			console.log('\nStopping ...');
			crashed.catch(() => undefined);
		} finally {
			await n8n.stop();
		}
		return 0;
	} finally {
		await simulator.close();
	}
}

main().then(
	(code) => process.exit(code),
	(error: Error) => {
		console.error(error.message);
		process.exit(1);
	},
);
