import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { outputOf } from '../../test/harness/processes';
import { npm } from '../../test/harness/packages.cjs';
import { inProject, packageName } from '../../test/harness/project';
import type { Tarball } from './tarball';

interface Manifest {
	n8n: { nodes: string[]; credentials: string[] };
}

// Prints the name of every class that n8n would load: a file "X.node.js" exports the class X.
const load = `
for (const file of process.argv.slice(1)) {
	const name = require('node:path').basename(file).split('.')[0];
	const loaded = new (require(file)[name])();
	console.log(loaded.description?.name ?? loaded.name);
}`;

/**
 * Installs the tarball into an empty folder and loads its nodes and credentials there. Only
 * n8n-workflow, the peer, can be found besides the package's own files.
 * @returns the names of what was loaded
 */
export async function loadInstalled(tarball: Tarball, into: string): Promise<string[]> {
	const folder = join(into, 'empty');
	const peers = join(into, 'peers');
	mkdirSync(folder);
	mkdirSync(peers);
	writeFileSync(join(folder, 'package.json'), '{ "private": true }');
	symlinkSync(inProject('node_modules/n8n-workflow'), join(peers, 'n8n-workflow'), 'junction');
	await npm(
		['install', '--offline', '--ignore-scripts', '--legacy-peer-deps', '--no-audit', tarball.file],
		{ cwd: folder },
	);
	const installed = join(folder, 'node_modules', packageName);
	const { n8n } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as Manifest;
	const files = [...n8n.nodes, ...n8n.credentials].map((file) => join(installed, file));
	const loaded = outputOf(process.execPath, ['-e', load, ...files], {
		cwd: folder,
		env: { PATH: process.env.PATH, NODE_PATH: peers },
	});
	return loaded.trim().split('\n');
}
