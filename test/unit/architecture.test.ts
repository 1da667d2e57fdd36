import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

import * as ts from 'typescript';

import { inProject } from '../harness/project';

interface Import {
	/** A file of the project without its ending, or the name of a package. */
	target: string;
	/** Nothing of it is there when the code runs. */
	typesOnly: boolean;
}

const own = 'nodes/TencentChatDesk';

function bindsTypesOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
	if (ts.isExportDeclaration(node)) {
		const { exportClause } = node;
		if (node.isTypeOnly) return true;
		if (!exportClause || !ts.isNamedExports(exportClause)) return false;
		return exportClause.elements.every(({ isTypeOnly }) => isTypeOnly);
	}
	const { importClause } = node;
	if (!importClause) return false;
	if (importClause.isTypeOnly) return true;
	const { name, namedBindings } = importClause;
	if (name || !namedBindings || !ts.isNamedImports(namedBindings)) return false;
	return namedBindings.elements.every(({ isTypeOnly }) => isTypeOnly);
}

/** Everything that a file asks for: import, export from, import() and require(). */
function importsOf(file: string, text: string): Import[] {
	const found: Import[] = [];
	const add = (specifier: ts.Expression | undefined, typesOnly: boolean) => {
		if (!specifier || !ts.isStringLiteralLike(specifier)) return;
		const { text: name } = specifier;
		const target = name.startsWith('.') ? posix.join(posix.dirname(file), name) : name;
		found.push({ target, typesOnly });
	};
	const visit = (node: ts.Node): void => {
		if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
			add(node.moduleSpecifier, bindsTypesOnly(node));
		} else if (ts.isCallExpression(node)) {
			const { expression } = node;
			const isRequire = ts.isIdentifier(expression) && expression.text === 'require';
			if (isRequire || expression.kind === ts.SyntaxKind.ImportKeyword) {
				add(node.arguments[0], false);
			}
		}
		ts.forEachChild(node, visit);
	};
	visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
	return found;
}

interface Rule {
	room: string;
	/** Where its files are. */
	files: RegExp;
	mayNot: (wanted: Import) => boolean;
}

const within =
	(...rooms: string[]) =>
	({ target }: Import) =>
		rooms.some((room) => target === room || target.startsWith(`${room}/`));
const delivery = within(`${own}/delivery`);
const operations = within(`${own}/operations`);
const messages = within(`${own}/messages`);
const waiting = within(`${own}/waiting`);
const credentials = within('credentials');
const theNode = within(`${own}/TencentChatDesk.node`);
const trigger = within('nodes/TencentChatDeskTrigger');
const n8nAtRunTime = ({ target, typesOnly }: Import) => /^n8n-/.test(target) && !typesOnly;

const either =
	(...tests: Array<(wanted: Import) => boolean>) =>
	(wanted: Import) =>
		tests.some((test) => test(wanted));

/**
 * The arrows of the design: node -> operations -> messages; node -> delivery -> credentials; and
 * trigger -> messages, delivery, credentials.
 */
const rules: Rule[] = [
	{
		room: 'credentials know nothing of nodes',
		files: /^credentials\//,
		mayNot: within('nodes'),
	},
	{
		room: 'the delivery engine knows no API',
		files: /^nodes\/TencentChatDesk\/delivery\//,
		mayNot: either(operations, messages, waiting, theNode),
	},
	{
		room: 'operations are data',
		files: /^nodes\/TencentChatDesk\/operations\//,
		mayNot: either(delivery, credentials, waiting, theNode, n8nAtRunTime),
	},
	{
		room: 'messages are data, and know no operation',
		files: /^nodes\/TencentChatDesk\/messages\//,
		mayNot: either(delivery, operations, credentials, waiting, theNode, n8nAtRunTime),
	},
	{
		room: 'waiting for an answer needs no credential, and no node',
		files: /^nodes\/TencentChatDesk\/waiting\//,
		mayNot: either(credentials, theNode),
	},
	{
		room: 'pages are made of texts alone',
		files: /^nodes\/TencentChatDesk\/waiting\/page\//,
		mayNot: either(delivery, operations, n8nAtRunTime),
	},
	{
		room: 'what both sides share leans on neither',
		files: /^nodes\/TencentChatDesk\/(?!TencentChatDesk\.node)[^/]+\.ts$/,
		mayNot: either(delivery, operations, messages, credentials, waiting, theNode, n8nAtRunTime),
	},
	{
		room: 'the action node does without the trigger',
		files: /^nodes\/TencentChatDesk\//,
		mayNot: trigger,
	},
	{
		room: 'the trigger does without the catalogue',
		files: /^nodes\/TencentChatDeskTrigger\//,
		mayNot: either(operations, theNode),
	},
];

