import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { runProgram, toolFile } from './tools';

/** Minutes. A run that hangs on an open connection must not hold up everything behind it. */
const longestRun = 20;

/** The part of Jest's JSON report that is counted. */
interface JestReport {
	numPassedTests: number;
	numFailedTests: number;
	numPendingTests: number;
	numRuntimeErrorTestSuites: number;
}

/** The counting line that ends a test run: `N passed, N failed`, and what was skipped, if any. */
export function countingLine(report: JestReport): string {
	// A file that does not even load has no tests to count, but it must not look like success.
	const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
	const skipped = report.numPendingTests > 0 ? `, ${report.numPendingTests} skipped` : '';
	return `${report.numPassedTests} passed, ${failed} failed${skipped}`;
}

/** Runs Jest in full view, prints the counting line last, and resolves with the exit code. */
export async function runJest(
	config: string,
	args: string[],
	env: NodeJS.ProcessEnv = process.env,
): Promise<number> {
	const folder = mkdtempSync(join(tmpdir(), 'tencent-chat-desk-jest-'));
	const outputFile = join(folder, 'report.json');
	try {
		const code = await runProgram(
			toolFile('jest'),
			[`--config=${config}`, '--json', `--outputFile=${outputFile}`, ...args],
			env,
			longestRun,
		);
		if (!existsSync(outputFile)) {
			console.error(`Jest ended with code ${code} and without a report.`);
			console.log('0 passed, 1 failed');
			return code || 1;
		}
		const report = JSON.parse(readFileSync(outputFile, 'utf8')) as JestReport;
		console.log(countingLine(report));
		return code;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
