'use strict';

const unit = require('../../jest.config.js').projects.find(
	({ displayName }) => displayName === 'unit',
);

/** The tests that are quick enough to run once for each of some thousand changes of the code. */
/** @type {import('jest').Config} */
module.exports = {
	...unit,
	// Stryker works on a copy of the project and says where.
	rootDir: process.cwd(),
	testMatch: ['<rootDir>/test/unit/(credentials|delivery|files|messages|sendAndWait)/**/*.test.ts'],
	testEnvironment: require.resolve('./untilFirstFailure.js'),
	runner: require.resolve('./mutationRunner.js'),
	maxWorkers: 1,
	// Stryker ends a change that makes a test hang; without one, a busy machine may take its time.
	testTimeout: 600_000,
};
