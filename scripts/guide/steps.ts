import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A piece of code, and where the guide says that it goes. */
export interface Edit {
	file: string;
	/** A new file, the end of a file, or the only line with this text in it. */
	place: { kind: 'new' } | { kind: 'end' } | { kind: 'after'; line: string };
	code: string;
}

const placeOf: Array<[RegExp, (line: string) => Edit['place']]> = [
	[/New file `([^`]+)`:$/, () => ({ kind: 'new' })],
	[/At the end of `([^`]+)`:$/, () => ({ kind: 'end' })],
	[/In `([^`]+)`, after `([^`]+)`:$/, (line) => ({ kind: 'after', line })],
];

function editOf(before: string, code: string): Edit {
	for (const [pattern, place] of placeOf) {
		const [, file, line = ''] = pattern.exec(before) ?? [];
		if (file !== undefined) return { file, place: place(line), code };
	}
	throw new Error(`The guide does not say where this goes:\n${code}`);
}

/** What "Add an operation" asks for: code to write, and commands to type. */
export function stepsOf(page: string): { edits: Edit[]; commands: string[] } {
	const [, section] = /\n## Add an operation\n([^]*?)\n## /.exec(page) ?? [];
	if (section === undefined) throw new Error('The page has no section "Add an operation"');
	const edits: Edit[] = [];
	const commands: string[] = [];
	for (const [, before = '', language, code = ''] of section.matchAll(
		/([^\n]*)\n\n```(\w+)\n([^]*?)```/g,
	)) {
		if (language === 'ts') edits.push(editOf(before, code));
		else commands.push(...code.trim().split('\n'));
	}
	return { edits, commands };
}

/** Does what the guide says in a copy of the repository. */
export function follow({ file, place, code }: Edit, folder: string): void {
	const path = join(folder, file);
	if (place.kind === 'new') {
		if (existsSync(path)) throw new Error(`${file} should be new, and is there already`);
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, code);
		return;
	}
	const text = readFileSync(path, 'utf8');
	if (place.kind === 'end') {
		writeFileSync(path, `${text}\n${code}`);
		return;
	}
	const lines = text.split('\n');
	const found = lines.flatMap((line, index) => (line.trim() === place.line ? [index] : []));
	if (found.length !== 1) {
		throw new Error(`${file} has ${found.length} lines "${place.line}" in place of one`);
	}
	lines.splice(found[0]! + 1, 0, code.trimEnd());
	writeFileSync(path, lines.join('\n'));
}
