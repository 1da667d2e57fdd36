import { join } from 'node:path';

import { inProject } from '../project';
import { hasModule } from './install';

// What a program needs of the surrounding shell. Anything else, such as an N8N_* or DB_* variable
// of another n8n on this machine, would change what is shown and tested here.
const passedOn = [
	'PATH',
	'HOME',
	'USER',
	'LANG',
	'LC_ALL',
	'TZ',
	'TMPDIR',
	'TEMP',
	'TMP',
	'SystemRoot',
	'USERPROFILE',
	'APPDATA',
	'LOCALAPPDATA',
];

/** It would fetch a list from the internet at every start; older n8n do not have it. */
const fetchingModule = 'mcp-registry';

/** n8n's own files below a user folder. */
export const n8nFolder = (userFolder: string): string => join(userFolder, '.n8n');

/** The whole environment of an n8n process. */
export function n8nEnvironment(
	userFolder: string,
	more: Record<string, string> = {},
): NodeJS.ProcessEnv {
	const inherited = Object.fromEntries(
		passedOn.flatMap((name) => {
			const value = process.env[name];
			return value === undefined ? [] : [[name, value]];
		}),
	);
	return {
		...inherited,
		N8N_USER_FOLDER: userFolder,
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_HOST: '127.0.0.1',
		N8N_SECURE_COOKIE: 'false',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		// What Node.js has compiled of n8n's thousands of files is kept for the next process.
		NODE_COMPILE_CACHE: inProject('.cache', 'compiled'),
		...(hasModule(fetchingModule) && { N8N_DISABLED_MODULES: fetchingModule }),
		...more,
	};
}
