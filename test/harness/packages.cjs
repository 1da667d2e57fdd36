/**
 * Installs the npm packages of one folder when they are missing or older than its lock file.
 * Plain JavaScript with Node's own modules only: it runs before anything is installed.
 */
'use strict';

const { spawn } = require('node:child_process');
const { createHash } = require('node:crypto');
const { mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

/** Says what is going on, with the seconds ticking, until `work` settles. */
async function withProgress(label, work) {
	const started = Date.now();
	const seconds = () => Math.round((Date.now() - started) / 1000);
	const terminal = process.stderr.isTTY;
	const show = () => {
		if (terminal) process.stderr.write(`\r  ${label}: ${seconds()} s `);
		else process.stderr.write(`  ${label}: ${seconds()} s\n`);
	};
	const ticking = setInterval(show, terminal ? 1000 : 15000);
	try {
		const result = await work();
		process.stderr.write(`${terminal ? '\r' : ''}  ${label}: done in ${seconds()} s\n`);
		return result;
	} catch (error) {
		process.stderr.write(`${terminal ? '\r' : ''}  ${label}: failed after ${seconds()} s\n`);
		throw error;
	} finally {
		clearInterval(ticking);
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

/**
 * Makes sure that a folder's node_modules belongs to its lock file.
 * @param {object} options
 * @param {string} options.folder the folder with package.json and package-lock.json
 * @param {string} options.what what is being installed, for the progress line
 * @param {string} options.usually how long it usually takes, in words
 * @param {string[]} [options.args] further arguments for npm ci
 * @param {() => Promise<void>} [options.afterwards] part of the installation, run after npm
 */
async function ensurePackages({ folder, what, usually, args = [], afterwards }) {
	const lock = readFileSync(join(folder, 'package-lock.json'));
	// A native build belongs to one platform, should the folder be shared between two.
	const wanted = `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}`;
	const stamp = join(folder, 'node_modules', '.installed-from');
	let installed = '';
	try {
		installed = readFileSync(stamp, 'utf8');
	} catch (error) {
		if (error.code !== 'ENOENT') throw error;
	}
	if (installed === wanted) return;

	process.stderr.write(`Installing ${what}. This usually takes ${usually}.\n`);
	await withProgress('npm ci', () =>
		npm(['ci', '--no-audit', '--no-fund', '--loglevel=error', ...args], { cwd: folder }),
	);
	await afterwards?.();
	mkdirSync(join(folder, 'node_modules'), { recursive: true });
	writeFileSync(stamp, wanted);
}

module.exports = { ensurePackages, npm, withProgress };
