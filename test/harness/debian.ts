import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

import { withProgress } from './packages.cjs';

/** Whether Debian packages can be installed here: on Debian, and as root. */
export const canInstallDebianPackages = () =>
	existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;

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

/** Installs Debian packages, without those that they only recommend. */
export async function installDebianPackages(...names: string[]): Promise<void> {
	await withProgress('apt-get', async () => {
		await aptGet(['update', '-qq']);
		await aptGet(['install', '-y', '-qq', '--no-install-recommends', ...names]);
	});
}
