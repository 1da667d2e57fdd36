import type { StartFigures } from '../figures';
import { spread, table } from './text';

/** What was measured about loading, in words and a table. */
export function startSection({ starts, own, slack }: StartFigures): string[] {
	return [
		'## Start',
		`Time to load all node and credential files in a fresh process, n8n-workflow loaded before; ${starts} processes each.`,
		table(
			['', 'ms'],
			[
				['This package', spread(own)],
				["n8n's Slack nodes and credentials", spread(slack)],
			],
		),
	];
}
