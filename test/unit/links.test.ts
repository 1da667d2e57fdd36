import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { brokenLinks } from '../../scripts/docs/links';

const OWN = 'https://github.com/n8n-nodes-tencent-chat-desk/n8n-nodes-tencent-chat-desk';

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'tencent-chat-desk-links-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, text: string): void {
	mkdirSync(dirname(join(folder, path)), { recursive: true });
	writeFileSync(join(folder, path), text);
}

/** What is said about a page that stands beside a sound one, `docs/other.md`. */
function problems(page: string): string[] {
	write(
		'docs/other.md',
		'# Other\n\n## A `code` & more\n\n## Twice\n\n## Twice\n\n<a id="by-hand"></a>\n',
	);
	write('docs/images/there.png', 'a picture');
	write('README.md', '# Read me\n');
	write('docs/page.md', page);
	return brokenLinks(folder);
}

describe('the links of the documentation', () => {
	it.each([
		['a file', '[x](missing.md)', 'missing.md does not exist'],
		['a picture', '![x](images/missing.png)', 'images/missing.png does not exist'],
		['a picture in HTML', 'Text <img src="images/missing.png"> text', 'does not exist'],
		['a heading of another page', '[x](other.md#nothing)', 'names a heading that is not there'],
		['a heading of its own', '# Here\n\n[x](#there)', 'names a heading that is not there'],
		['a heading of a picture', '[x](images/there.png#a)', 'has no headings to link to'],
		['a file outside', '[x](../../secret.md)', 'leaves the project'],
		['a table', '| a |\n| - |\n| [x](missing.md) |', 'missing.md does not exist'],
		['an address without https', '[x](http://example.com)', 'is not an https:// address'],
		['an address without a host', '[x](https://localhost/)', 'names no host'],
		['a name that nothing defines', '[x][nowhere]', 'is not defined on the page'],
		['the project itself', `[x](${OWN}/blob/main/missing.md)`, 'does not exist'],
		['the README there', `[x](${OWN}#no-such-part)`, 'names a heading that is not there'],
	])('are found to be broken: %s', (_what, page, problem) => {
		expect(problems(page)).toEqual([expect.stringContaining(problem)]);
	});

	it('are named with their file and line', () => {
		expect(problems('One\n\n[x](missing.md)')).toEqual([
			'docs/page.md:3: missing.md does not exist',
		]);
	});

	it.each([
		['a file', '[x](other.md)'],
		['a folder', '[x](images)'],
		['a file from the root', '[x](../README.md)'],
		['a picture', '![x](images/there.png)'],
		['a heading with signs', '[x](other.md#a-code--more)'],
		['a heading that stands there twice', '[x](other.md#twice-1)'],
		['an anchor in HTML', '[x](other.md#by-hand)'],
		['a heading of its own', '# Right here\n\n[x](#right-here)'],
		['an address', '[x](https://example.com/a?b=c#d)'],
		['a definition', '[x][there]\n\n[there]: other.md'],
		['the project itself', `[x](${OWN}/blob/main/docs/other.md#twice) [y](${OWN}#readme)`],
		['code that looks like a link', '`[x](missing.md)`\n\n```\n[y](missing.md)\n```'],
		['brackets', 'A list [of] things'],
	])('are left alone when sound: %s', (_what, page) => {
		expect(problems(page)).toEqual([]);
	});

	it('are looked at in the published source, where they lead to the project', () => {
		write('README.md', '# Read me\n');
		write('nodes/A.node.json', `{ "url": "${OWN}#set-up" }\n`);

		expect(brokenLinks(folder)).toEqual([
			`nodes/A.node.json:1: ${OWN}#set-up names a heading that is not there`,
		]);
	});
});
