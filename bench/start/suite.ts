import { readFileSync } from 'node:fs';

import { outputOf } from '../../test/harness/processes';
import { nodeForN8n } from '../../test/harness/n8n/install';
import { inProject } from '../../test/harness/project';
import type { StartFigures } from '../figures';
import type { Sizes } from '../options';
import { alternating, spreadOf } from '../statistics';

const packages = ['own', 'slack'] as const;

type Loaded = (typeof packages)[number];

interface Manifest {
	n8n: { nodes: string[]; credentials: string[] };
}

function filesIn(folder: string, wanted: (file: string) => boolean): string[] {
	const manifest = JSON.parse(readFileSync(inProject(folder, 'package.json'), 'utf8')) as Manifest;
	return [...manifest.n8n.nodes, ...manifest.n8n.credentials]
		.filter(wanted)
		.map((file) => inProject(folder, file));
}

function load(files: string[]): number {
	const program = inProject('bench', 'start', 'load.cjs');
	return Number(outputOf(nodeForN8n(), [program, JSON.stringify(files)]));
}

/** How long fresh processes take to load this package, and n8n's Slack nodes with credentials. */
export function measureStart({ starts }: Sizes): StartFigures {
	const files: Record<Loaded, string[]> = {
		own: filesIn('.', () => true),
		slack: filesIn('n8n/node_modules/n8n-nodes-base', (file) => /\/Slack[^/]*$/.test(file)),
	};
	const times: Record<Loaded, number[]> = { own: [], slack: [] };
	// The first start of each reads from the disk what the others find in memory.
	for (const name of packages) load(files[name]);
	for (let round = 0; round < starts; round += 1) {
		for (const name of alternating(packages, round)) times[name].push(load(files[name]));
	}
	return { starts, own: spreadOf(times.own), slack: spreadOf(times.slack) };
}
