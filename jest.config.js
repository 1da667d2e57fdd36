'use strict';

const { availableParallelism } = require('node:os');

const plain = require('./test/config/plain.js');

/** A net against a test that hangs, in milliseconds: no machine is so busy that it takes as long. */
const testTimeout = 600_000;

/** Libraries that the files of a worker share. */
const shared = {
	...plain.moduleNameMapper,
	'^(fast-check|fastify|luxon|n8n-core|prettier|reflect-metadata|typescript)$':
		'<rootDir>/test/config/shared/$1.js',
	'^@n8n/(di|backend-common)$': '<rootDir>/test/config/shared/n8n-$1.js',
};

/** `npm run test:chaos` runs what takes minutes, and nothing else. */
const isChaos = ['chaos', 'wholeChaos'].includes(process.env.TESTS);

/** Tests that run n8n's engine: the files of a worker share one. */
const engine = {
	...plain,
	testEnvironment: '<rootDir>/test/config/sharedEngine.js',
	displayName: 'engine',
	testMatch: [`<rootDir>/test/${isChaos ? 'chaos' : 'engine'}/**/*.test.ts`],
	moduleNameMapper: {
		...shared,
		'^n8n-workflow$': '<rootDir>/test/config/shared/n8n-workflow.js',
	},
};

const unit = {
	...plain,
	testEnvironment: '<rootDir>/test/config/sharedEngine.js',
	displayName: 'unit',
	testMatch: ['<rootDir>/test/(unit|property|simulator)/**/*.test.ts'],
	moduleNameMapper: {
		...shared,
		'^n8n-workflow$': '<rootDir>/test/config/shared/n8n-workflow-own-sleep.js',
	},
};

/** @type {import('jest').Config} */
module.exports = {
	testTimeout,
	// Much of the time goes by waiting for answers.
	maxWorkers: availableParallelism() + 1,
	// A net: a worker that has gathered much starts anew, which takes it three seconds.
	workerIdleMemoryLimit: '260MB',
	// On a busy machine a worker takes its time to leave.
	workerGracefulExitTimeout: 60_000,
	projects: isChaos ? [engine] : [engine, unit],
};
