'use strict';

const base = require('../../jest.config.js');

/** @type {import('jest').Config} */
module.exports = {
	...base,
	rootDir: '../..',
	testMatch: ['<rootDir>/test/e2e/**/*.test.ts'],
	testPathIgnorePatterns: ['/node_modules/'],
	// One n8n at a time: each takes a core and half a gigabyte.
	maxWorkers: 1,
	testTimeout: 120000,
};
