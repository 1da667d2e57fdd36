import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { withProgress } from '../packages.cjs';

/** Debian keeps the programs of each PostgreSQL version in a folder that is not on the PATH. */
const POSTGRES_VERSIONS = '/usr/lib/postgresql';

function postgresFolders(): string[] {
	if (!existsSync(POSTGRES_VERSIONS)) return [];
	return readdirSync(POSTGRES_VERSIONS)
		.sort((a, b) => Number(b) - Number(a))
		.map((version) => join(POSTGRES_VERSIONS, version, 'bin'));
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

function aptGet(args: string[]): Promise<void> {
	return new Promise((resolve, reject) => {
		const child = spawn('apt-get', args, {
			env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		let output = '';
		for (const stream of [child.stdout, child.stderr]) {
			stream.setEncoding('utf8').on('data', (text: string) => (output += text));
		}
		child.on('error', reject);
		child.on('close', (code) =>
			code === 0 ? resolve() : reject(new Error(`apt-get ${args.join(' ')} failed:\n${output}`)),
		);
	});
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
	if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) throw missing();
	process.stderr.write('Installing Redis and PostgreSQL. This usually takes half a minute.\n');
	await withProgress('apt-get', async () => {
		await aptGet(['update', '-qq']);
		await aptGet(['install', '-y', '-qq', '--no-install-recommends', 'redis-server', 'postgresql']);
	});
	const installed = findPrograms();
	if (!installed) throw missing();
	return installed;
}
