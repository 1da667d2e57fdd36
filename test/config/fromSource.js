'use strict';

const base = require('./plain.js');

/**
 * The tests, with the engine loading the package's TypeScript in place of its build: what measures
 * the tests by the source code sees what the engine ran.
 */
/** @type {import('jest').Config} */
module.exports = {
	...base,
	moduleNameMapper: {
		...base.moduleNameMapper,
		'/dist/(credentials|nodes)/(.*)\\.js$': '<rootDir>/$1/$2.ts',
	},
};
