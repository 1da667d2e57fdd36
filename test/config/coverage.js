'use strict';

const fromSource = require('./fromSource.js');

/** @type {import('jest').Config} */
module.exports = {
	...fromSource,
	testTimeout: 600_000,
	maxWorkers: '100%',
	workerIdleMemoryLimit: '1.5GB',
	testMatch: ['<rootDir>/test/(unit|property|engine)/**/*.test.ts'],
	collectCoverage: true,
	collectCoverageFrom: ['credentials/**/*.ts', 'nodes/**/*.ts'],
	coverageDirectory: '.cache/coverage',
	coverageReporters: ['json-summary', 'html', 'text-summary'],
	coverageThreshold: { global: { lines: 95, branches: 90 } },
};
