import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';

import { buildIn, sourcePaths } from '../../test/harness/build';
import { inProject } from '../../test/harness/project';

/** Every file below a folder, with its bytes. */
function bytesOf(folder: string): Map<string, Buffer> {
	const files = readdirSync(folder, { withFileTypes: true, recursive: true });
	return new Map(
		files
			.filter((entry) => entry.isFile())
			.map((entry) => join(entry.parentPath, entry.name))
			.map((file) => [relative(folder, file), readFileSync(file)]),
	);
}

/** Files of dist/ that come out different when the same source is built in another folder. */
export function differencesOfSecondBuild(into: string): string[] {
	const folder = join(into, 'rebuilt');
	mkdirSync(folder);
	for (const source of sourcePaths) {
		if (existsSync(inProject(source)))
			cpSync(inProject(source), join(folder, source), { recursive: true });
	}
	symlinkSync(inProject('node_modules'), join(folder, 'node_modules'), 'junction');
	buildIn(folder);
	const [first, second] = [bytesOf(inProject('dist')), bytesOf(join(folder, 'dist'))];
	return [...new Set([...first.keys(), ...second.keys()])]
		.filter((file) => {
			const [one, other] = [first.get(file), second.get(file)];
			return !one || !other || !one.equals(other);
		})
		.map((file) => `dist/${file} is not the same`);
}
