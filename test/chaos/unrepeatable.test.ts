import type { IDataObject } from 'n8n-workflow';
import type { NodeRun } from '../harness/engine';
import type { Simulator } from '../../simulator';
import { judge, viewsOf } from '../harness/arrivals';
import { customerOf, messagesOf } from '../harness/messages';
import { deliveryOptions, sendAll, startBadNetwork } from './support';

const count = 1_000;
const account = '@customer_service_account';

async function contactAll(simulator: Simulator): Promise<NodeRun> {
	const items = Array.from({ length: count }, (_, number) => ({
		user: customerOf(number, count),
	}));
	const run = await sendAll(
		simulator,
		{
			resource: 'session',
			operation: 'contactUser',
			serviceAccount: { __rl: true, mode: 'id', value: account },
			userId: '={{ $json.user }}',
			options: { ...deliveryOptions },
		},
		items,
	);
	expect(run.output.length + run.errorOutput.length).toBe(count);
	const inDoubt = doubtful(run).length;
	const verified = run.output.filter(({ json }) => json.verified === true).length;
	process.stderr.write(
		`${count} contacts: ${run.output.length} done, ${verified} of them looked up, ${inDoubt} in doubt\n`,
	);
	return run;
}

const doubtful = ({ errorOutput }: NodeRun) =>
	errorOutput.filter(({ json }) => (json.error as IDataObject).mayHaveBeenSent === true);

describe('over the same bad network, where the API cannot tell a copy', () => {
	let simulator: Simulator;
	beforeEach(async () => {
		simulator = await startBadNetwork(99, count);
	});
	afterEach(async () => await simulator.close());

	it('no live text is shown twice, and what may have arrived is said to be in doubt', async () => {
		const list = messagesOf('Message', count, 1).map((message) => ({
			...message,
			to: 'town-hall',
		}));
		const run = await sendAll(
			simulator,
			{
				resource: 'liveRoom',
				operation: 'sendText',
				roomId: { __rl: true, mode: 'id', value: 'town-hall' },
				senderAccount: 'alice',
				text: '={{ $json.text }}',
				options: { ...deliveryOptions },
			},
			list,
		);
		const verdict = judge(list, run, viewsOf(simulator.conversations(), 'live'));
		expect(verdict.problems).toEqual([]);
		expect(verdict.inDoubt).toBe(verdict.failed);
		expect(verdict.inDoubt).toBeGreaterThan(count / 20);
	});

	it('no user is handed to an agent twice, and a look tells of each whether one was', async () => {
		const run = await contactAll(simulator);
		const { accepted, refused } = simulator.stats().paths['desk_http_svc/contact_user']!;
		// A second request for a user who already talks to an agent is refused with 141016.
		expect(refused['141016']).toBeUndefined();
		expect(doubtful(run)).toEqual([]);
		expect(accepted).toBe(run.output.length);
		const verified = run.output.filter(({ json }) => json.verified === true);
		expect(verified.length).toBeGreaterThan(count / 50);
	});

	it('users are in doubt when nobody can look them up either', async () => {
		const fault = { kind: 'errorCode', code: 90001 } as const;
		const path = 'desk_http_svc/get_session_state';
		simulator.behaviour.faults.unshift({ probability: 1, path, fault });
		const run = await contactAll(simulator);
		expect(
			simulator.stats().paths['desk_http_svc/contact_user']!.refused['141016'],
		).toBeUndefined();
		expect(doubtful(run).length).toBeGreaterThan(count / 20);
	});
});
