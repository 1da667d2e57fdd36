'use strict';

const SharedEngine = require('./sharedEngine.js');

/** The change that a test has noticed. One process tries many changes, one after another. */
let noticed;

/**
 * Where the tests meet the changes that Stryker tries: those of single files in the sources, which Jest
 * loads, and those of n8n's engine in the build, which Node loads. Both look here for the change to try.
 * What is left of a file is skipped once a test has noticed it: one is enough.
 */
module.exports = class extends SharedEngine {
	async setup() {
		await super.setup();
		globalThis.__stryker__ = this.global[this.global.__strykerGlobalNamespace__];
	}

	handleTestEvent({ name, test }) {
		const change = process.env.__STRYKER_ACTIVE_MUTANT__;
		if (change === undefined) return;
		if (name === 'test_fn_failure') noticed = change;
		if (name === 'test_start' && noticed === change) test.mode = 'skip';
	}
};
