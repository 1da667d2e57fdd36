/**
 * Settles n8n's environment before any n8n module is loaded: n8n reads its settings while it
 * loads, writes to the home directory unless told otherwise, and would otherwise pick up whatever
 * N8N_* variables the shell happens to have. Import this first.
 */
import 'reflect-metadata';

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

for (const name of Object.keys(process.env)) {
	if (name.startsWith('N8N_')) delete process.env[name];
}

/** A folder of this process only, where n8n keeps its instance settings. */
export const userFolder = mkdtempSync(join(tmpdir(), 'tencent-chat-desk-engine-'));

process.env.N8N_USER_FOLDER = userFolder;
process.env.N8N_DIAGNOSTICS_ENABLED = 'false';
process.once('exit', () => rmSync(userFolder, { recursive: true, force: true }));
