'use strict';

const { default: TestRunner } = require('jest-runner');
const testFiles = require('./mutationFiles.js');

const isFirstRun = () => process.env.__STRYKER_ACTIVE_MUTANT__ === undefined;

/**
 * For each change Stryker names the tests that run the changed line, and Jest would load every file to
 * look for them. This runner loads the files that hold such a test, the quickest first, and none after
 * one has noticed the change.
 */
module.exports = class extends TestRunner {
	async runTests(tests, watcher, options) {
		if (isFirstRun()) {
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
		testFiles.write(files);
	}

	async #runUntilNoticed(tests, watcher, options) {
		const files = testFiles.read();
		const wanted = new RegExp(this._globalConfig.testNamePattern ?? '', 'i');
		const covering = tests
			.filter(({ path }) => files[path]?.names.some((name) => wanted.test(name)))
			.sort((a, b) => files[a.path].milliseconds - files[b.path].milliseconds);
		let noticed = false;
		const forget = [
			this.on('test-file-success', ([, { numFailingTests }]) => {
				noticed ||= numFailingTests > 0;
			}),
			this.on('test-file-failure', () => {
				noticed = true;
			}),
		];
		for (const test of covering) {
			if (!noticed) await super.runTests([test], watcher, options);
		}
		for (const stop of forget) stop();
	}
};
