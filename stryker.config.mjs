/**
 * npm run test:mutation
 *
 * Changes the code of what must not break, one small change at a time, and expects a test to fail.
 */
/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
	mutate: [
		'credentials/**/*.ts',
		'nodes/*/delivery/**/*.ts',
		'nodes/*/messages/**/*.ts',
		'!**/*.d.ts',
	],
	testRunner: 'jest',
	// n8n's engine loads the build, which Jest does not know to belong to the sources.
	jest: { configFile: 'test/config/mutation.js', enableFindRelatedTests: false },
	// Said in a folder below tempDirName.
	buildCommand: 'node ../../../../node_modules/gulp/bin/gulp.js build',
	coverageAnalysis: 'perTest',
	// What runs while a file is loaded would need a new process for each change.
	ignoreStatic: true,
	incremental: true,
	incrementalFile: '.cache/stryker/incremental.json',
	// Other n8n installations, and what the tests do not read.
	ignorePatterns: ['/n8n', '/test/versions', '/scan', '/bench', '/.cache', '/.git'],
	tempDirName: '.cache/stryker/sandbox',
	concurrency: 2,
	timeoutMS: 5000,
	reporters: ['progress-append-only', 'clear-text', 'json', 'html'],
	clearTextReporter: { logTests: false, reportTests: false, allowColor: false },
	jsonReporter: { fileName: '.cache/stryker/report.json' },
	htmlReporter: { fileName: '.cache/stryker/report.html' },
	thresholds: { high: 95, low: 85, break: 85 },
};
