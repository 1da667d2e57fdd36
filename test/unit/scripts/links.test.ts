import { spawnSync } from 'node:child_process';

import { inProject } from '../../harness/project';
import { toolFile } from '../../harness/tools';

it('the lint finds links that lead nowhere', () => {
	const { status, stderr } = spawnSync(
		process.execPath,
		[
			toolFile('remark-cli', 'remark'),
			'--frail',
			'--quiet',
			'--no-color',
			'--no-stdout',
			'--file-path',
			inProject('docs', 'page.md'),
		],
		{
			cwd: inProject(),
			encoding: 'utf8',
			input: '[a](missing.md) [b](delivery.md#nowhere) [c](delivery.md)\n',
		},
	);
	expect(stderr.match(/Cannot find .*?`/g)).toHaveLength(2);
	expect(status).toBe(1);
});
