import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, extname, join, relative, resolve } from 'node:path';

import * as markdownPlugin from 'prettier/plugins/markdown';
import type { ParserOptions } from 'prettier';

import { anchorOf } from '../../test/harness/markdown';

/** The part of Markdown's syntax tree that links are found in. */
interface TreeNode {
	type: string;
	url?: string;
	value?: string;
	children?: TreeNode[];
	position?: { start: { line: number } };
}

interface Link {
	target: string;
	line: number;
}

/** What is known of one Markdown file. */
interface Page {
	links: Link[];
	anchors: Set<string>;
}

/** Where the project is published; links there are links to its own files. */
const OWN_ADDRESS = 'https://github.com/n8n-nodes-tencent-chat-desk/n8n-nodes-tencent-chat-desk';

/** Folders with the files of others, or with what a build or a run leaves behind. */
const foreign = new Set(['node_modules', 'dist', 'coverage', '.git', '.cache']);

function filesBelow(folder: string, endings: readonly string[]): string[] {
	if (!existsSync(folder)) return [];
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) return foreign.has(entry.name) ? [] : filesBelow(path, endings);
		return endings.includes(extname(entry.name)) ? [path] : [];
	});
}

function* nodesOf(node: TreeNode): Generator<TreeNode> {
	yield node;
	for (const child of node.children ?? []) yield* nodesOf(child);
}

function textOf(node: TreeNode): string {
	if (node.type === 'text' || node.type === 'inlineCode') return node.value ?? '';
	return (node.children ?? []).map(textOf).join('');
}

const attributes = (html: string, names: string) =>
	[...html.matchAll(new RegExp(`\\b(?:${names})="([^"]*)"`, 'g'))].map(([, value]) => value ?? '');

function readPage(text: string): Page {
	const options = { originalText: text } as ParserOptions<TreeNode>;
	const tree = markdownPlugin.parsers.markdown.parse(text, options) as TreeNode;
	const nodes = [...nodesOf(tree)];
	const links: Link[] = [];
	const anchors = new Set<string>();
	const seen = new Map<string, number>();
	for (const node of nodes) {
		const line = node.position?.start.line ?? 0;
		const { type, url, value = '' } = node;
		if (url !== undefined) links.push({ target: url, line });
		// A link to a name that nothing defines is shown as the text that it is.
		if (type === 'text') {
			for (const [target] of value.matchAll(/\[[^\][]+\]\[[^\][]+\]/g))
				links.push({ target, line });
		}
		if (type === 'html') {
			for (const target of attributes(value, 'href|src')) links.push({ target, line });
			for (const name of attributes(value, 'id|name')) anchors.add(name);
		}
		if (type === 'heading') {
			const anchor = anchorOf(textOf(node));
			const before = seen.get(anchor) ?? 0;
			seen.set(anchor, before + 1);
			anchors.add(before === 0 ? anchor : `${anchor}-${before}`);
		}
	}
	return { links, anchors };
}

/** An address of the project's own repository as a path from its root; others as they are. */
function ownPath(target: string): string | undefined {
	if (target === OWN_ADDRESS) return '/';
	if (target.startsWith(`${OWN_ADDRESS}#`)) {
		const anchor = target.slice(OWN_ADDRESS.length);
		return anchor === '#readme' ? '/' : `/README.md${anchor}`;
	}
	const rest = /^\/(?:blob|tree|raw)\/(?:main|HEAD)(\/.*)$/.exec(
		target.startsWith(OWN_ADDRESS) ? target.slice(OWN_ADDRESS.length) : '',
	);
	return rest?.[1];
}

function externalProblem(target: string): string | undefined {
	if (target.startsWith('mailto:')) return undefined;
	if (!target.startsWith('https://')) return 'is not an https:// address';
	if (!URL.canParse(target) || /[\s<>"]/.test(target)) return 'is not a well-formed address';
	return new URL(target).hostname.includes('.') ? undefined : 'names no host of the internet';
}

/** Checks the links between the files of one folder. */
class LinkCheck {
	private readonly pages = new Map<string, Page>();

	constructor(private readonly root: string) {}

	private pageOf(file: string): Page {
		let page = this.pages.get(file);
		if (!page) {
			page = readPage(readFileSync(file, 'utf8'));
			this.pages.set(file, page);
		}
		return page;
	}

	/** @returns what is wrong with a link from a file; undefined when it leads somewhere */
	private problemOf(target: string, from: string): string | undefined {
		if (target.startsWith('[')) return 'is not defined on the page';
		const own = ownPath(target);
		if (own === undefined && /^[a-z][a-z\d+.-]*:/i.test(target)) return externalProblem(target);
		const [path = '', anchor] = (own ?? target).split('#', 2);
		const decoded = decodeURIComponent(path);
		const base = own === undefined && !path.startsWith('/') ? dirname(from) : this.root;
		const file = decoded === '' ? from : resolve(base, decoded.replace(/^\//, ''));
		if (relative(this.root, file).startsWith('..')) return 'leaves the project';
		if (!existsSync(file)) return 'does not exist';
		if (anchor === undefined) return undefined;
		if (!file.endsWith('.md') || statSync(file).isDirectory()) return 'has no headings to link to';
		return this.pageOf(file).anchors.has(anchor) ? undefined : 'names a heading that is not there';
	}

	private problemsIn(file: string, links: readonly Link[]): string[] {
		return links.flatMap(({ target, line }) => {
			const problem = this.problemOf(target, file);
			const where = `${relative(this.root, file).replaceAll('\\', '/')}:${line}`;
			return problem === undefined ? [] : [`${where}: ${target} ${problem}`];
		});
	}

	/** Links of Markdown files, and links of the published source to the project's own pages. */
	run(): string[] {
		const pages = filesBelow(this.root, ['.md']).map((file): [string, Link[]] => [
			file,
			this.pageOf(file).links,
		]);
		const sources = ['nodes', 'credentials']
			.flatMap((folder) => filesBelow(join(this.root, folder), ['.ts', '.json']))
			.map((file): [string, Link[]] => [file, ownLinksIn(readFileSync(file, 'utf8'))]);
		return [...pages, ...sources].flatMap(([file, links]) => this.problemsIn(file, links));
	}
}

function ownLinksIn(source: string): Link[] {
	return source
		.split('\n')
		.flatMap((text, index) =>
			(text.match(/https:\/\/[^\s'"`<>)]+/g) ?? [])
				.filter((target) => ownPath(target) !== undefined)
				.map((target) => ({ target, line: index + 1 })),
		);
}

/**
 * Looks at every link of every Markdown file below a folder: files, images and headings have to
 * exist, other addresses have to be well-formed. Nothing is called.
 *
 * @returns a line for each link that leads nowhere, as "file:line: target problem"
 */
export function brokenLinks(root: string): string[] {
	return new LinkCheck(root).run();
}
