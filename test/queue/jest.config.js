'use strict';

const plain = require('../config/plain.js');

/** @type {import('jest').Config} */
module.exports = {
	...plain,
	testMatch: ['<rootDir>/test/queue/**/*.test.ts'],
	// Redis, PostgreSQL and three n8n processes are set up; they may have to be installed before.
	testTimeout: 600_000,
};
