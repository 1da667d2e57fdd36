/**
 * npm run dev [-- --port 5678 --simulator-port 8765]
 *
 * Opens what "npm start" opens. A change in nodes/ or credentials/ is in the editor some seconds after
 * it is saved. --port is that of n8n's editor, --simulator-port that of the inbox. Everything is kept in .cache/n8n-dev; delete that folder to begin anew.
 */
import { join } from 'node:path';

import { inProject } from '../test/harness/project';
import { showN8n } from './start/running';
import { copyPackage, packageFolder, watchPackage } from './dev/package';
import { runMain } from '../test/harness/main';

/** What n8n says about loading the package again, out of everything that it logs. */
const onOutput = (text: string) => {
	for (const line of text.split('\n')) {
		if (line.includes('Hot reload')) console.log(`n8n: ${line.trim()}`);
	}
};

runMain(() =>
	showN8n({
		command: 'npm run dev',
		userFolder: inProject('.cache', 'n8n-dev'),
		placePackage(userFolder) {
			const folder = packageFolder(userFolder);
			copyPackage(folder);
			watchPackage(join(folder, 'dist'));
		},
		env: { N8N_DEV_RELOAD: 'true' },
		onOutput,
	}),
);
