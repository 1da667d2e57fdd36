import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { canInstallDebianPackages, installDebianPackages } from '../harness/debian';

/** Debian keeps the programs of each PostgreSQL version in a folder that is not on the PATH. */
const postgresVersions = '/usr/lib/postgresql';

function postgresFolders(): string[] {
	if (!existsSync(postgresVersions)) return [];
	return readdirSync(postgresVersions)
		.sort((a, b) => Number(b) - Number(a))
		.map((version) => join(postgresVersions, version, 'bin'));
}

function find(program: string): string | undefined {
	const folders = [...postgresFolders(), ...(process.env.PATH ?? '').split(delimiter)];
	return folders.map((folder) => join(folder, program)).find((file) => existsSync(file));
}

/** The programs of the two servers that n8n's queue mode needs. */
export interface Programs {
	redis: string;
	initdb: string;
	postgres: string;
	pgIsReady: string;
}

function findPrograms(): Programs | undefined {
	const redis = find('redis-server');
	const initdb = find('initdb');
	const postgres = find('postgres');
	const pgIsReady = find('pg_isready');
	if (!redis || !initdb || !postgres || !pgIsReady) return undefined;
	return { redis, initdb, postgres, pgIsReady };
}

function missing(): Error {
	return new Error(
		'The queue test needs Redis and PostgreSQL, and did not find both.\n' +
			'Install them (on Debian or Ubuntu: sudo apt-get install redis-server postgresql) ' +
			'and try again.',
	);
}

/** Finds Redis and PostgreSQL: on Debian, and as root, they are installed when missing. */
export async function ensurePrograms(): Promise<Programs> {
	const found = findPrograms();
	if (found) return found;
	if (!canInstallDebianPackages()) throw missing();
	process.stderr.write('Installing Redis and PostgreSQL. This usually takes half a minute.\n');
	await installDebianPackages('redis-server', 'postgresql');
	const installed = findPrograms();
	if (!installed) throw missing();
	return installed;
}
