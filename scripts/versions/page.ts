import { generatedBy, table } from '../../test/harness/markdown';
import { readmeWith } from '../docs/readme';
import { titles, type Version } from './matrix';

/** What one version came to. */
export interface Row {
	version: Version;
	/** One for each title. */
	cells: string[];
}

/** The table alone, in Markdown. */
const tableOf = (rows: Row[]): string =>
	table(
		['n8n', 'Node.js', ...titles],
		rows.map(({ version: { n8n, node, why }, cells }) => [`${n8n}, ${why}`, node, ...cells]),
	);

/** The page of the documentation that shows the last run. */
export const pageOf = (rows: Row[], time: Date): string =>
	`${generatedBy('test:versions')}

# Versions of n8n

The packed package, installed as n8n installs a community package, in each of these. The tests are the end-to-end tests of this project: real servers, against the simulator. Last run: ${time.toISOString().slice(0, 10)}. \`npm run test:versions\` repeats it; it installs two further n8n (about 2 GB each) and takes about half an hour.

${tableOf(rows)}
`;

/** The README, which shows the same table. */
export const readmeOf = (rows: Row[]): string =>
	readmeWith(
		'<!-- versions: written by "npm run test:versions" -->',
		'<!-- end of versions -->',
		tableOf(rows),
	);
