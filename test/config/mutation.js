'use strict';

const unit = require('../../jest.config.js').projects.find(
	({ displayName }) => displayName === 'unit',
);

/** Tests in n8n's engine that reach what those of single files do not: files of items, and lists. */
const inEngine = [
	'api/archive',
	'api/lists',
	'avatars',
	'cosCredentialTest',
	'downloads',
	'dryRun',
	'files',
	'lookups',
	'otherWays',
	'parameters',
	'retryOnFail',
	'sendToManyOrder',
	'sharedCalls',
	'wire',
];

/** The tests that are quick enough to run once for each of some thousand changes of the code. */
/** @type {import('jest').Config} */
module.exports = {
	...unit,
	// Stryker works on a copy of the project and says where.
	rootDir: process.cwd(),
	testMatch: [
		'<rootDir>/test/unit/(credentials|delivery|files|messages|sendAndWait)/**/*.test.ts',
		`<rootDir>/test/engine/(${inEngine.join('|')}).test.ts`,
	],
	testEnvironment: require.resolve('./mutationEnvironment.js'),
	runner: require.resolve('./mutationRunner.js'),
	maxWorkers: 1,
	// Without a change, a busy machine may take its time.
	testTimeout: 600_000,
};
