'use strict';

const plain = require('../config/plain.js');

/** @type {import('jest').Config} */
module.exports = {
	...plain,
	testMatch: ['<rootDir>/test/e2e/**/*.test.ts'],
	testPathIgnorePatterns: ['/node_modules/'],
	// One n8n at a time: each takes a core and half a gigabyte.
	maxWorkers: 1,
	// A net against a test that hangs; n8n takes its time on a busy machine.
	testTimeout: 300_000,
	workerGracefulExitTimeout: 60_000,
};
