import { spawn, spawnSync } from 'node:child_process';
import type { SpawnOptions, SpawnSyncOptions } from 'node:child_process';

import { eventually } from './eventually';

const stopWithinMs = 10_000;

/** A program that runs beside this one. */
export interface Program {
	/** Everything that it has printed. */
	output(): string;
	running(): boolean;
	/** Settles when it has ended; the value is its exit code, null after a signal or without a start. */
	ended: Promise<number | null>;
	signal(name: NodeJS.Signals): void;
	/** Asks it to end, ends it when it does not in time, and waits for its end. */
	stop(): Promise<void>;
}

/** How a program is started. */
export interface ProgramOptions extends Pick<SpawnOptions, 'env' | 'cwd' | 'uid' | 'gid'> {
	/** The signal that asks the program to end; SIGTERM when left out. */
	stopSignal?: NodeJS.Signals;
	onOutput?: (text: string) => void;
}

export function startProgram(
	command: string,
	args: string[],
	{ stopSignal = 'SIGTERM', onOutput, ...options }: ProgramOptions = {},
): Program {
	const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
	let output = '';
	let running = true;
	const take = (text: string) => {
		output += text;
		onOutput?.(text);
	};
	for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', take);
	const ended = new Promise<number | null>((resolve) => {
		child.once('error', ({ message }) => take(`${message}\n`));
		child.once('close', (code) => {
			running = false;
			// There is no code for what could not be started.
			resolve(child.pid === undefined ? null : code);
		});
	});
	return {
		output: () => output,
		running: () => running,
		ended,
		signal: (name) => void child.kill(name),
		stop: async () => {
			if (!running) return;
			child.kill(stopSignal);
			const patience = setTimeout(() => child.kill('SIGKILL'), stopWithinMs);
			await ended;
			clearTimeout(patience);
		},
	};
}

/** Resolves when a program answers; rejects with what it printed when it ends or takes too long. */
export async function answering(
	program: Program,
	what: string,
	answers: () => Promise<boolean>,
	withinSeconds: number,
): Promise<void> {
	const isUp = await eventually(
		what,
		async () => ((await answers()) ? true : program.running() ? undefined : false),
		withinSeconds,
	).catch(() => false);
	if (!isUp) throw new Error(`${what} did not start. It printed:\n${program.output()}`);
}

/** Runs a program to its end and gives what it wrote; throws with what it printed when it fails. */
export function outputOf(
	command: string,
	args: string[],
	options: Omit<SpawnSyncOptions, 'encoding' | 'stdio'> = {},
): string {
	const { status, error, stdout, stderr } = spawnSync(command, args, {
		...options,
		encoding: 'utf8',
	});
	if (status === 0) return stdout;
	throw new Error(`${command} failed: ${error?.message ?? ''}\n${stdout}${stderr}`, {
		cause: error,
	});
}
