import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { inProject, PROJECT_FOLDER } from './project';
import { toolFile } from './tools';

const SOURCES = [
	'credentials',
	'nodes',
	'icons',
	'types',
	'scripts/build',
	'gulpfile.js',
	'package.json',
	'package-lock.json',
	'tsconfig.json',
];

/** Every file at or below a path; nothing when the path does not exist. */
function filesIn(path: string): string[] {
	if (!existsSync(path)) return [];
	if (!statSync(path).isDirectory()) return [path];
	return readdirSync(path, { withFileTypes: true, recursive: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name));
}

const modified = (path: string) => statSync(path).mtimeMs;

/** Whether dist/ holds a build at least as new as everything that it is made from. */
function isBuilt(): boolean {
	const marker = inProject('dist', 'credentials', 'userSig.js');
	if (!existsSync(marker)) return false;
	// A deleted source file shows in the time of its folder.
	const folders = ['credentials', 'nodes', 'icons'].flatMap((folder) =>
		readdirSync(inProject(folder), { withFileTypes: true, recursive: true })
			.filter((entry) => entry.isDirectory())
			.map((entry) => join(entry.parentPath, entry.name)),
	);
	const sources = [...SOURCES.flatMap((source) => filesIn(inProject(source))), ...folders];
	// The signer is bundled in one of the last steps, so its time is that of the whole build.
	const builtAt = modified(marker);
	return sources.every((source) => modified(source) <= builtAt);
}

/** Builds dist/ unless it is up to date. Throws with the compiler's words when it does not build. */
export function ensureBuilt(): void {
	if (isBuilt()) return;
	process.stderr.write('Building the package into dist/ (about ten seconds).\n');
	const built = spawnSync(process.execPath, [toolFile('gulp'), '--silent', 'build'], {
		cwd: PROJECT_FOLDER,
		encoding: 'utf8',
	});
	if (built.status !== 0) throw new Error(`The build failed:\n${built.stdout}${built.stderr}`);
}
