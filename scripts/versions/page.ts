import { table } from '../../test/harness/markdown';
import { pageWith } from '../docs/marks';
import { titles, type Version } from './matrix';

/** What one version came to. */
export interface Row {
	version: Version;
	/** One for each title. */
	cells: string[];
}

/** The table, in Markdown. */
export const tableOf = (rows: Row[]): string =>
	table(
		['n8n', 'Node.js', ...titles],
		rows.map(({ version: { n8n, node, why }, cells }) => [`${n8n}, ${why}`, node, ...cells]),
	);

/** The page that shows the table, in the repository. */
export const versionsPath = 'docs/versions.md';

export const versionsPage = (rows: Row[]): string =>
	pageWith(
		versionsPath,
		'<!-- versions: written by "npm run test:versions" -->',
		'<!-- end of versions -->',
		tableOf(rows),
	);
