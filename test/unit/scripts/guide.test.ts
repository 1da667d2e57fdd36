import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { follow, stepsOf, type Edit } from '../../../scripts/guide/steps';
import { inProject } from '../../harness/project';

const pageOf = (before: string, code = 'code();') =>
	`# Page\n\n## Add an operation\n\n${before}\n\n\`\`\`ts\n${code}\n\`\`\`\n\n## Style\n`;

describe('following the guide', () => {
	let folder: string;

	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'guide-'));
	});

	afterEach(() => rmSync(folder, { recursive: true, force: true }));

	const write = (file: string, text: string) => writeFileSync(join(folder, file), text);
	const read = (file: string) => readFileSync(join(folder, file), 'utf8');
	const after = (line: string): Edit => ({
		file: 'a.ts',
		place: { kind: 'after', line },
		code: 'new,\n',
	});

	it('finds a place in this repository for every piece of code', () => {
		const { edits } = stepsOf(readFileSync(inProject('docs', 'contributing.md'), 'utf8'));
		for (const file of new Set(edits.map((edit) => edit.file))) {
			mkdirSync(dirname(join(folder, file)), { recursive: true });
			if (existsSync(inProject(file))) cpSync(inProject(file), join(folder, file));
		}

		for (const edit of edits) follow(edit, folder);

		expect(edits.length).toBeGreaterThan(0);
		for (const { file, code } of edits) expect(read(file)).toContain(code.trimEnd());
	});

	it('puts a line after the one that is named', () => {
		write('a.ts', 'list(\n\tone,\n\ttwo,\n);\n');

		follow(after('one,'), folder);

		expect(read('a.ts')).toBe('list(\n\tone,\nnew,\n\ttwo,\n);\n');
	});

	it.each([
		['is not there', 'two,\n', '0 lines'],
		['is there twice', 'one,\none,\n', '2 lines'],
	])('says that the line %s', (_when, text, message) => {
		write('a.ts', text);

		expect(() => follow(after('one,'), folder)).toThrow(message);
	});

	it('says that a new file is there already', () => {
		write('a.ts', '');

		expect(() => follow({ ...after(''), place: { kind: 'new' } }, folder)).toThrow('already');
	});

	it('says which code the guide gives no place for', () => {
		expect(() => stepsOf(pageOf('Then write:', 'lost();'))).toThrow('lost();');
	});

	it('reads the place at the end of a longer sentence', () => {
		expect(stepsOf(pageOf('Now a test. At the end of `b.ts`:')).edits).toEqual([
			{ file: 'b.ts', place: { kind: 'end' }, code: 'code();\n' },
		]);
	});
});
