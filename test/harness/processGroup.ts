import { mkdirSync, rmSync } from 'node:fs';

import { startProgram, type Program, type ProgramOptions } from './processes';

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
	start(command: string, args: string[], options: ProgramOptions = {}): Program {
		this.requireGoingOn();
		const program = startProgram(command, args, options);
		this.atEnd(program.stop);
		return program;
	}

	/** Runs a program to its end; rejects when it ends with anything but 0. */
	async run(name: string, command: string, args: string[], options: ProgramOptions): Promise<void> {
		const program = this.start(command, args, options);
		if ((await program.ended) !== 0) throw new Error(`${name} failed:\n${program.output()}`);
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
