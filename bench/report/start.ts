import type { Loading, StartFigures } from '../figures';
import { loadings } from '../figures';
import { spread, table } from './text';

const words: Record<Loading, string> = {
	node: 'This node',
	trigger: 'Its trigger',
	slack: "n8n's Slack node",
	slackTrigger: "n8n's Slack trigger",
	package: 'This package: nodes and credentials',
	slackPackage: "n8n's Slack nodes and credentials",
};

/** What was measured about loading, in words and a table. */
export function startSection({ starts, times, firstExecution }: StartFigures): string[] {
	return [
		'## Start',
		`Time to load files and make their classes in a fresh process, as n8n does at its start, n8n-workflow loaded before; ${starts} processes each, in turn. The first execution in a process loads the delivery engine and the operations of its resource (here those of Desk sessions), up to the credential.`,
		table(
			['', 'ms'],
			[
				...loadings.map((loading) => [words[loading], spread(times[loading])]),
				['What the first execution loads', spread(firstExecution)],
			],
		),
	];
}
