import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { canInstallDebianPackages, installDebianPackages } from './debian';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The browser's program, or undefined when none is installed. */
export function findChromium(): string | undefined {
	const folders = (process.env.PATH ?? '').split(delimiter);
	return names
		.flatMap((name) => folders.map((folder) => join(folder, name)))
		.find((file) => existsSync(file));
}

/** Makes sure that there is a Chromium: on Debian, and as root, it is installed when missing. */
export async function ensureChromium(): Promise<void> {
	if (findChromium()) return;
	if (!canInstallDebianPackages()) {
		throw new Error(
			'Chromium is needed here, and none was found.\n' +
				'Install it (on Debian or Ubuntu: sudo apt-get install chromium) and try again.',
		);
	}
	process.stderr.write('Installing Chromium. This usually takes ten to sixty seconds.\n');
	await installDebianPackages('chromium');
}
