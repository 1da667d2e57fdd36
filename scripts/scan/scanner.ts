import { pathToFileURL } from 'node:url';

import { ensurePackages } from '../../test/harness/packages.cjs';
import { inProject } from '../../test/harness/project';

/** What n8n's scanner says of a folder. */
export interface Verdict {
	passed: boolean;
	message?: string;
	/** The violations, formatted for reading. */
	details?: string;
}

interface Scanner {
	analyzePackage(folder: string, patterns: string[]): Promise<Verdict>;
	SOURCE_FILE_PATTERNS: string[];
}

/** What the scanner reads of a published package. */
const publishedFilePatterns = ['**/*.js', 'package.json'];

const scannerFile = inProject('scan/node_modules/@n8n/scan-community-package/scanner/scanner.mjs');

/** n8n's own scanner, installed into scan/ when needed. */
export async function loadScanner() {
	await ensurePackages({
		folder: inProject('scan'),
		what: "n8n's package scanner (in the folder scan/)",
		usually: 'ten to thirty seconds',
		args: ['--legacy-peer-deps', '--ignore-scripts'],
	});
	const scanner = (await import(pathToFileURL(scannerFile).href)) as Scanner;
	return {
		/** Scans a source folder, as n8n scans the repository that a package was built from. */
		source: (folder: string) => scanner.analyzePackage(folder, scanner.SOURCE_FILE_PATTERNS),
		/** Scans an unpacked tarball. */
		published: (folder: string) => scanner.analyzePackage(folder, publishedFilePatterns),
	};
}
