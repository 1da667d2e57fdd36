import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { inProject, projectFolder } from './project';

/** The JavaScript file behind a command of a development tool, by default that of its own name. */
export function toolFile(tool: string, command = tool): string {
	const manifest = inProject('node_modules', tool, 'package.json');
	const { bin } = JSON.parse(readFileSync(manifest, 'utf8')) as {
		bin: string | Record<string, string>;
	};
	const file = typeof bin === 'string' ? bin : bin[command];
	if (file === undefined) throw new Error(`The package "${tool}" has no command "${command}"`);
	return join(dirname(manifest), file);
}

/**
 * Runs a Node.js program in the project's folder, in full view, and resolves with its exit code.
 *
 * @param minutes after these the program is ended, which counts as a failure
 */
export function runProgram(
	file: string,
	args: string[],
	env: NodeJS.ProcessEnv = process.env,
	minutes?: number,
): Promise<number> {
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, [file, ...args], {
			cwd: projectFolder,
			env,
			stdio: 'inherit',
			...(minutes === undefined ? {} : { timeout: minutes * 60_000, killSignal: 'SIGKILL' }),
		});
		child.on('error', reject);
		child.on('exit', (code) => resolve(code ?? 1));
	});
}
