'use strict';

/** @type {import('jest').Config} */
module.exports = {
	testEnvironment: 'node',
	testMatch: ['<rootDir>/test/**/*.test.ts'],
	testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/e2e/'],
	// dist/ holds a second package.json-less copy of our modules; n8n/, test/versions/ and scan/ are other worlds.
	modulePathIgnorePatterns: [
		'<rootDir>/n8n/',
		'<rootDir>/test/versions/',
		'<rootDir>/scan/',
		'<rootDir>/.cache/',
	],
	transform: {
		// Types are checked by "npm run lint"; here only the code counts, and it starts faster.
		'^.+\\.ts$': [
			'ts-jest',
			{ tsconfig: { isolatedModules: true, target: 'es2022' }, diagnostics: false },
		],
	},
	moduleNameMapper: {
		// The package's package.json has two "main" entries and does not resolve.
		'^tls-sig-api-v2$': 'tls-sig-api-v2/TLSSigAPIv2.js',
	},
	// n8n's engine loads several hundred modules for each test file.
	testTimeout: 30000,
	maxWorkers: '100%',
	// Modules of past test files pile up in a worker.
	workerIdleMemoryLimit: '1.5GB',
};
