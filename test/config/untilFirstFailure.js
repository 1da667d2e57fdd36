'use strict';

const SharedEngine = require('./sharedEngine.js');

/** The change that a test has noticed. One process tries many changes, one after another. */
let noticed;

/** Skips what is left once a test has noticed the change that Stryker tries: one is enough. */
module.exports = class extends SharedEngine {
	handleTestEvent({ name, test }) {
		const change = process.env.__STRYKER_ACTIVE_MUTANT__;
		if (change === undefined) return;
		if (name === 'test_fn_failure') noticed = change;
		if (name === 'test_start' && noticed === change) test.mode = 'skip';
	}
};
