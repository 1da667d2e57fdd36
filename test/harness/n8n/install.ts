import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { installFolder } from './packages.cjs';

export { ensureN8n, nodeForN8n } from './packages.cjs';

const inFolder = (...path: string[]) => join(installFolder, 'node_modules', ...path);

/** n8n's command, as a file for {@link nodeForN8n}. */
export const n8nCommand = inFolder('n8n', 'bin', 'n8n');

/** Whether this n8n has one of its optional modules. */
export const hasModule = (name: string) => existsSync(inFolder('n8n', 'dist', 'modules', name));

/** Whether this n8n can put a person between an AI agent and its tools. */
export const offersHumanReview = () =>
	existsSync(inFolder('n8n', 'dist', 'tool-generation', 'hitl-tools.js'));
