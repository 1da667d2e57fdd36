import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';

import { n8nEnvironment } from './environment';
import { n8nCommand, nodeForN8n } from './install';
import { freePort } from './ports';

/** A line of n8n's output, for whoever wants to watch. */
export type OutputListener = (text: string) => void;

/** How n8n's own processes are started. */
export interface N8nOptions {
	/** n8n keeps everything below `<userFolder>/.n8n`. */
	userFolder: string;
	/** Further environment variables. */
	env?: Record<string, string>;
	onOutput?: OutputListener;
	/** Ends the process early when it is aborted. */
	stop?: AbortSignal;
}

/** n8n's process, and everything that it has printed. */
interface Started {
	child: ChildProcess;
	output: () => string;
	/** Settles when the process has ended; the value is its exit code. */
	ended: Promise<number>;
}

const STOP_WITHIN_MS = 10_000;

async function startProcess(args: string[], options: N8nOptions): Promise<Started> {
	const env = n8nEnvironment(options.userFolder, {
		// Code nodes run in a process of their own, which connects back through this port.
		N8N_RUNNERS_BROKER_PORT: String(await freePort()),
		...options.env,
	});
	const child = spawn(nodeForN8n(), [n8nCommand, ...args], {
		cwd: options.userFolder,
		env,
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	const end = () => endProcess(child);
	if (options.stop?.aborted) end();
	options.stop?.addEventListener('abort', end);
	let output = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding('utf8').on('data', (text: string) => {
			output += text;
			options.onOutput?.(text);
		});
	}
	const ended = new Promise<number>((resolve, reject) => {
		child.once('error', reject);
		child.once('close', (code) => {
			options.stop?.removeEventListener('abort', end);
			resolve(code ?? 1);
		});
	});
	return { child, output: () => output, ended };
}

/** Asks a process to end, and ends it when it does not in time. */
function endProcess(child: ChildProcess): void {
	child.kill('SIGTERM');
	const patience = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
	child.once('close', () => clearTimeout(patience));
}

/** What an n8n command printed, and how it ended. */
export interface CommandResult {
	code: number;
	output: string;
}

/** Runs one n8n command, such as `execute --id=1`, to its end. */
export async function n8nCli(args: string[], options: N8nOptions): Promise<CommandResult> {
	const { output, ended } = await startProcess(args, options);
	const code = await ended;
	return { code, output: output() };
}

/** A running n8n server. */
export interface RunningN8n {
	/** Where the editor is, without a slash at the end. */
	url: string;
	/** Everything that n8n has printed. */
	output(): string;
	/** Settles when the server has ended by itself or was stopped. */
	ended: Promise<number>;
	/** Sends n8n's process a signal. */
	signal(name: NodeJS.Signals): void;
	/** Stops the server and waits for its end. */
	stop(): Promise<void>;
}

const READY_WITHIN_MS = 180_000;
const POLL_MS = 250;

async function isReady(url: string): Promise<boolean> {
	try {
		// n8n 1 calls itself ready before its REST API is there.
		const answers = await Promise.all(
			['healthz/readiness', 'rest/settings'].map(async (path) => await fetch(`${url}/${path}`)),
		);
		return answers.every(({ ok }) => ok);
	} catch {
		return false;
	}
}

/** Starts an n8n server on loopback and resolves when it answers requests. */
export async function startN8n(options: N8nOptions & { port: number }): Promise<RunningN8n> {
	const url = `http://127.0.0.1:${options.port}`;
	const { child, output, ended } = await startProcess(['start'], {
		...options,
		env: { ...options.env, N8N_PORT: String(options.port) },
	});
	let running = true;
	ended.then(
		() => (running = false),
		() => (running = false),
	);
	const stop = async () => {
		if (!running) return;
		endProcess(child);
		await ended;
	};
	const deadline = Date.now() + READY_WITHIN_MS;
	while (!(await isReady(url))) {
		if (!running || Date.now() > deadline) {
			await stop();
			throw new Error(`n8n did not start on ${url}. It printed:\n${output()}`);
		}
		await pause(POLL_MS);
	}
	const signal = (name: NodeJS.Signals) => void child.kill(name);
	return { url, output, ended, signal, stop };
}
