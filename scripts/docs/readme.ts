import { readFileSync } from 'node:fs';

import { resources } from '../../nodes/TencentChatDesk/operations';
import { inProject } from '../project';
import { prose, table } from './markdown';
import { operationCount, pageOf } from './resourceList';

export const README_PATH = 'README.md';

const begin = '<!-- operations: written by "npm run docs" -->';
const end = '<!-- end of operations -->';

/** The README, with its list of operations brought up to date. */
export function readmePage(): string {
	const text = readFileSync(inProject(README_PATH), 'utf8');
	const [before, , after] = text.split(new RegExp(`${begin}|${end}`));
	if (after === undefined) throw new Error(`${README_PATH} lacks the marks around its operations`);
	const list = table(
		['Resource', 'Operations'],
		resources.map((resource) => [
			`[${prose(resource.name)}](docs/operations/${pageOf(resource)})`,
			resource.operations.map(({ name }) => prose(name)).join(', '),
		]),
	);
	return `${before}${begin}

${list}

These are ${operationCount} operations. Each has its place [in the documentation](docs/operations/README.md), with fields, limits and output.

${end}${after}`;
}
