import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Browser, Page } from 'playwright-core';
import { Api } from 'tls-sig-api-v2';

import type { RunningN8n } from '../harness/n8n';
import { demoApp, demoBucket } from '../../simulator';
import { until } from '../harness/eventually';
import { demoCosCredential, demoCosCredentialFor } from '../harness/demoCredential';
import { databaseRows, databaseRowsWith, storedExecutions } from '../harness/editor/database';
import { findSecrets } from '../harness/secrets';
import { named, openBrowser } from '../harness/editor/browser';
import { openCredential, openPanel, signIn } from '../harness/editor/pages';
import { Installation } from '../harness/editor/installation';
import { inARow } from '../harness/editor/workflows';

const secrets = {
	secretKey: demoApp.secretKey,
	callbackToken: 'Callback+Token=42/for-this-test',
	cosSecretKey: demoBucket.secretKey,
	cosSecretId: demoBucket.secretId,
};
const signature = new Api(demoApp.sdkAppId, demoApp.secretKey).genUserSig('administrator', 86400);

/**
 * Stands for a secret in every place that is searched: it is written there the way that a secret
 * would get there, and has to be found.
 */
const decoy = 'Decoy+Key=8c1f42/to-be-found';

function expectNoSecret(text: string): void {
	expect(findSecrets(text, { secretKey: decoy })).not.toEqual([]);
	expect(findSecrets(`${text} ${signature}`, secrets)).not.toEqual([]);
	expect(findSecrets(text, secrets)).toEqual([]);
}

// Throws where nobody catches it. n8n writes uncaught errors down and goes on; without that it ends.
const crashHook = `
process.on('SIGHUP', () => {
	process.removeAllListeners('uncaughtException');
	throw new Error('Planted: ' + process.env.DECOY);
});`;

const workflow = {
	id: 'secrets',
	...inARow(
		'secrets',
		[
			{ to: 'alice', text: decoy },
			{ to: 'nobody', text: decoy },
		],
		[
			{
				name: 'Send',
				parameters: {
					resource: 'directMessage',
					operation: 'send',
					toAccount: '={{ $json.to }}',
					messageType: 'text',
					text: '={{ $json.text }}',
					options: {},
				},
				onError: 'continueErrorOutput',
			},
		],
	),
};

// Files that every installation of n8n has in common.
const shipped = new Set(['script', 'stylesheet', 'image', 'font']);

/** Everything that a page is sent, by the way on which it comes. */
function listenTo(page: Page) {
	const received = { answers: [] as string[], frames: [] as string[] };
	page.on('response', (response) => {
		if (shipped.has(response.request().resourceType())) return;
		received.answers.push(JSON.stringify(response.headers()));
		// A redirect has no body, and neither has what a change of the page broke off.
		response.text().then(
			(text) => received.answers.push(text),
			() => undefined,
		);
	});
	page.on('websocket', (socket) => {
		socket.on('framereceived', ({ payload }) => received.frames.push(payload.toString()));
	});
	return received;
}

