import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

import { inProject } from '../../harness/project';
import { usageOf } from '../../harness/usage.cjs';

const { scripts } = JSON.parse(readFileSync(inProject('package.json'), 'utf8')) as {
	scripts: Record<string, string>;
};

/** The commands that are scripts of this project, and where each begins. */
const commands = Object.entries(scripts).flatMap(([name, line]) => {
	const file = /tsx ((?:scripts|bench)\/\S+\.ts)$/.exec(line)?.[1];
	return file === undefined ? [] : [{ name, file }];
});

const typed = (name: string) =>
	['start', 'test'].includes(name) ? `npm ${name}` : `npm run ${name}`;

describe('--help', () => {
	it.each(commands)('of $name begins with how it is typed', ({ name, file }) => {
		expect(usageOf(inProject(file)).split('\n')[0]!.split(' [')[0]).toBe(typed(name));
	});

	it('is answered before anything is installed', () => {
		const help = execFileSync(
			process.execPath,
			[inProject('scripts', 'with-packages.mjs'), 'tsx', 'scripts/start.ts', '--help'],
			{ encoding: 'utf8', env: { PATH: '' } },
		);
		expect(help).toContain('npm start [-- --port 5678');
		expect(help).not.toContain(' * ');
	});

	it('of a command that has packages already is the same text', () => {
		const help = execFileSync(
			process.execPath,
			['--import', 'tsx', inProject('scripts', 'pictures.ts'), '--help'],
			{ encoding: 'utf8', cwd: inProject() },
		);
		expect(help).toContain('npm run pictures');
	});

	it('is there for every script that ends in main', () => {
		const withMain = readdirSync(inProject('scripts'))
			.filter((name) => name.endsWith('.ts'))
			.filter((name) => readFileSync(inProject('scripts', name), 'utf8').includes('runMain('));
		const known = commands.map(({ file }) => file);
		expect(known).toEqual(expect.arrayContaining(withMain.map((name) => `scripts/${name}`)));
	});
});
