import { questions } from '../../../../scripts/probe/questions';
import { demoApp, startSimulator } from '../../../../simulator';
import { until } from '../../../harness/eventually';
import { startProgram } from '../../../harness/processes';
import { projectFolder } from '../../../harness/project';
import { toolFile } from '../../../harness/tools';
import { leftIn, probed } from './support';

const named = (...names: string[]) => questions.filter(({ name }) => names.includes(name));
/** These make one of each kind. */
const some = named('Groups', 'Live rooms', 'Contact User');

describe('the probe cleans up', () => {
	it.each([
		'im_open_login_svc/multiaccount_import',
		'group_open_http_svc/create_group',
		'group_open_http_svc/send_group_msg',
		'live_engine_http_srv/create_room',
		'desk_http_svc/contact_user',
	])('when it is stopped while %s is under way', async (stoppedAt) => {
		const stop = new AbortController();
		const calls: string[] = [];
		const { error, simulator } = await probed({
			questions: some,
			optIns: ['agents'],
			signal: stop.signal,
			onCall(path) {
				calls.push(path);
				if (path === stoppedAt) stop.abort();
			},
		});

		expect(error?.name).toBe('AbortError');
		expect(calls.some((path) => path.endsWith('account_delete'))).toBe(true);
		expect(leftIn(simulator)).toEqual([]);
	});

	it('when calls get no answer, and says so', async () => {
		const { findings, simulator } = await probed({
			questions: some,
			optIns: ['agents'],
			behaviour: {
				faults: [
					{
						probability: 1,
						path: 'group_open_http_svc/add_group_member',
						fault: { kind: 'reset' },
					},
				],
			},
		});

		expect(
			findings!.service.flatMap(({ sighting }) => (sighting ? [sighting.answer] : [])),
		).toEqual([expect.stringMatching(/^a call got no answer/), 'an agent was found']);
		expect(leftIn(simulator)).toEqual([]);
	});

	it('when the app takes no accounts', async () => {
		const path = 'im_open_login_svc/multiaccount_import';
		const { error, simulator } = await probed({
			questions: some,
			behaviour: {
				failNext: [{ path, fault: { kind: 'errorCode', code: 70398, processed: true } }],
			},
		});

		expect(error?.message).toBe('The app takes no more accounts (ErrorCode 70398).');
		expect(leftIn(simulator)).toEqual([]);
	});

	it('although the network fails twice', async () => {
		const path = 'group_open_http_svc/destroy_group';
		const { findings, simulator } = await probed({
			questions: some,
			behaviour: {
				failNext: [
					{ path, fault: { kind: 'loseResponse' } },
					{ path, fault: { kind: 'reset' } },
				],
			},
		});

		expect(findings!.left).toEqual([]);
		expect(leftIn(simulator)).toEqual([]);
	});

	it('and names what it may not delete, in the terminal only', async () => {
		const path = 'im_open_login_svc/account_delete';
		const { findings, simulator, said } = await probed({
			questions: named('Groups'),
			behaviour: {
				faults: [{ probability: 1, path, fault: { kind: 'errorCode', code: 71000 } }],
			},
		});

		const left = leftIn(simulator);
		expect(left.length).toBeGreaterThan(0);
		expect(findings!.left.map(({ kind, id, code }) => [kind, id, code])).toEqual(
			left.map((id) => ['account', id, 71000]),
		);
		expect(said.at(-1)).toBe(`Please delete by hand, of kind account: ${left.join(', ')}`);
	});

	it('makes nothing at all when the credential is not taken', async () => {
		const { error, simulator } = await probed({
			behaviour: { failNext: [{ fault: { kind: 'errorCode', code: 70009 } }] },
		});

		expect(error?.message).toMatch(/^'Secret Key' does not belong to this 'SDKAppID'\./);
		expect(simulator.requests).toHaveLength(1);
	});
});

describe('npm run probe', () => {
	const environment = (url: string) => ({
		...process.env,
		TENCENT_REGION: 'custom',
		TENCENT_CUSTOM_HOST: url,
		TENCENT_SDK_APP_ID: String(demoApp.sdkAppId),
		TENCENT_IDENTIFIER: demoApp.admins[0],
		TENCENT_SECRET_KEY: demoApp.secretKey,
	});

	it.each(['SIGINT', 'SIGTERM'] as const)('deletes everything after %s', async (signal) => {
		const simulator = await startSimulator();
		const program = startProgram(process.execPath, [toolFile('tsx'), 'scripts/probe.ts', '--yes'], {
			cwd: projectFolder,
			env: environment(simulator.url),
		});
		try {
			const { accounts, groups } = simulator.world();
			const has = (ids: Iterable<string>) => [...ids].some((id) => id.startsWith('n8n-probe-'));
			await until(
				'the first things are made',
				() => !program.running() || (has(accounts.keys()) && has(groups.keys())),
			);
			expect(program.output()).toContain('Copies of');
			program.signal(signal);

			expect(await program.ended).toBe(130);
			expect(leftIn(simulator)).toEqual([]);
			expect(program.output()).toContain('what was made is deleted first');
		} finally {
			await program.stop();
			await simulator.close();
		}
	});
});
