import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { withProgress } from './packages.cjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The browser's program, or undefined when none is installed. */
export function findChromium(): string | undefined {
	const folders = (process.env.PATH ?? '').split(delimiter);
	return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((file) =>
		existsSync(file),
	);
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

/** Makes sure that there is a Chromium: on Debian, and as root, it is installed when missing. */
export async function ensureChromium(): Promise<void> {
	if (findChromium()) return;
	if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0) {
		throw new Error(
			'Chromium is needed here, and none was found.\n' +
				'Install it (on Debian or Ubuntu: sudo apt-get install chromium) and try again.',
		);
	}
	process.stderr.write('Installing Chromium. This usually takes ten to sixty seconds.\n');
	await withProgress('apt-get', async () => {
		await aptGet(['update', '-qq']);
		await aptGet(['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
	});
}