type Source = readonly [file: string, text: string];

function violations(sources: readonly Source[]): string[] {
	return sources.flatMap(([file, text]) =>
		importsOf(file, text).flatMap((wanted) =>
			rules
				.filter(({ files, mayNot }) => files.test(file) && mayNot(wanted))
				.map(({ room }) => `${file} -> ${wanted.target}: ${room}`),
		),
	);
}

const sources: Source[] = ['credentials', 'nodes'].flatMap((folder) =>
	readdirSync(inProject(folder), { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.ts'))
		.map((name) => posix.join(folder, name.replaceAll('\\', '/')))
		.map((file): Source => [file, readFileSync(inProject(file), 'utf8')]),
);

describe('the arrows between the rooms', () => {
	it('run one way', () => {
		expect(violations(sources)).toEqual([]);
	});

	it('were looked at in every room', () => {
		for (const { files } of rules) {
			expect(sources.filter(([file]) => files.test(file)).length).toBeGreaterThan(1);
		}
		const imports = sources.flatMap(([file, text]) => importsOf(file, text));
		expect(imports.filter(credentials).length).toBeGreaterThan(0);
		expect(imports.filter(delivery).length).toBeGreaterThan(0);
		expect(imports.filter(n8nAtRunTime).length).toBeGreaterThan(0);
	});

	it.each([
		['credentials/account.ts', "import { Fields } from '../nodes/TencentChatDesk/fields';"],
		[`${own}/delivery/deliver.ts`, "import { send } from '../operations/directMessage/send';"],
		[`${own}/delivery/deliver.ts`, "import type { Operation } from '../operations/operation';"],
		[`${own}/delivery/deliver.ts`, "export * from '../operations';"],
		[`${own}/delivery/items.ts`, "const { card } = require('../messages/card');"],
		[`${own}/delivery/failureCodes/chat.ts`, "import '../../messages';"],
		[`${own}/operations/session/a.ts`, "import { deliver } from '../../delivery/deliver';"],
		[`${own}/operations/session/a.ts`, "const m = await import('../../delivery/deliver');"],
		[`${own}/operations/session/a.ts`, "import { sleep } from 'n8n-workflow';"],
		[`${own}/operations/session/a.ts`, "import { type INode, sleep } from 'n8n-workflow';"],
		[`${own}/operations/session/a.ts`, "import * as n8n from 'n8n-workflow';"],
		[`${own}/operations/session/a.ts`, "export { sleep } from 'n8n-workflow';"],
		[`${own}/operations/a.ts`, "import { userSig } from '../../../credentials/userSig';"],
		[`${own}/messages/card.ts`, "import { NodeOperationError } from 'n8n-workflow';"],
		[`${own}/messages/card.ts`, "import { sent } from '../operations/common';"],
		[`${own}/messages/card.ts`, "import { compose } from '../delivery/compose';"],
		[`${own}/fields.ts`, "import { compose } from './delivery/compose';"],
		[`${own}/operations/a.ts`, "import { ask } from '../waiting/ask';"],
		[`${own}/delivery/a.ts`, "import { ask } from '../waiting/ask';"],
		[`${own}/waiting/a.ts`, "import { account } from '../../../credentials/account';"],
		[`${own}/waiting/page/a.ts`, "import { deliver } from '../../delivery/deliver';"],
		[`${own}/contract.ts`, "import { send } from './operations/directMessage/send';"],
		[`${own}/fields.ts`, "import { NodeOperationError } from 'n8n-workflow';"],
		[`${own}/delivery/reply.ts`, "import { events } from '../../TencentChatDeskTrigger/events';"],
		[
			'nodes/TencentChatDeskTrigger/a.ts',
			"import { resources } from '../TencentChatDesk/operations';",
		],
	])('would be found running back: %s with %s', (file, text) => {
		expect(violations([[file, text]])).toHaveLength(1);
	});

	it.each([
		[`${own}/operations/a.ts`, "import type { IDataObject } from 'n8n-workflow';"],
		[`${own}/messages/a.ts`, "import { type IDataObject } from 'n8n-workflow';"],
		[`${own}/operations/a.ts`, "import { readMessage } from '../messages';"],
		[`${own}/delivery/a.ts`, "import { userSig } from '../../../credentials/userSig';"],
		[`${own}/delivery/a.ts`, "import { sleep } from 'n8n-workflow';"],
		[`${own}/TencentChatDesk.node.ts`, "import { deliver } from './delivery/deliver';"],
		[`${own}/delivery/a.ts`, "// import { card } from '../messages/card';"],
		[`${own}/delivery/a.ts`, 'const advice = "import \'../messages/card\'";'],
	])('may run forward: %s with %s', (file, text) => {
		expect(violations([[file, text]])).toEqual([]);
	});
});
