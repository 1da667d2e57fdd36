import { randomBytes } from 'node:crypto';
import { chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

import { freePort } from '../harness/n8n';
import type { Programs } from './programs';
import { answering, outputOf, startProgram } from '../harness/processes';
import type { ProcessGroup } from '../harness/processGroup';
import { openToAll, unprivilegedUser, type SystemUser } from './unprivileged';

const readyWithinSeconds = 60;
const userName = 'n8n';
/** The one that every new cluster has. */
const database = 'postgres';

/** Where a PostgreSQL answers, and as whom. */
export interface Database {
	host: string;
	port: number;
	database: string;
	user: string;
	password: string;
}

/** A project that only root may look into is no place for the files of another user. */
function placeFor(folder: string, user: SystemUser | undefined): string {
	mkdirSync(dirname(folder), { recursive: true });
	if (!user || openToAll(dirname(folder))) return folder;
	return join(tmpdir(), `tencent-chat-desk-${basename(folder)}-${process.pid}`);
}

/** Makes a new cluster in a folder; its one user has the password. */
function initialise(program: string, folder: string, password: string, user?: SystemUser): string {
	const data = join(folder, 'data');
	const passwordFile = join(folder, 'password');
	writeFileSync(passwordFile, password, { mode: 0o600 });
	if (user) {
		for (const path of [folder, passwordFile]) chownSync(path, user.uid, user.gid);
	}
	outputOf(
		program,
		[
			...['-D', data, '-U', userName, '--auth=scram-sha-256', `--pwfile=${passwordFile}`],
			...['--encoding=UTF8', '--no-locale', '--no-sync'],
		],
		{ cwd: folder, ...user },
	);
	return data;
}

/** Starts a PostgreSQL with a new, empty database on loopback. */
export async function startPostgres(
	group: ProcessGroup,
	programs: Programs,
	wishedFolder: string,
): Promise<Database> {
	const user = unprivilegedUser();
	const folder = group.folder(placeFor(wishedFolder, user));
	const password = randomBytes(16).toString('hex');
	const data = initialise(programs.initdb, folder, password, user);
	const host = '127.0.0.1';
	const port = await freePort();
	// What is in there is thrown away at the end, so a crash of the machine may have it.
	const settings = [`listen_addresses=${host}`, 'unix_socket_directories=', 'fsync=off'];
	const postgres = group.start(
		programs.postgres,
		['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
		// SIGTERM would wait for every client to leave.
		{ cwd: folder, stopSignal: 'SIGINT', ...user },
	);
	const isReady = async () => {
		const asking = startProgram(programs.pgIsReady, ['-q', '-h', host, '-p', String(port)]);
		return (await asking.ended) === 0;
	};
	await answering(postgres, 'PostgreSQL', isReady, readyWithinSeconds);
	return { host, port, database: database, user: userName, password };
}
