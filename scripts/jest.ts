import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { inTemporaryFolder } from '../test/harness/temporaryFolder';
import { runProgram, toolFile } from '../test/harness/tools';

/** Minutes. A run that hangs on an open connection must not hold up everything behind it. */
const maxRun = 60;

/** One test in Jest's JSON report. */
export interface TestResult {
	ancestorTitles: string[];
	title: string;
	status: 'passed' | 'failed' | 'pending' | 'skipped' | 'todo' | 'disabled';
}

/** The part of Jest's JSON report that is used. */
export interface JestReport {
	numPassedTests: number;
	numFailedTests: number;
	numPendingTests: number;
	numRuntimeErrorTestSuites: number;
	testResults: Array<{
		/** The file, with its whole path. */
		name: string;
		assertionResults: TestResult[];
	}>;
}

/** The counting line that ends a test run: `N passed, N failed`, and what was skipped, if any. */
export function countingLine(report: JestReport): string {
	// A file that does not even load has no tests to count, but it must not look like success.
	const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
	const skipped = report.numPendingTests > 0 ? `, ${report.numPendingTests} skipped` : '';
	return `${report.numPassedTests} passed, ${failed} failed${skipped}`;
}

/** Runs Jest in full view. The report is missing when Jest itself fell over. */
export async function reportOfJest(
	config: string,
	args: string[],
	env: NodeJS.ProcessEnv = process.env,
): Promise<{ code: number; report?: JestReport }> {
	return await inTemporaryFolder('jest', async (folder) => {
		const outputFile = join(folder, 'report.json');
		const code = await runProgram(
			toolFile('jest'),
			[`--config=${config}`, '--json', `--outputFile=${outputFile}`, ...args],
			env,
			maxRun,
		);
		if (!existsSync(outputFile)) return { code: code || 1 };
		return { code, report: JSON.parse(readFileSync(outputFile, 'utf8')) as JestReport };
	});
}

/** Runs Jest in full view, prints the counting line last, and resolves with the exit code. */
export async function runJest(
	config: string,
	args: string[],
	env: NodeJS.ProcessEnv = process.env,
): Promise<number> {
	const { code, report } = await reportOfJest(config, args, env);
	if (!report) {
		console.error(`Jest ended with code ${code} and without a report.`);
		console.log('0 passed, 1 failed');
		return code;
	}
	console.log(countingLine(report));
	return code;
}
