import { readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';

import { outputOf } from '../test/harness/processes';
import { nodeForN8n } from '../test/harness/n8n/install';
import { inProject } from '../test/harness/project';
import type { Machine } from './figures';

/** What a reader needs to compare figures, and nothing that names the machine. */
export function machine(): Machine {
	const manifest = inProject('n8n', 'node_modules', 'n8n', 'package.json');
	const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
	return {
		cpus: cpus().length,
		cpuModel: cpus()[0]?.model ?? 'unknown',
		memoryGb: Math.round(totalmem() / 1024 ** 3),
		platform: `${process.platform}-${process.arch}`,
		node: outputOf(nodeForN8n(), ['--version']).trim(),
		n8n: version,
	};
}

/** One line for the reader of a page. */
export const machineInWords = ({
	cpus,
	cpuModel,
	memoryGb,
	platform,
	node,
	n8n,
}: Machine): string =>
	`${cpus} CPUs (${cpuModel}), ${memoryGb} GB, ${platform}, Node.js ${node}, n8n ${n8n}`;
