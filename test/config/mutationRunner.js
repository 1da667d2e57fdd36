'use strict';

const { default: TestRunner } = require('jest-runner');
const { activeChange, readTestFiles, writeTestFiles } = require('./mutationState.js');

/** By path: how often, of late, a file has noticed the change it was tried with. From 0 to 1. */
const successes = new Map();
const unknownSuccess = 0.02;
const weightOfLast = 0.2;

const successOf = ({ path }) => successes.get(path) ?? unknownSuccess;

function learn(test, hasNoticed) {
	const last = hasNoticed ? 1 : 0;
	// Not to zero: other changes may need it.
	const success = Math.max(0.005, successOf(test) + weightOfLast * (last - successOf(test)));
	successes.set(test.path, success);
}

/**
 * For each change Stryker names the tests that run the changed line, and Jest would load every file to
 * look for them. This runner loads the files that hold such a test, and none after one has noticed the
 * change. The changes of a file come one after another, and what noticed the last ones likely notices
 * the next: that goes first, unless others are so much quicker that they are worth a try.
 */
module.exports = class extends TestRunner {
	async runTests(tests, watcher, options) {
		if (activeChange() === undefined) {
			await this.#runAll(tests, watcher, options);
		} else {
			await this.#runUntilNoticed(tests, watcher, options);
		}
	}

	async #runAll(tests, watcher, options) {
		const files = {};
		const forget = this.on('test-file-success', ([{ path }, { testResults, perfStats }]) => {
			const names = testResults.map(({ fullName }) => fullName);
			files[path] = { names, milliseconds: perfStats.runtime };
		});
		await super.runTests(tests, watcher, options);
		forget();
		writeTestFiles(files);
	}

	async #runUntilNoticed(tests, watcher, options) {
		const files = readTestFiles();
		const wanted = new RegExp(this._globalConfig.testNamePattern ?? '', 'i');
		const covering = tests
			.filter(({ path }) => files[path]?.names.some((name) => wanted.test(name)))
			.map((test) => ({ test, cost: files[test.path].milliseconds / successOf(test) }))
			.sort((a, b) => a.cost - b.cost);
		let noticed = false;
		const forget = [
			this.on('test-file-success', ([, { numFailingTests }]) => {
				noticed ||= numFailingTests > 0;
			}),
			this.on('test-file-failure', () => {
				noticed = true;
			}),
		];
		for (const { test } of covering) {
			if (noticed) break;
			await super.runTests([test], watcher, options);
			learn(test, noticed);
		}
		for (const stop of forget) stop();
	}
};
