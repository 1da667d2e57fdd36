import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

import { outputOf } from '../../test/harness/processes';
import { npm } from '../../test/harness/packages.cjs';
import { projectFolder } from '../../test/harness/project';

/** About 260 operations, each with its preview. */
const maxTarballBytes = 500_000;

// npm always adds the manifest, the README and its translations, the licence and the main file.
const mayBePublished =
	/^(dist\/.*|README(\.[a-z]{2}(-[A-Z]{2})?)?\.md|LICENSE|package\.json|index\.js)$/;
const neverPublished = /\.map$|\.tsbuildinfo$|(^|\/)(test|tests|__tests__)\/|\.(test|spec)\./;

/** A packed and unpacked package. */
export interface Tarball {
	file: string;
	/** Bytes, compressed. */
	size: number;
	/** Where it is unpacked. */
	folder: string;
	/** Paths inside the package, with forward slashes. */
	files: string[];
}

/** Packs the project as `npm publish` would, and unpacks it below `into`. */
export async function pack(into: string): Promise<Tarball> {
	await npm(['pack', '--ignore-scripts', '--pack-destination', into], { cwd: projectFolder });
	const name = readdirSync(into).find((entry) => entry.endsWith('.tgz'));
	if (!name) throw new Error('npm pack made no file');
	const file = join(into, name);
	const folder = join(into, 'unpacked');
	mkdirSync(folder);
	outputOf('tar', ['-xzf', file, '-C', folder, '--strip-components=1']);
	const files = readdirSync(folder, { withFileTypes: true, recursive: true })
		.filter((entry) => entry.isFile())
		.map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'));
	return { file, size: statSync(file).size, folder, files };
}

/** What is wrong with a tarball's files and size. */
export function problemsWithContent({ files, size }: Tarball): string[] {
	const problems = files
		.filter((path) => !mayBePublished.test(path) || neverPublished.test(path))
		.map((path) => `${path} must not be published`);
	for (const needed of ['README.md', 'LICENSE', 'package.json', 'index.js']) {
		if (!files.includes(needed)) problems.push(`${needed} is missing`);
	}
	if (size >= maxTarballBytes) {
		problems.push(`The tarball has ${size} bytes; it must stay under ${maxTarballBytes}`);
	}
	return problems;
}

const required = /\b(?:require|import)\(\s*(['"`])(.*?)\1\s*\)/g;
const mayBeRequired = /^(\.{1,2}\/.*|n8n-workflow|crypto|node:crypto)$/;

/** Modules that published code asks for and a plain n8n installation does not offer it. */
export function problemsWithRequires({ folder, files }: Tarball): string[] {
	return files
		.filter((path) => path.startsWith('dist/') && path.endsWith('.js'))
		.flatMap((path) =>
			[...readFileSync(join(folder, path), 'utf8').matchAll(required)]
				.map(([, , module]) => module ?? '')
				.filter((module) => !mayBeRequired.test(module))
				.map((module) => `${path} requires "${module}"`),
		);
}
