import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** A user of this machine, as `spawn` takes it. */
export interface SystemUser {
	uid: number;
	gid: number;
}

const names = ['postgres', 'nobody'];

/** Someone to run as instead of root; undefined when this is not root. */
export function unprivilegedUser(): SystemUser | undefined {
	if (process.getuid?.() !== 0) return undefined;
	const users = readFileSync('/etc/passwd', 'utf8')
		.split('\n')
		.map((line) => line.split(':'));
	for (const name of names) {
		const [, , uid, gid] = users.find(([candidate]) => candidate === name) ?? [];
		if (uid && gid) return { uid: Number(uid), gid: Number(gid) };
	}
	throw new Error(`PostgreSQL refuses to run as root, and there is no user ${names.join(' or ')}.`);
}

const passThrough = 0o001;

/** Whether every user of this machine may pass through a folder and all folders above it. */
export function openToAll(folder: string): boolean {
	if ((statSync(folder).mode & passThrough) === 0) return false;
	return dirname(folder) === folder || openToAll(dirname(folder));
}
