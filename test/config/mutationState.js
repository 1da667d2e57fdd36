'use strict';

const { mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const { dirname, join } = require('node:path');

/** The change that is being tried; undefined in the first run, which is without one. */
const activeChange = () => process.env.__STRYKER_ACTIVE_MUTANT__;

const stored = join(process.cwd(), '.cache', 'stryker', 'testFiles.json');

/** Keeps what the first run, without a change, found in each file: its tests' names, and its time. */
function writeTestFiles(files) {
	mkdirSync(dirname(stored), { recursive: true });
	writeFileSync(stored, JSON.stringify(files));
}

/** By path: `names` of the tests, and `milliseconds` that they took together. */
const readTestFiles = () => JSON.parse(readFileSync(stored, 'utf8'));

module.exports = { activeChange, readTestFiles, writeTestFiles };
