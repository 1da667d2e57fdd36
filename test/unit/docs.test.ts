import { readFileSync } from 'node:fs';

import { failures } from '../../nodes/TencentChatDesk/delivery/errors/explain';
import { resources } from '../../nodes/TencentChatDesk/operations';
import { controlRows } from '../../scripts/docs/controls';
import { anchorOf, code } from '../harness/markdown';
import { operationsFolder } from '../../scripts/docs/pages';
import { panelOf } from '../../scripts/docs/panel';
import { inProject } from '../harness/project';

/** What `npm run lint` compares with the code. */
const textOf = (path: string) => readFileSync(inProject(path), 'utf8');

const pageOf = (resource: string) => textOf(`${operationsFolder}/${anchorOf(resource)}.md`);

/** The section of a heading of the second rank, up to the next one. */
const sectionOf = (page: string, heading: string) =>
	page.split(/^## /m).find((section) => section.split('\n')[0] === heading) ?? '';

const namesOn = (text: string) => new Set(text.match(/`[^`]+`/g) ?? []);

const operations = resources.flatMap((resource) =>
	resource.operations.map((operation) => ({
		key: `${resource.value}.${operation.value}`,
		resource,
		operation,
	})),
);

describe('the page of a resource', () => {
	it.each(operations)('explains every control of $key', ({ resource, operation }) => {
		const { all, hasMessage, hasOfflinePush, hasSharedOptions } = panelOf(resource, operation);
		const section = sectionOf(pageOf(resource.name), operation.name);
		const elsewhere = [
			hasMessage || hasOfflinePush ? 'message-fields.md' : undefined,
			hasSharedOptions ? 'shared-options.md' : undefined,
		].filter((page) => page !== undefined);
		const explained = [section, ...elsewhere.map((page) => textOf(`${operationsFolder}/${page}`))];
		const names = namesOn(explained.join('\n'));

		const missing = controlRows(all, all)
			.map(({ name }) => name)
			.filter((name) => !['options', 'delivery'].includes(name) && !names.has(code(name)));

		expect(missing).toEqual([]);
		for (const page of elsewhere) expect(section).toContain(`](${page}`);
	});

	it.each(operations)('links to the documentation of $key', ({ resource, operation }) => {
		const section = sectionOf(pageOf(resource.name), operation.name);
		expect(section).toContain(`](${operation.documentation})`);
	});

	it('says of a message that cannot be told from its copy that it is not repeated in doubt', () => {
		const { name } = resources.find(({ value }) => value === 'session')!;
		expect(sectionOf(pageOf(name), 'Contact User')).toContain('reported as');
		expect(sectionOf(pageOf(name), 'Send Message')).toContain('drops the second copy');
	});
});

describe('the page of error codes', () => {
	it('has a line for every code', () => {
		const page = textOf('docs/error-codes.md');
		const listed = [...page.matchAll(/^\| +(-?\d+) +\|/gm)].map(([, text]) => Number(text));

		expect([...new Set(listed)].sort()).toEqual([...failures.keys()].sort());
	});

	it('sends nobody to repeat what may have been carried out', () => {
		const page = textOf('docs/error-codes.md');
		const lineOf = (code: number) =>
			page.split('\n').find((line) => line.match(/^\| +(\d+) /)?.[1] === String(code)) ?? '';

		expect(lineOf(141002)).toMatch(/look first +\|$/);
		expect(lineOf(60007)).toMatch(/\| yes +\|$/);
		expect(lineOf(141005)).toMatch(/yes, when corrected +\|$/);
	});
});