describe('no secret is', () => {
	const reports = mkdtempSync(join(tmpdir(), 'tencent-chat-desk-reports-'));
	const crash = join(reports, 'crash.cjs');
	let printedBySimulator = '';
	let installation: Installation;
	let n8n: RunningN8n;
	let browser: Browser;
	let page: Page;
	let received: ReturnType<typeof listenTo>;

	/** What Node.js reports on n8n's process, once it is written to its end. */
	const writtenReport = async (): Promise<string> => {
		let text = '';
		await until('The report', () => {
			const file = readdirSync(reports).find((name) => name.endsWith('.json'));
			if (file) text = readFileSync(join(reports, file), 'utf8');
			return text.trimEnd().endsWith('}');
		});
		return text;
	};

	/** Presses "Execute step" in the panel of the node. */
	const press = async () => {
		await openPanel(page, n8n.url, workflow.id, workflow.nodes[1]!.id);
		await named(page, 'node-execute-button').click();
	};

	beforeAll(async () => {
		writeFileSync(crash, crashHook);
		// Before the simulator begins, which looks only then for where to write its log.
		jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
			printedBySimulator += String(text);
			return true;
		});
		installation = await Installation.create(
			{ callbackToken: secrets.callbackToken },
			{
				env: {
					DECOY: decoy,
					NODE_OPTIONS: [
						'--report-on-signal',
						'--report-signal=SIGUSR2',
						`--report-directory=${reports}`,
						`--require=${crash}`,
					].join(' '),
				},
				simulator: { logger: true },
			},
		);
		await installation.importCredentials(demoCosCredentialFor(installation.simulator.url));
		await installation.importWorkflows(workflow);
		n8n = await installation.start();
		({ browser, page } = await openBrowser());
		received = listenTo(page);
		await signIn(page, n8n.url);
	}, 300_000);

	afterAll(async () => {
		await browser?.close();
		await n8n?.stop();
		await installation?.remove();
		jest.restoreAllMocks();
		rmSync(reports, { recursive: true, force: true });
	});

	it('in the panel that shows what was sent and what failed', async () => {
		await press();
		const output = named(page, 'output-panel');
		await output.getByText('MsgKey').first().waitFor();
		expectNoSecret(await page.content());

		await output.getByText('Error', { exact: false }).first().click();
		await output.getByText('mayHaveBeenSent').first().waitFor();
		expectNoSecret(await page.content());
	});

	it('in the form of the credential for files, which shows dots', async () => {
		const form = await openCredential(page, n8n.url, demoCosCredential.name);

		for (const field of ['secretId', 'secretKey']) {
			const input = named(form, `parameter-input-${field}`).locator('input');
			expect(await input.getAttribute('type')).toBe('password');
			expect(await input.inputValue()).not.toBe('');
		}
		await named(form, 'parameter-input-folder').locator('input').fill(decoy);
		const values = await form
			.locator('input')
			.evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
		expectNoSecret(values.join('\n'));
		expect(findSecrets(await page.content(), secrets)).toEqual([]);
	});

	it('in the form of the credential, which shows dots', async () => {
		const form = await openCredential(page, n8n.url);

		for (const field of ['secretKey', 'callbackToken']) {
			const input = named(form, `parameter-input-${field}`).locator('input');
			expect(await input.getAttribute('type')).toBe('password');
			expect(findSecrets(await input.inputValue(), secrets)).toEqual([]);
			expect(await input.inputValue()).not.toBe('');
		}
		await named(form, 'parameter-input-identifier').locator('input').fill(decoy);
		const values = await form
			.locator('input')
			.evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
		expectNoSecret(values.join('\n'));
		expect(findSecrets(await page.content(), secrets)).toEqual([]);
	});

	it('in anything that the browser was sent', () => {
		expectNoSecret(received.answers.join('\n'));
		expectNoSecret(received.frames.join('\n'));
	});

	it('in what the simulator prints and keeps', async () => {
		const { url } = installation.simulator;
		await fetch(`${url}/v4/${decoy}?usersig=${encodeURIComponent(signature)}`, { method: 'POST' });
		await fetch(`${url}/api/callbacks`, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify({ token: secrets.callbackToken }),
		});

		expectNoSecret(printedBySimulator);
		const shown = await Promise.all(
			['requests', 'conversations', 'stats', 'behaviour', 'callbacks'].map(
				async (name) => await (await fetch(`${url}/api/${name}`)).text(),
			),
		);
		expectNoSecret(shown.join('\n'));
	});

	it('in a report on n8n, or in its last words, while calls are under way', async () => {
		const { simulator } = installation;
		const unanswered = { fault: { kind: 'hang' as const } };
		simulator.behaviour.failNext = [unanswered, unanswered];
		await press();
		await until('Two calls', () => simulator.stats().inFlight === 2);

		n8n.signal('SIGUSR2');
		expectNoSecret(await writtenReport());

		expect(simulator.stats().inFlight).toBe(2);
		n8n.signal('SIGHUP');
		expect(await n8n.ended).not.toBe(0);
		expect(installation.log()).toContain(`Error: Planted: ${decoy}`);
		expectNoSecret(installation.log());
	});

	it('in the database, where each of them would be found', () => {
		const { userFolder } = installation;
		expect(storedExecutions(databaseRows(userFolder))).toBeGreaterThan(0);
		for (const planted of [...Object.values(secrets), signature]) {
			expect(findSecrets(databaseRowsWith(userFolder, planted), secrets)).not.toEqual([]);
		}
		expectNoSecret(databaseRows(userFolder));
	});
});
