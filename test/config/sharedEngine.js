'use strict';

const { mkdirSync } = require('node:fs');
const { join, sep } = require('node:path');
const { TestEnvironment } = require('jest-environment-node');

const project = join(__dirname, '..', '..');

// n8n reads its settings while it loads, and would write to the home directory.
for (const name of Object.keys(process.env)) {
	if (name.startsWith('N8N_')) delete process.env[name];
}
process.env.N8N_USER_FOLDER = join(
	project,
	'.cache',
	'engine',
	process.env.JEST_WORKER_ID ?? 'main',
);
process.env.N8N_DIAGNOSTICS_ENABLED = 'false';
mkdirSync(process.env.N8N_USER_FOLDER, { recursive: true });

/** What the tests look into and mock has to be the very objects that n8n's modules use. */
const intrinsics = [
	'AggregateError',
	'Date',
	'Error',
	'EvalError',
	'Map',
	'Math',
	'RangeError',
].concat(['ReferenceError', 'Set', 'TypeError', 'URIError']);

/** The built package, and the copies of it in which a bug was planted. */
const isOurs = (file) =>
	file.startsWith(project + sep) &&
	!file.includes(`${sep}node_modules${sep}`) &&
	file.includes(`${sep}dist${sep}`);

/**
 * A module that is loaded anew stays among the children of the one that loads it, and what it made
 * holds on to the whole test file.
 */
function forgetPackage() {
	for (const file of Object.keys(require.cache).filter(isOurs)) delete require.cache[file];
	for (const loader of Object.values(require.cache)) {
		loader.children = loader.children.filter(({ filename }) => !isOurs(filename));
	}
}

/**
 * Lets all test files of a worker share one n8n. Its engine is nearly two thousand modules, which
 * Jest would load anew for each file: most of the time and the memory of a run. The package itself
 * is loaded anew for each file, so that nothing that it remembers reaches the next one.
 */
module.exports = class extends TestEnvironment {
	constructor(...args) {
		super(...args);
		this.global.sharedModule = (name) => require(name);
		this.global.engineGlobal = globalThis;
		for (const name of intrinsics) this.global[name] = globalThis[name];
	}

	async teardown() {
		forgetPackage();
		await super.teardown();
	}
};
