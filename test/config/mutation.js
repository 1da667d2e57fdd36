'use strict';

const fromSource = require('./fromSource.js');

/** @type {import('jest').Config} */
module.exports = {
	...fromSource,
	// Stryker works on a copy of the project and says where.
	rootDir: process.cwd(),
	testMatch: [
		'<rootDir>/test/unit/(credentials|delivery|messages|waiting)/**/*.test.ts',
		'<rootDir>/test/unit/*.test.ts',
		'<rootDir>/test/engine/*.test.ts',
	],
	maxWorkers: 1,
};
