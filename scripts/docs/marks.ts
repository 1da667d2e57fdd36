import { readFileSync } from 'node:fs';

import { inProject } from '../../test/harness/project';

/** A page, with what stands between the two marks replaced. */
export function pageWith(path: string, begin: string, end: string, content: string): string {
	const text = readFileSync(inProject(path), 'utf8');
	const [before, , after] = text.split(new RegExp(`${begin}|${end}`));
	if (after === undefined) throw new Error(`${path} lacks the marks ${begin} and ${end}`);
	return `${before}${begin}\n\n${content}\n\n${end}${after}`;
}
