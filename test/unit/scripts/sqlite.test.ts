import { readFileSync } from 'node:fs';

import { inProject } from '../../harness/project';
import { partOf, type Lock } from '../../harness/n8n/sqlite.cjs';

const entry = (version: string, dependencies: Record<string, string> = {}) => ({
	version,
	dependencies,
});

describe('the part of a lock file that some packages need', () => {
	const lock: Lock = {
		lockfileVersion: 3,
		packages: {
			'': {},
			'node_modules/driver': {
				...entry('5.1.7', { tar: '^6', bindings: '^1' }),
				optionalDependencies: { compiler: '8.x' },
			},
			'node_modules/driver/node_modules/tar': entry('6.2.1', { yallist: '^4' }),
			'node_modules/tar': entry('7.0.0'),
			'node_modules/bindings': entry('1.5.0'),
			'node_modules/yallist': entry('4.0.0', { driver: '5' }),
			'node_modules/compiler': entry('8.4.1'),
			'node_modules/other': entry('1.0.0'),
		},
	};

	it('has them and what they depend on, at the same places', () => {
		const { packages } = partOf(lock, ['driver']);

		expect(Object.keys(packages).sort()).toEqual([
			'',
			'node_modules/bindings',
			'node_modules/driver',
			'node_modules/driver/node_modules/tar',
			'node_modules/yallist',
		]);
		expect(packages['']?.dependencies).toEqual({ driver: '5.1.7' });
	});

	it('does not ask for what it leaves out', () => {
		const { packages } = partOf(lock, ['driver']);

		expect(packages['node_modules/driver']).not.toHaveProperty('optionalDependencies');
		expect(lock.packages['node_modules/driver']).toHaveProperty('optionalDependencies');
	});

	it('is small for the database driver of the n8n that everything runs in', () => {
		const whole = JSON.parse(readFileSync(inProject('n8n/package-lock.json'), 'utf8')) as Lock;
		const { packages } = partOf(whole, ['sqlite3']);

		expect(Object.keys(packages)).toContain('node_modules/node-addon-api');
		expect(Object.keys(packages).length).toBeLessThan(80);
		for (const [place, content] of Object.entries(packages)) {
			if (place !== '') expect(content.version).toBe(whole.packages[place]?.version);
		}
	});
});
