'use strict';

const base = require('./plain.js');

/** The tests that are quick enough to run once for each of some thousand changes of the code. */
/** @type {import('jest').Config} */
module.exports = {
	...base,
	// Stryker works on a copy of the project and says where.
	rootDir: process.cwd(),
	testMatch: ['<rootDir>/test/unit/(credentials|delivery|files|messages|sendAndWait)/**/*.test.ts'],
	testEnvironment: require.resolve('./untilFirstFailure.js'),
	maxWorkers: 1,
	// Stryker ends a change that makes a test hang; without one, a busy machine may take its time.
	testTimeout: 600_000,
};
