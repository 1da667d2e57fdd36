import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../../simulator');

const sources = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
	.filter((name) => name.endsWith('.ts'))
	.map((name) => ({ name, text: readFileSync(join(ROOT, name), 'utf8') }));

const IMPORT = /\bfrom\s+'([^'\n]+)'|\b(?:import|require)\(\s*'([^'\n]+)'|^import\s+'([^'\n]+)'/gm;

const importsOf = (text: string) =>
	[...text.matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');

describe('the simulator as a witness', () => {
	it.each(sources)('shares no code with what it judges: $name', ({ name, text }) => {
		for (const target of importsOf(text)) {
			const isOwn = target.startsWith('.');
			const resolved = isOwn ? resolve(ROOT, name, '..', target) : target;
			const allowed = isOwn
				? resolved.startsWith(ROOT)
				: target === 'fastify' || target.startsWith('node:');
			expect([target, allowed]).toEqual([target, true]);
		}
	});

	it('was looked at as a whole', () => {
		expect(sources.map(({ name }) => name)).toContain('index.ts');
		expect(sources.flatMap(({ text }) => importsOf(text))).toContain('fastify');
	});
});
