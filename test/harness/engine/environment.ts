/**
 * Settles n8n's environment before any n8n module is loaded: n8n reads its settings while it
 * loads, writes to the home directory unless told otherwise, and would otherwise pick up whatever
 * N8N_* variables the shell happens to have. Import this first.
 */
import 'reflect-metadata';

import { mkdirSync } from 'node:fs';

import { inProject } from '../project';

for (const name of Object.keys(process.env)) {
	if (name.startsWith('N8N_')) delete process.env[name];
}

// n8n writes its instance settings on first use, so test processes side by side do not share them.
const userFolder = inProject('.cache', 'engine', process.env.JEST_WORKER_ID ?? 'main');
mkdirSync(userFolder, { recursive: true });
process.env.N8N_USER_FOLDER = userFolder;
process.env.N8N_DIAGNOSTICS_ENABLED = 'false';
