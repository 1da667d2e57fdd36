import { spawn } from 'node:child_process';
import type { SpawnOptions } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const POLL_MS = 100;
const STOP_WITHIN_MS = 10_000;

/** A program that runs beside this one. */
export interface Background {
	name: string;
	/** Everything that it has printed. */
	output(): string;
	running(): boolean;
	/** Settles when it has ended; the value is its exit code, null after a signal. */
	ended: Promise<number | null>;
	/** Stops it and waits for its end. */
	stop(): Promise<void>;
}

/** How a program is started. */
export interface ProgramOptions extends Pick<SpawnOptions, 'env' | 'cwd' | 'uid' | 'gid'> {
	/** The signal that asks the program to end; SIGTERM when left out. */
	stopSignal?: NodeJS.Signals;
}

/**
 * The programs and folders of one run. Whatever was set up is taken down by `end`, last one first,
 * also when setting up was cut short.
 */
export class ProcessGroup {
	private readonly endings: Array<() => Promise<void> | void> = [];
	private ended = false;

	/** Has `ending` called at the end; the last one registered is called first. */
	atEnd(ending: () => Promise<void> | void): void {
		this.requireGoingOn();
		this.endings.push(ending);
	}

	/** An empty folder that is removed at the end. */
	folder(path: string): string {
		this.atEnd(() => rmSync(path, { recursive: true, force: true }));
		rmSync(path, { recursive: true, force: true });
		mkdirSync(path, { recursive: true });
		return path;
	}

	/** Starts a program that is stopped at the end. */
	start(name: string, command: string, args: string[], options: ProgramOptions): Background {
		const { stopSignal = 'SIGTERM', ...spawnOptions } = options;
		this.requireGoingOn();
		// In a group of its own: a Ctrl+C in the terminal reaches this process only, which then
		// stops the others in the order in which they can do without each other.
		const child = spawn(command, args, {
			...spawnOptions,
			detached: true,
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		let output = '';
		let running = true;
		for (const stream of [child.stdout, child.stderr]) {
			stream.setEncoding('utf8').on('data', (text: string) => (output += text));
		}
		const ended = new Promise<number | null>((resolve) => {
			child.once('error', (error) => (output += `${error.message}\n`));
			child.once('close', (code) => {
				running = false;
				resolve(code);
			});
		});
		const program: Background = {
			name,
			output: () => output,
			running: () => running,
			ended,
			stop: async () => {
				if (!running) return;
				child.kill(stopSignal);
				const patience = setTimeout(() => killGroup(child.pid), STOP_WITHIN_MS);
				await ended;
				clearTimeout(patience);
			},
		};
		this.atEnd(program.stop);
		return program;
	}

	/** Runs a program to its end; rejects when it ends with anything but 0. */
	async run(name: string, command: string, args: string[], options: ProgramOptions): Promise<void> {
		const program = this.start(name, command, args, options);
		if ((await program.ended) !== 0) throw new Error(`${name} failed:\n${program.output()}`);
	}

	/** Resolves when `check` says that a program answers; rejects when it ends or takes too long. */
	async ready(program: Background, check: () => Promise<boolean>, withinMs: number): Promise<void> {
		const deadline = Date.now() + withinMs;
		while (!(await check())) {
			if (!program.running() || Date.now() > deadline) {
				throw new Error(`${program.name} did not start. It printed:\n${program.output()}`);
			}
			await pause(POLL_MS);
		}
	}

	/** What is set up while everything is taken down would stay for ever. */
	private requireGoingOn(): void {
		if (this.ended) throw new Error('The run was stopped.');
	}

	/** Stops and removes everything; one that fails does not keep the others. */
	async end(): Promise<void> {
		this.ended = true;
		for (let ending = this.endings.pop(); ending; ending = this.endings.pop()) {
			try {
				await ending();
			} catch (error) {
				console.error(error instanceof Error ? error.message : error);
			}
		}
	}
}

function killGroup(pid: number | undefined): void {
	if (pid === undefined) return;
	try {
		process.kill(-pid, 'SIGKILL');
	} catch {
		// It ended in the meantime.
	}
}
