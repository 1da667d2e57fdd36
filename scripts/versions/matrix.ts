import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { inProject } from '../../test/harness/project';
import { chapters } from '../../test/harness/stories';
import type { JestReport, TestResult } from '../jest';

/** One n8n that the package has to work in. */
export interface Version {
	/** Holds its package.json, its lock file and, once installed, its node_modules. */
	folder: string;
	/** Of n8n. */
	n8n: string;
	/** Of Node.js, which is installed beside it. */
	node: string;
	/** Why somebody would run it. */
	why: string;
}

const versionIn = (folder: string, why: string): Version => {
	const manifest = readFileSync(join(folder, 'package.json'), 'utf8');
	const { dependencies } = JSON.parse(manifest) as { dependencies: { n8n: string; node: string } };
	return { folder, ...dependencies, why };
};

/** The oldest n8n that is still maintained, the first of the present line, and a new one. */
export const allVersions: readonly Version[] = [
	versionIn(inProject('test', 'versions', 'n8n-1'), 'the last of the 1.x line'),
	versionIn(inProject('test', 'versions', 'n8n-2.0'), 'the first of the 2.x line'),
	versionIn(inProject('n8n'), 'what everything else here is tested in'),
];

/** End-to-end tests that run in each version. */
export const allFiles = ['operations', 'trigger', 'sendAndWait', 'aiAgent'];

const usesErrorBranch = new Set(
	chapters
		.flatMap(({ stories }) => stories)
		.filter(({ steps }) => steps.some(({ onError }) => onError === 'continueErrorOutput'))
		.map(({ name }) => name),
);

type Condition = (test: TestResult, file: string) => boolean;

const below =
	(words: string): Condition =>
	({ ancestorTitles }) =>
		ancestorTitles.some((title) => title.includes(words));

const isIn =
	(wanted: string): Condition =>
	(_test, file) =>
		file === wanted;

/** What is proven, and by which tests. A test may prove several. */
const columns: ReadonlyArray<[title: string, proves: Condition]> = [
	['Credential test', below('tests its credential')],
	['Every operation', below('runs a workflow about')],
	['Error branch', ({ title }) => usesErrorBranch.has(title)],
	['Trigger', isIn('trigger')],
	['Ask and wait', isIn('sendAndWait')],
	['AI tool', (test, file) => isIn('aiAgent')(test, file) && !below('is reviewed')(test, file)],
	['Human review of a tool', below('is reviewed')],
];

/** The titles of the columns, in order. */
export const titles = columns.map(([title]) => title);

function verdict(results: TestResult[]): string {
	const ran = results.filter(({ status }) => status === 'passed' || status === 'failed');
	const passed = ran.filter(({ status }) => status === 'passed').length;
	if (ran.length === 0) return results.length === 0 ? 'did not run' : 'not in this n8n';
	return passed === ran.length ? `${passed} passed` : `${passed} of ${ran.length}`;
}

/** A cell for each title: how many of its tests passed. */
export function cellsOf({ testResults }: JestReport): string[] {
	const tests = testResults.flatMap(({ name, assertionResults }) =>
		assertionResults.map((test) => ({ test, file: basename(name, '.test.ts') })),
	);
	return columns.map(([, proves]) =>
		verdict(tests.filter(({ test, file }) => proves(test, file)).map(({ test }) => test)),
	);
}
