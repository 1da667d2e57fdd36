import { existsSync } from 'node:fs';

import { withProgress } from './packages.cjs';
import { startProgram } from './processes';

/** Whether Debian packages can be installed here: on Debian, and as root. */
export const canInstallDebianPackages = () =>
	existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;

/** Waits for another process that installs packages, instead of failing beside it. */
const patience = ['-o', 'DPkg::Lock::Timeout=300'];

async function aptGet(args: string[]): Promise<void> {
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	const { ended, output } = startProgram('apt-get', [...patience, ...args], { env });
	if ((await ended) !== 0) throw new Error(`apt-get ${args.join(' ')} failed:\n${output()}`);
}

/** Installs Debian packages, without those that they only recommend. */
export async function installDebianPackages(...names: string[]): Promise<void> {
	await withProgress('apt-get', async () => {
		await aptGet(['update', '-qq']);
		await aptGet(['install', '-y', '-qq', '--no-install-recommends', ...names]);
	});
}
