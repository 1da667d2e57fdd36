/**
 * node scripts/with-packages.mjs [--and-n8n] <tool> [arguments]
 *
 * Runs a development tool, after installing the project's packages when that is needed: every
 * npm script works as the first command typed on a fresh clone. With --and-n8n, n8n is installed
 * at the same time.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST_NODE = [20, 15];

function checkNode() {
	const [major, minor] = process.versions.node.split('.').map(Number);
	if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
	process.stderr.write(
		`This project needs Node.js ${OLDEST_NODE.join('.')} or newer; this is ${process.version}.\n` +
			'Install a current version from https://nodejs.org and try again.\n',
	);
	process.exit(1);
}

/** The JavaScript file behind a tool's command: started with this Node, on every platform. */
function commandFile(root, tool) {
	const folder = join(root, 'node_modules', tool);
	const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
	return join(folder, typeof bin === 'string' ? bin : bin[tool]);
}

function run(root, tool, args) {
	const child = spawn(process.execPath, [commandFile(root, tool), ...args], {
		cwd: root,
		stdio: 'inherit',
	});
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
		process.on(signal, () => child.kill(signal));
	}
	child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
}

async function installN8n() {
	const { ensureN8n } = await import('../test/harness/n8n/packages.cjs');
	await ensureN8n();
}

checkNode();
const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const given = process.argv.slice(2);
const andN8n = given[0] === '--and-n8n';
const [tool, ...args] = andN8n ? given.slice(1) : given;
if (!tool) {
	process.stderr.write('Usage: node scripts/with-packages.mjs [--and-n8n] <tool> [arguments]\n');
	process.exit(2);
}
if (args.includes('--help')) {
	const { usageOf } = await import('../test/harness/usage.cjs');
	process.stdout.write(`${usageOf(join(root, args[0]))}\n`);
	process.exit(0);
}
const { allOf, ensurePackages } = await import('../test/harness/packages.cjs');
try {
	await allOf([
		ensurePackages({
			folder: root,
			what: 'the development packages (about 550 MB)',
			usually: 'one to three minutes the first time, some seconds when they are cached',
		}),
		andN8n ? installN8n() : undefined,
	]);
} catch (error) {
	process.stderr.write(`${error.message}\n`);
	process.exit(1);
}
run(root, tool, args);
