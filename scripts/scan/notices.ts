import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Tarball } from './tarball';

const noticesFile = 'dist/THIRD_PARTY_NOTICES.txt';
/** The bundler writes where each piece of a bundle comes from. */
const origin = /^\s*\/\/ (?:.*\/)?node_modules\/((?:@[^/\s]+\/)?[^/\s]+)\//gm;
/** Licences that ask for nothing but their notice. */
const accepted = ['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0'];

/** Packages in the published code that the notices leave out, or whose licence asks for more. */
export function problemsWithNotices({
	folder,
	files,
}: Pick<Tarball, 'folder' | 'files'>): string[] {
	const code = files.filter((path) => path.endsWith('.js'));
	const names = code.flatMap((path) =>
		[...readFileSync(join(folder, path), 'utf8').matchAll(origin)].map(([, name]) => name ?? ''),
	);
	const file = join(folder, noticesFile);
	const notices = existsSync(file) ? readFileSync(file, 'utf8') : '';
	return [...new Set(names)].flatMap((name) => {
		const line = notices.split('\n').find((text) => text.startsWith(`${name} `));
		if (line === undefined) return [`${noticesFile} has no notice of ${name}`];
		return accepted.some((licence) => line.endsWith(`(${licence})`))
			? []
			: [`The licence of ${name} has to be looked at: ${line}`];
	});
}
