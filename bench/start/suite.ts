import { readFileSync } from 'node:fs';

import { outputOf } from '../../test/harness/processes';
import { nodeForN8n } from '../../test/harness/n8n/install';
import { inProject } from '../../test/harness/project';
import { loadings } from '../figures';
import type { Loading, StartFigures } from '../figures';
import type { Sizes } from '../options';
import { alternating, spreadOf } from '../statistics';

interface Manifest {
	n8n: { nodes: string[]; credentials: string[] };
}

function filesIn(folder: string, name: RegExp): string[] {
	const manifest = JSON.parse(readFileSync(inProject(folder, 'package.json'), 'utf8')) as Manifest;
	return [...manifest.n8n.nodes, ...manifest.n8n.credentials]
		.filter((file) => name.test(file))
		.map((file) => inProject(folder, file));
}

const ofN8n = (name: RegExp) => filesIn('n8n/node_modules/n8n-nodes-base', name);

const milliseconds = (program: string, ...args: string[]): number =>
	Number(outputOf(nodeForN8n(), [inProject('bench', 'start', program), ...args]));

const load = (files: string[]): number => milliseconds('load.cjs', JSON.stringify(files));

/** How long fresh processes take to load this package and n8n's Slack nodes, and the first execution. */
export function measureStart({ starts }: Sizes): StartFigures {
	const node = filesIn('.', /\/TencentChatDesk\.node\.js$/);
	const files: Record<Loading, string[]> = {
		node,
		trigger: filesIn('.', /\/TencentChatDeskTrigger\.node\.js$/),
		slack: ofN8n(/\/Slack\.node\.js$/),
		slackTrigger: ofN8n(/\/SlackTrigger\.node\.js$/),
		package: filesIn('.', /./),
		slackPackage: ofN8n(/\/Slack[^/]*$/),
	};
	const execute = () => milliseconds('firstExecution.cjs', ...node, 'session', 'sendMessage');
	const times = Object.fromEntries(
		loadings.map((name): [Loading, number[]] => [name, []]),
	) as Record<Loading, number[]>;
	const firstExecution: number[] = [];
	// The first start of each reads from the disk what the others find in memory.
	for (const name of loadings) load(files[name]);
	execute();
	for (let round = 0; round < starts; round += 1) {
		for (const name of alternating(loadings, round)) times[name].push(load(files[name]));
		firstExecution.push(execute());
	}
	return {
		starts,
		times: Object.fromEntries(
			loadings.map((name) => [name, spreadOf(times[name])]),
		) as StartFigures['times'],
		firstExecution: spreadOf(firstExecution),
	};
}
