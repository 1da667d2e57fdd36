/**
 * npm run test:guide
 *
 * Follows "Add an operation" of docs/contributing.md to the letter, in a copy of the repository, and
 * expects every check to pass.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { follow, stepsOf } from './guide/steps';
import { inProject } from '../test/harness/project';
import { inTemporaryFolder } from '../test/harness/temporaryFolder';
import { toolFile } from '../test/harness/tools';
import { runMain } from '../test/harness/main';

/** Every file that git knows or would add. */
function copyProject(into: string): void {
	const listed = spawnSync('git', ['ls-files', '-z', '-co', '--exclude-standard'], {
		cwd: inProject(),
		encoding: 'utf8',
	});
	if (listed.status !== 0) throw new Error(`git ls-files failed:\n${listed.stderr}`);
	for (const file of listed.stdout.split('\0')) {
		// The list ends with an empty name, and still holds what was deleted and not committed.
		if (file === '' || !existsSync(inProject(file))) continue;
		mkdirSync(dirname(join(into, file)), { recursive: true });
		cpSync(inProject(file), join(into, file));
	}
	symlinkSync(inProject('node_modules'), join(into, 'node_modules'), 'junction');
}

/** A command of the guide as a tool and its arguments; packages are there, so none are installed. */
function toolOf(command: string, scripts: Record<string, string>): [tool: string, args: string[]] {
	const [, name = '', given = ''] = /^npm (?:run )?(\S+)(?: -- (.*))?$/.exec(command) ?? [];
	const script = scripts[name]?.replace('node scripts/with-packages.mjs ', '');
	if (script === undefined)
		throw new Error(`The guide says "${command}", and there is no such script`);
	const [tool = '', ...args] = `${script} ${given}`.trim().split(' ');
	return [tool, args];
}

async function main(): Promise<number> {
	const { edits, commands } = stepsOf(readFileSync(inProject('docs', 'contributing.md'), 'utf8'));
	const { scripts } = JSON.parse(readFileSync(inProject('package.json'), 'utf8')) as {
		scripts: Record<string, string>;
	};
	return await inTemporaryFolder('guide', async (folder) => {
		copyProject(folder);
		for (const edit of edits) follow(edit, folder);
		console.log(`${edits.length} pieces of code are in place`);
		for (const command of commands) {
			const [tool, args] = toolOf(command, scripts);
			const started = Date.now();
			const { status, stdout, stderr } = spawnSync(process.execPath, [toolFile(tool), ...args], {
				cwd: folder,
				encoding: 'utf8',
				maxBuffer: 1024 ** 3,
			});
			const seconds = Math.round((Date.now() - started) / 1000);
			console.log(`${command}: ${status === 0 ? 'ok' : 'FAILED'}, ${seconds} s`);
			if (status !== 0) {
				console.log(stdout + stderr);
				return 1;
			}
		}
		return 0;
	});
}

runMain(main);
