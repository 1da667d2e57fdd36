import { appendFileSync, cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { inProject } from '../../test/harness/project';

const source = ['package.json', 'nodes', 'credentials', 'icons'];

/** Copies what the scanner looks at in the source into an empty folder. */
export function copySource(into: string): void {
	for (const part of source) cpSync(inProject(part), join(into, part), { recursive: true });
}

const fileEndingWith = (folder: string, ending: string): string => {
	const found = readdirSync(folder, { withFileTypes: true, recursive: true }).find((entry) =>
		entry.name.endsWith(ending),
	);
	if (!found) throw new Error(`${folder} holds no file that ends with ${ending}`);
	return join(found.parentPath, found.name);
};

/** Breaks two rules in a copy of the source: one in a node, one in package.json. */
export function plantInSource(folder: string): string[] {
	appendFileSync(
		fileEndingWith(join(folder, 'nodes'), '.node.ts'),
		'\nsetTimeout(() => undefined, 1);\n',
	);
	const file = join(folder, 'package.json');
	const manifest = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
	writeFileSync(file, JSON.stringify({ ...manifest, overrides: { lodash: '4.0.0' } }));
	return ['no-restricted-globals', 'no-overrides-field'];
}

/** Breaks a rule in an unpacked tarball: a module that a verified package may not use. */
export function plantInPublished(folder: string): string[] {
	appendFileSync(fileEndingWith(join(folder, 'dist'), '.node.js'), "\nrequire('fs');\n");
	return ['no-restricted-imports'];
}
