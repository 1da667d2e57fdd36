import { readFileSync } from 'node:fs';

import { inProject } from '../harness/project';

const english = 'README.md';
const translations = ['README.zh-CN.md', 'README.id.md'];

/** The parts of a page that a translation has too. */
function outlineOf(path: string) {
	const lines = readFileSync(inProject(path), 'utf8').split('\n');
	const matching = (pattern: RegExp) =>
		lines.flatMap((line) => [...line.matchAll(pattern)].map(([, found = '']) => found));
	return {
		headings: matching(/^(#+) /g),
		pictures: matching(/!\[[^\]]*\]\(([^)]*)\)/g),
		links: matching(/(?<!!)\[[^\]]*\]\(([^)]*)\)/g).filter((link) => !link.startsWith('README')),
		rows: lines.filter((line) => line.startsWith('|')).map((line) => line.split('|').length),
		lists: matching(/^(\d+\.|-) /g),
		commands: matching(/^((?:git|cd|npm) [^#]*?)\s*(?:#.*)?$/g),
	};
}

describe.each(translations)('%s', (path) => {
	it('has the headings, tables, pictures, lists, commands and links of the English one', () => {
		expect(outlineOf(path)).toEqual(outlineOf(english));
	});
});

it('every README leads to the others', () => {
	for (const path of [english, ...translations]) {
		const text = readFileSync(inProject(path), 'utf8');
		for (const other of [english, ...translations]) {
			if (other !== path) expect(text).toContain(`](${other})`);
		}
	}
});

it('the English README is an outline of more than ten headings', () => {
	const { headings, pictures, rows } = outlineOf(english);
	expect([headings.length > 10, pictures.length, rows.length > 10]).toEqual([true, 3, true]);
});
