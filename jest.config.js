'use strict';

/** A net against a test that hangs, in milliseconds: no machine is so busy that it takes as long. */
const testTimeout = 600_000;

const common = {
	rootDir: __dirname,
	// dist/ holds a second package.json-less copy of our modules; n8n/, test/versions/ and scan/ are other worlds.
	modulePathIgnorePatterns: [
		'<rootDir>/n8n/',
		'<rootDir>/test/versions/',
		'<rootDir>/scan/',
		'<rootDir>/.cache/',
	],
	transform: { '^.+\\.ts$': '<rootDir>/test/config/transform.js' },
	moduleNameMapper: {
		// The package's package.json has two "main" entries and does not resolve.
		'^tls-sig-api-v2$': 'tls-sig-api-v2/TLSSigAPIv2.js',
	},
};

/** Tests that run n8n's engine: the files of a worker share one. */
const engine = {
	...common,
	displayName: 'engine',
	testEnvironment: '<rootDir>/test/config/sharedEngine.js',
	testMatch: ['<rootDir>/test/(engine|chaos)/**/*.test.ts'],
	moduleNameMapper: {
		...common.moduleNameMapper,
		'^(n8n-core|n8n-workflow|reflect-metadata)$': '<rootDir>/test/config/shared/$1.js',
		'^@n8n/(di|backend-common)$': '<rootDir>/test/config/shared/n8n-$1.js',
	},
};

const unit = {
	...common,
	displayName: 'unit',
	testEnvironment: 'node',
	testMatch: ['<rootDir>/test/(unit|property|simulator|queue)/**/*.test.ts'],
};

/** @type {import('jest').Config} */
module.exports = {
	testTimeout,
	maxWorkers: '100%',
	// n8n's engine holds on to something of each file; a worker that has gathered much starts anew.
	workerIdleMemoryLimit: '300MB',
	// On a busy machine a worker takes its time to leave.
	workerGracefulExitTimeout: 60_000,
	projects: [engine, unit],
};
