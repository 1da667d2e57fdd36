/**
 * Installs the npm packages of one folder when they are missing or older than its lock file.
 * Plain JavaScript with Node's own modules only: it runs before anything is installed.
 */
'use strict';

const { spawn } = require('node:child_process');
const { createHash } = require('node:crypto');
const { mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const { basename, join } = require('node:path');

/** What is under way, with its beginning. */
const underWay = new Map();
let ticking;

const secondsSince = (started) => Math.round((Date.now() - started) / 1000);

const isTerminal = () => process.stderr.isTTY === true;

/** Shows everything that is under way in one line. */
function showUnderWay() {
	const words = [...underWay].map(([label, started]) => `${label}: ${secondsSince(started)} s`);
	process.stderr.write(
		`${isTerminal() ? '\r' : ''}  ${words.join(', ')}${isTerminal() ? ' ' : '\n'}`,
	);
}

/** A line of its own, over the one that ticks. */
function showEnd(label, words) {
	const erase = isTerminal() ? '\r\u001b[K' : '';
	process.stderr.write(`${erase}  ${label}: ${words}\n`);
}

/** Says what is going on, with the seconds ticking, until `work` settles; several may go on at once. */
async function withProgress(label, work) {
	const started = Date.now();
	underWay.set(label, started);
	ticking ??= setInterval(showUnderWay, isTerminal() ? 1000 : 15000);
	let words = 'failed after';
	try {
		const result = await work();
		words = 'done in';
		return result;
	} finally {
		underWay.delete(label);
		showEnd(label, `${words} ${secondsSince(started)} s`);
		if (underWay.size === 0) {
			clearInterval(ticking);
			ticking = undefined;
		}
	}
}

/**
 * Runs npm in a folder. Its output is kept back and becomes part of the error when it fails.
 * @param {string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<string>} what npm printed
 */
function npm(args, { cwd, env = process.env }) {
	// Under "npm run", this is the npm that was called; it needs no shell on any platform.
	const script = process.env.npm_execpath;
	const [command, all] = script?.endsWith('.js')
		? [process.execPath, [script, ...args]]
		: [process.platform === 'win32' ? 'npm.cmd' : 'npm', args];
	return new Promise((resolve, reject) => {
		const child = spawn(command, all, {
			cwd,
			env,
			stdio: ['ignore', 'pipe', 'pipe'],
			shell: command.endsWith('.cmd'),
		});
		let output = '';
		for (const stream of [child.stdout, child.stderr]) {
			stream.setEncoding('utf8').on('data', (text) => (output += text));
		}
		child.on('error', reject);
		child.on('close', (code, signal) => {
			if (code === 0) resolve(output);
			else reject(new Error(`npm ${args.join(' ')} failed (${signal ?? code}):\n${output}`));
		});
	});
}

/** Like Promise.all, but no npm is left running when another one fails. */
async function allOf(works) {
	const results = await Promise.allSettled(works);
	const failed = results.find(({ status }) => status === 'rejected');
	if (failed) throw failed.reason;
	return results.map(({ value }) => value);
}

/** The text of a file; undefined when there is none. */
function textOf(file) {
	try {
		return readFileSync(file, 'utf8');
	} catch (error) {
		if (error.code !== 'ENOENT') throw error;
		return undefined;
	}
}

/** Whether npm has installed what a lock file lists: it keeps a list of its own beside the packages. */
function isInstalledByNpm(folder, lock) {
	const list = textOf(join(folder, 'node_modules', '.package-lock.json'));
	if (list === undefined) return false;
	const installed = JSON.parse(list).packages;
	return Object.entries(JSON.parse(lock).packages)
		.filter(([place]) => place !== '')
		.every(([place, { version, optional }]) =>
			// What is optional may belong to another platform.
			place in installed ? installed[place].version === version : optional === true,
		);
}

/**
 * Makes sure that a folder's node_modules belongs to its lock file.
 * @param {object} options
 * @param {string} options.folder the folder with package.json and package-lock.json
 * @param {string} options.what what is being installed, for the progress line
 * @param {string} options.usually how long it usually takes, in words
 * @param {string[]} [options.args] further arguments for npm ci
 * @param {() => Promise<unknown>} [options.beside] part of the installation that goes on beside npm
 * @param {(made: unknown) => Promise<void>} [options.afterwards] part of the installation, run after
 *   both with what `beside` resolved with
 */
async function ensurePackages({ folder, what, usually, args = [], beside, afterwards }) {
	const lock = readFileSync(join(folder, 'package-lock.json'), 'utf8');
	// A native build belongs to one platform, should the folder be shared between two.
	const wanted = `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}`;
	const stamp = join(folder, 'node_modules', '.installed-from');
	const installed = textOf(stamp);
	if (installed === wanted) return;
	// Somebody typed "npm ci". It leaves no stamp, and does nothing of what comes afterwards.
	if (installed === undefined && !afterwards && isInstalledByNpm(folder, lock)) {
		writeFileSync(stamp, wanted);
		return;
	}

	process.stderr.write(`Installing ${what}. This usually takes ${usually}.\n`);
	const [made] = await allOf([
		beside?.(),
		withProgress(`npm ci in ${basename(folder)}/`, () =>
			npm(['ci', '--no-audit', '--no-fund', '--loglevel=error', ...args], { cwd: folder }),
		),
	]);
	await afterwards?.(made);
	mkdirSync(join(folder, 'node_modules'), { recursive: true });
	writeFileSync(stamp, wanted);
}

module.exports = { allOf, ensurePackages, npm, withProgress };
