'use strict';

/** What every run has in common. Each file loads its own modules. */
/** @type {import('jest').Config} */
module.exports = {
	rootDir: require('node:path').join(__dirname, '..', '..'),
	testEnvironment: 'node',
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
