import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { inProject, projectFolder } from './project';
import { outputOf } from './processes';
import { toolFile } from './tools';

/** What a build is made from. */
export const sourcePaths = [
	'credentials',
	'nodes',
	'icons',
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
	const sources = [...sourcePaths.flatMap((source) => filesIn(inProject(source))), ...folders];
	// The signer is bundled in one of the last steps, so its time is that of the whole build.
	const builtAt = modified(marker);
	return sources.every((source) => modified(source) <= builtAt);
}

/** Builds the package of a folder into its dist/. Throws with the compiler's words when it fails. */
export function buildIn(folder: string): void {
	outputOf(process.execPath, [toolFile('gulp'), '--silent', 'build'], { cwd: folder });
}

/** Builds dist/ unless it is up to date. */
export function ensureBuilt(): void {
	if (isBuilt()) return;
	process.stderr.write('Building the package into dist/ (about ten seconds).\n');
	buildIn(projectFolder);
}
