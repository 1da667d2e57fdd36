'use strict';

const plain = require('../config/plain.js');

/** @type {import('jest').Config} */
module.exports = {
	...plain,
	testMatch: ['<rootDir>/test/e2e/**/*.test.ts'],
	testPathIgnorePatterns: ['/node_modules/'],
	// Each runs an n8n of its own, which takes a core and a gigabyte with its browser.
	maxWorkers: 2,
	// A net against a test that hangs; n8n takes its time on a busy machine.
	testTimeout: 300_000,
	workerGracefulExitTimeout: 60_000,
};
