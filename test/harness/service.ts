import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';

import { nodeForN8n } from './n8n/install';
import { inProject, projectFolder } from './project';

/** A program of this project in a process of its own, so that it shares no event loop with n8n. */
export interface Service<Ready> {
	/** What it said when it was ready. */
	ready: Ready;
	stop(): Promise<void>;
}

/** A service ended before it had said anything. */
export class ServiceEnded extends Error {
	/** @param how the signal or the exit code */
	constructor(
		file: string,
		readonly how: string,
		printed: string,
	) {
		super(`${file} ended (${how}):\n${printed}`);
	}
}

interface ServiceOptions {
	/** Flags for Node.js itself. */
	nodeFlags?: string[];
	/** Given to the program as its one argument, as JSON. */
	input?: object;
}

const ended = (child: ChildProcess) =>
	new Promise<void>((resolve) => {
		if (child.exitCode !== null || child.signalCode !== null) resolve();
		else child.once('exit', () => resolve());
	});

/**
 * Starts a file of this project on the Node.js that n8n runs on, and waits for its first message. Rejects
 * with what it printed when it ends before.
 */
export async function startService<Ready>(
	file: string,
	options: ServiceOptions = {},
): Promise<Service<Ready>> {
	const child = fork(inProject(file), [JSON.stringify(options.input ?? {})], {
		cwd: projectFolder,
		execPath: nodeForN8n(),
		execArgv: ['--import', 'tsx', ...(options.nodeFlags ?? [])],
		stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
	});
	let printed = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream?.setEncoding('utf8').on('data', (text: string) => (printed += text));
	}
	const ready = await new Promise<Ready>((resolve, reject) => {
		child.once('error', reject);
		child.once('message', (message) => resolve(message as Ready));
		// Not "exit": what was printed last may still be on its way then.
		child.once('close', (code, signal) =>
			reject(new ServiceEnded(file, signal ?? `exit code ${code}`, printed)),
		);
	});
	return {
		ready,
		stop: async () => {
			if (child.connected) child.disconnect();
			child.kill();
			await ended(child);
		},
	};
}

/** Runs a program that gives one message and ends. */
export async function runService<Result>(file: string, options?: ServiceOptions): Promise<Result> {
	const service = await startService<Result>(file, options);
	await service.stop();
	return service.ready;
}

/** For the service's own side: what it was given. */
export function serviceInput<Input>(): Input {
	return JSON.parse(process.argv[2] ?? '{}') as Input;
}

/** For the service's own side: reports, and ends with the bench, however that ends. */
export function reportReady(message: object): void {
	process.once('disconnect', () => process.exit(0));
	process.send?.(message);
}
