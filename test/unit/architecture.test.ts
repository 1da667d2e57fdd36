import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';

import { inProject } from '../harness/project';
import { toolFile } from '../harness/tools';

const own = 'nodes/TencentChatDesk';
const configuration = inProject('.dependency-cruiser.cjs');

interface Cruise {
	summary: { violations: Array<{ from: string; rule: { name: string } }> };
}

let folder: string;
beforeAll(() => {
	folder = realpathSync(mkdtempSync(join(tmpdir(), 'tencent-chat-desk-arrows-')));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(file: string, text: string): void {
	mkdirSync(dirname(join(folder, file)), { recursive: true });
	writeFileSync(join(folder, file), text);
}

/** The rules that are broken by the files of a folder, by the file that breaks them. */
function brokenRules(): Map<string, string[]> {
	const { stdout } = spawnSync(
		process.execPath,
		[
			toolFile('dependency-cruiser', 'depcruise'),
			'--config',
			configuration,
			'--output-type',
			'json',
			...['nodes', 'credentials', 'simulator', 'scripts', 'bench', 'test'],
		],
		{ cwd: folder, encoding: 'utf8' },
	);
	const broken = new Map<string, string[]>();
	for (const { from, rule } of (JSON.parse(stdout) as Cruise).summary.violations) {
		broken.set(from, [...(broken.get(from) ?? []), rule.name]);
	}
	return broken;
}

/** A file, what it imports, and the rule that this breaks. */
const planted: Array<[file: string, imported: string, rule: string]> = [
	['credentials/a', '../nodes/TencentChatDesk/parameters/fields', 'credentials-alone'],
	[`${own}/delivery/a`, '../operations/directMessage/send', 'delivery-knows-no-api'],
	[`${own}/delivery/errors/codes/b`, '../../../messages/card', 'delivery-knows-no-api'],
	[`${own}/delivery/scheduling/c`, '../../sendAndWait/ask', 'delivery-knows-no-api'],
	[`${own}/delivery/d`, '../trigger/events', 'delivery-knows-no-api'],
	[`${own}/operations/session/a`, '../../delivery/deliver', 'operations-are-data'],
	[`${own}/operations/b`, '../../../credentials/userSig', 'operations-are-data'],
	[`${own}/operations/c`, '../sendAndWait/ask', 'operations-are-data'],
	[`${own}/operations/d`, '../trigger/receive', 'operations-are-data'],
	[`${own}/messages/a`, '../operations/shared/responses', 'messages-are-data'],
	[`${own}/messages/b`, '../delivery/encode', 'messages-are-data'],
	[`${own}/parameters/a`, '../delivery/encode', 'parameters-alone'],
	[`${own}/contract`, './operations/directMessage/send', 'contract-alone'],
	[`${own}/sendAndWait/a`, '../operations/directMessage/send', 'send-and-wait-needs-no-catalogue'],
	[`${own}/sendAndWait/page/a`, '../../delivery/deliver', 'pages-are-texts'],
	[`${own}/trigger/a`, '../operations/directMessage/send', 'trigger-needs-no-catalogue'],
	['simulator/a', '../nodes/TencentChatDesk/contract', 'witness'],
	['credentials/b', '../simulator/index', 'package-alone'],
	[`${own}/delivery/f`, '../../../test/harness/secrets', 'package-alone'],
	['test/harness/a', '../e2e/support/browser', 'harness-knows-no-test'],
	['test/harness/b', '../../scripts/lint', 'harness-knows-no-test'],
	['scripts/a', '../test/e2e/support/webhook', 'scripts-know-no-test'],
	['bench/a', '../test/unit/item', 'scripts-know-no-test'],
	[`${own}/operations/e`, '../messages/card', 'none'],
	[`${own}/operations/f`, '../trigger/callbackResponse', 'none'],
	[`${own}/delivery/e`, '../../../credentials/userSig', 'none'],
	[`${own}/trigger/b`, '../delivery/transport/access', 'none'],
	[`${own}/Example.node`, './delivery/deliver', 'none'],
	['scripts/b', '../test/harness/project', 'none'],
	['test/e2e/a', '../harness/stories/story', 'none'],
];

/** What is done with n8n, and whether a room of data may. */
const withN8n: Array<[file: string, text: string, rule: string]> = [
	[
		`${own}/operations/n1`,
		"import { sleep } from 'n8n-workflow'; sleep(1);",
		'operations-without-n8n',
	],
	[`${own}/messages/n1`, "import * as n8n from 'n8n-workflow'; n8n;", 'messages-without-n8n'],
	[`${own}/parameters/n1`, "export { sleep } from 'n8n-workflow';", 'parameters-without-n8n'],
	[
		`${own}/operations/n2`,
		"import type { INode } from 'n8n-workflow'; export type A = INode;",
		'none',
	],
	[`${own}/delivery/n1`, "import { sleep } from 'n8n-workflow'; sleep(1);", 'none'],
];

describe('the arrows between the folders', () => {
	let broken: Map<string, string[]>;
	beforeAll(() => {
		write('tsconfig.json', '{}');
		symlinkSync(inProject('node_modules'), join(folder, 'node_modules'));
		for (const [file, imported] of planted) {
			const target = posix.join(posix.dirname(file), imported);
			if (!planted.some(([other]) => other === target)) write(`${target}.ts`, 'export {};');
		}
		for (const [file, imported] of planted) write(`${file}.ts`, `export * from '${imported}';`);
		for (const [file, text] of withN8n) write(`${file}.ts`, text);
		write('credentials/circle1.ts', "export type { B } from './circle2';");
		write('credentials/circle2.ts', "import type { A } from './circle3'; export type B = A;");
		write('credentials/circle3.ts', "import type { B } from './circle1'; export type A = B;");
		broken = brokenRules();
	});

	it.each([...planted, ...withN8n])(
		'from %s.ts with %s break this rule: %s',
		(file, _imported, rule) => {
			expect(broken.get(`${file}.ts`) ?? []).toEqual(rule === 'none' ? [] : [rule]);
		},
	);

	it('never run in a circle, not even those of types', () => {
		expect(broken.get('credentials/circle1.ts')).toEqual(['no-circle']);
	});
});

describe('a word that only this code would use', () => {
	/** What the rules say of a text that stood in a file of the package. */
	const complaints = (file: string, text: string): string[] => {
		const { stdout } = spawnSync(
			process.execPath,
			[toolFile('eslint'), '--format', 'json', '--stdin', '--stdin-filename', inProject(file)],
			{ cwd: inProject(), encoding: 'utf8', input: text },
		);
		const [{ messages }] = JSON.parse(stdout) as [{ messages: Array<{ message: string }> }];
		return messages.map(({ message }) => message).filter((message) => /trade/.test(message));
	};

	it('is found in the package', () => {
		const file = 'nodes/TencentChatDesk/contract.ts';
		const text = 'export const mostTries = 3;\nexport class Tally {}\nexport const maxTries = 3;\n';
		expect(complaints(file, text)).toEqual([
			"The trade's word for it is max....",
			"The trade's word for it is RunStats, VerifiedCredentials, fatalFailure, bisect.",
		]);
	});

	it('is found in what stands beside the package, but for words that mean something else there', () => {
		const text = 'export const wishes = 3;\nexport const conversation = 3;\n';
		expect(complaints('simulator/serve.ts', text)).toEqual([
			"The trade's word for it is RateLimiter, rateLimit, request, acquireTurn.",
		]);
	});
});
