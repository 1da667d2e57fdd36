import { readFileSync } from 'node:fs';

import { resources } from '../../nodes/TencentChatDesk/operations';
import { inProject } from '../../test/harness/project';
import { prose, table } from '../../test/harness/markdown';
import { operationCount, pageOf } from './resourceList';

export const readmePath = 'README.md';

/** A page, with what stands between the two marks replaced. */
export function pageWith(path: string, begin: string, end: string, content: string): string {
	const text = readFileSync(inProject(path), 'utf8');
	const [before, , after] = text.split(new RegExp(`${begin}|${end}`));
	if (after === undefined) throw new Error(`${path} lacks the marks ${begin} and ${end}`);
	return `${before}${begin}\n\n${content}\n\n${end}${after}`;
}

/** The README, with what stands between the two marks replaced. */
export const readmeWith = (begin: string, end: string, content: string): string =>
	pageWith(readmePath, begin, end, content);

/** The README, with its list of operations brought up to date. */
export function readmePage(): string {
	const list = table(
		['Resource', 'Operations'],
		resources.map((resource) => [
			`[${prose(resource.name)}](docs/operations/${pageOf(resource)})`,
			resource.operations.map(({ name }) => prose(name)).join(', '),
		]),
	);
	return readmeWith(
		'<!-- operations: written by "npm run docs" -->',
		'<!-- end of operations -->',
		`${list}

These are ${operationCount} operations. Each has its place [in the documentation](docs/operations/README.md), with fields, limits and output.`,
	);
}
