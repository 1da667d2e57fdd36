import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { questions } from '../../../../scripts/probe/questions';
import { reportOf } from '../../../../scripts/probe/report/report';
import { secretsOf, type Secrets } from '../../../../scripts/probe/report/secrets';
import { applyReport, switchesIn } from '../../../../scripts/probe/switches';
import type { JsonObject } from '../../../../simulator/json';
import { readObserved } from '../../../../simulator/observed';
import { findSecrets } from '../../../harness/secrets';
import { probed, type Probed, type Standing } from './support';

const callbackUrl = 'https://hooks.customer.example/desk';
const env = {
	TENCENT_SERVICE_ACCOUNT: '@our_desk',
	TENCENT_CALLBACK_TOKEN: 'callback-token-of-ours',
};

const secretsIn = ({ account }: Probed): Secrets => secretsOf(account, { callbackUrl }, env);

async function reported(standing: Standing): Promise<Probed & { report: string }> {
	const run = await probed(standing);
	if (!run.findings) throw run.error!;
	return { ...run, report: reportOf(run.findings, secretsIn(run)) };
}

/** What of the account stands in a text. */
function foundIn(text: string, { account, simulator, said }: Probed): string[] {
	const ids = [...simulator.world().deletedAccounts];
	const others = [
		String(account.sdkAppId),
		account.identifier,
		account.origin,
		new URL(account.origin).host,
		callbackUrl,
		...Object.values(env),
		...ids,
		...ids.map((id) => id.slice(0, 18)),
	];
	return [
		...findSecrets(text, { secretKey: account.secretKey }).map(({ what }) => what),
		...others.filter((secret) => text.includes(secret)),
		...said.filter((line) => line.includes('n8n-probe-') && text.includes(line)),
	];
}

describe('the report', () => {
	const some = questions.filter(({ name }) =>
		['Groups', 'Unknown receiver', 'Contact User'].includes(name),
	);

	it('holds nothing of the account, wherever the service puts it', async () => {
		let key = '';
		const planted: Standing = {
			questions: some,
			behaviour: { unknownReceiverCode: 20003 },
			change(path, response): JsonObject {
				if (path.endsWith('account_check')) return response;
				const secret = `${key}/1400000001/administrator`;
				return {
					...response,
					ErrorInfo: secret,
					ActionStatus: secret,
					[key]: 1,
					[`About_${key}`]: [{ [secret]: secret }],
					'a | b <script>': secret,
					NextToken: secret,
				};
			},
			onCall: () => undefined,
		};
		key = (await probed({ questions: [] })).account.secretKey;
		const run = await reported(planted);

		expect(foundIn(run.report, run)).toEqual([]);
		expect(run.report).toContain(
			'| `group_open_http_svc/create_group` | `ActionStatus` | something else | OK |',
		);
		expect(run.report).toContain('`NextToken`');
		expect(run.report).not.toContain('script');
	});

	it('would be found to hold it', async () => {
		const run = await reported({ questions: [] });
		const [id = ''] = [...(await probed({ questions: some })).simulator.world().deletedAccounts];
		for (const secret of [run.account.secretKey, '1400000001', run.account.origin, '@our_desk']) {
			expect(foundIn(`${run.report}${secret}`, run)).not.toEqual([]);
		}
		const other = {
			...run,
			simulator: { ...run.simulator, world: () => ({ deletedAccounts: [id] }) },
		};
		expect(foundIn(`${run.report}${id}`, other as unknown as Probed)).not.toEqual([]);
	});

	it('says how many things were left, of which kind and why, and not which', async () => {
		const path = 'im_open_login_svc/account_delete';
		const run = await reported({
			questions: some,
			behaviour: {
				faults: [{ probability: 1, path, fault: { kind: 'errorCode', code: 71000 } }],
			},
		});
		expect(run.report).toMatch(/- \d+ of kind account could not be deleted \(71000\)\./);
		expect(run.report).not.toContain('n8n-probe-');
	});

	it('lists what was not asked, and what it needs', async () => {
		const { report } = await reported({ questions: some });
		expect(report).toMatch(/- What does contact_user answer.* \(needs `--agents`\)/);
	});
});

describe('npm run probe -- --apply', () => {
	const folder = mkdtempSync(join(tmpdir(), 'probe-'));
	const observed = join(folder, 'observed.json');
	const page = join(folder, 'report.md');
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	const unknown = questions.filter(({ name }) => name === 'Unknown receiver');

	it('makes the simulator answer like the service, so that nothing differs any more', async () => {
		const behaviour = { unknownReceiverCode: 90048 } as const;
		const { report } = await reported({ questions: unknown, behaviour });
		writeFileSync(page, report);
		writeFileSync(observed, '{}');

		expect(applyReport(page, observed)).toBe(
			'1 switches were read; the simulator now differs from the documentation in 1.',
		);
		expect(readObserved(observed)).toEqual(behaviour);
	});

	it('keeps what was observed before, and drops what is as documented', () => {
		const values = { pushPaths: 'timpush', unknownReceiverCode: 90012 };
		writeFileSync(
			page,
			`# Probe\n\n\`\`\`json probe-switches\n${JSON.stringify(values)}\n\`\`\`\n`,
		);
		writeFileSync(observed, '{"unknownReceiverCode": 90048, "groupTextBytes": "client"}');

		applyReport(page, observed);

		expect(JSON.parse(readFileSync(observed, 'utf8'))).toEqual({
			groupTextBytes: 'client',
			pushPaths: 'timpush',
		});
	});

	it.each([
		['# Something else', 'This is no report of the probe: it has no part with switches.'],
		['```json probe-switches\n[]\n```', 'The switches are wrong: they are no JSON object.'],
		['```json probe-switches\nno\n```', 'The switches are wrong: they are no JSON object.'],
		[
			'```json probe-switches\n{"pushPaths": 1, "failNext": []}\n```',
			'The switches are wrong: "pushPaths" cannot have this value; there is no open question "failNext".',
		],
	])('refuses %j', (report, message) => {
		expect(() => switchesIn(report)).toThrow(message);
	});
});
