'use strict';

const { readdirSync } = require('node:fs');
const { join } = require('node:path');
const fastCheck = require('fast-check');
const { activeChange, readTestFiles } = require('./mutationState.js');
const SharedEngine = require('./sharedEngine.js');

// That a change is noticed is enough; the smallest input that notices it takes ten times as long.
fastCheck.configureGlobal({ endOnFailure: true });

/** The change that a test has noticed. One process tries many changes, one after another. */
let noticed;

/** Milliseconds after which a test hangs, by those that all tests of its file take without a change. */
const hangsAfter = (milliseconds) => 10_000 + 3 * milliseconds;

/**
 * The package loads its parts when they are asked for. What runs while a file is loaded would count as
 * run by the first test that needs it, and be tried with that test alone.
 */
function loadPackage() {
	for (const folder of ['credentials', 'nodes']) {
		const root = join(process.cwd(), 'dist', folder);
		const files = readdirSync(root, { recursive: true }).filter((file) => file.endsWith('.js'));
		for (const file of files) require(join(root, file));
	}
}

/**
 * Where the tests meet the changes that Stryker tries: those of single files in the sources, which Jest
 * loads, and those of n8n's engine in the build, which Node loads. Both look here for the change to try.
 * What is left of a file is skipped once a test has noticed it: one is enough.
 */
module.exports = class extends SharedEngine {
	#timeout;
	#isInEngine;

	constructor(config, context) {
		super(config, context);
		this.#isInEngine = context.testPath.includes(join('test', 'engine'));
		if (activeChange() === undefined) return;
		this.#timeout = hangsAfter(readTestFiles()[context.testPath].milliseconds);
	}

	async setup() {
		await super.setup();
		globalThis.__stryker__ = this.global[this.global.__strykerGlobalNamespace__];
		if (this.#isInEngine && activeChange() === undefined) loadPackage();
	}

	handleTestEvent({ name, test }) {
		const change = activeChange();
		if (change === undefined) return;
		if (name === 'test_fn_failure') noticed = change;
		if (name !== 'test_start') return;
		test.timeout ??= this.#timeout;
		if (noticed === change) test.mode = 'skip';
	}
};
