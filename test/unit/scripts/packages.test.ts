import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { ensurePackages, type PackagesOptions } from '../../harness/packages.cjs';

/** Stands in for npm: it installs nothing and leaves a file that says that it was called. */
const standIn = "require('node:fs').writeFileSync('npm-was-called', '');";

const lock = {
	packages: {
		'': { name: 'project' },
		'node_modules/tool': { version: '1.0.0' },
		'node_modules/tool-for-windows': { version: '1.0.0', optional: true },
	},
};

describe('the packages of a folder', () => {
	const npmBefore = process.env.npm_execpath;
	let folder: string;

	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'packages-'));
		writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock));
		writeFileSync(join(folder, 'npm.js'), standIn);
		process.env.npm_execpath = join(folder, 'npm.js');
		jest.spyOn(process.stderr, 'write').mockReturnValue(true);
	});

	afterEach(() => {
		jest.restoreAllMocks();
		if (npmBefore === undefined) delete process.env.npm_execpath;
		else process.env.npm_execpath = npmBefore;
		rmSync(folder, { recursive: true, force: true });
	});

	/** What `npm ci` leaves behind where it installs one version of the tool. */
	function installed(version: string): void {
		mkdirSync(join(folder, 'node_modules'));
		writeFileSync(
			join(folder, 'node_modules', '.package-lock.json'),
			JSON.stringify({ packages: { 'node_modules/tool': { version } } }),
		);
	}

	async function installs<Made = void>(
		more: Partial<PackagesOptions<Made>> = {},
	): Promise<boolean> {
		const called = join(folder, 'npm-was-called');
		rmSync(called, { force: true });
		await ensurePackages({ folder, what: 'packages', usually: 'a second', ...more });
		return existsSync(called);
	}

	it('are installed when there are none, and once', async () => {
		expect(await installs()).toBe(true);
		expect(await installs()).toBe(false);
	});

	it('are left alone after "npm ci"', async () => {
		installed('1.0.0');

		expect(await installs()).toBe(false);
	});

	it('are installed when what npm installed is not what the lock file says', async () => {
		installed('0.9.0');

		expect(await installs()).toBe(true);
	});

	it('are installed again when the lock file has changed', async () => {
		await installs();
		const newer = { packages: { ...lock.packages, 'node_modules/other': { version: '1.0.0' } } };
		writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(newer));

		expect(await installs()).toBe(true);
	});

	it('are installed after "npm ci" where more than npm has to run', async () => {
		installed('1.0.0');
		const afterwards = jest.fn(() => Promise.resolve());

		expect(await installs({ afterwards })).toBe(true);
		expect(afterwards).toHaveBeenCalledTimes(1);
	});

	describe('of which a part is made beside npm', () => {
		const more = (beside: () => Promise<string>) => ({
			beside,
			afterwards: jest.fn((_made: string) => Promise.resolve()),
		});

		it('are complete when both are, and the part is handed on', async () => {
			const { beside, afterwards } = more(() => Promise.resolve('the part'));

			expect(await installs({ beside, afterwards })).toBe(true);
			expect(afterwards).toHaveBeenCalledWith('the part');
			expect(await installs({ beside, afterwards })).toBe(false);
		});

		it('are installed again after the part has failed, which waits for npm', async () => {
			const { beside, afterwards } = more(() => Promise.reject(new Error('no compiler')));

			await expect(installs({ beside, afterwards })).rejects.toThrow('no compiler');
			expect(existsSync(join(folder, 'npm-was-called'))).toBe(true);
			expect(afterwards).not.toHaveBeenCalled();
			expect(await installs()).toBe(true);
		});
	});
});
