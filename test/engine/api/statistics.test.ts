import type { IDataObject } from 'n8n-workflow';

import { testbeds, failureIn } from '../../harness/engineTestbed';

const open = testbeds();

const sessionsCommand = 'desk_http_svc/describe_session_statistics';
const reception = 'desk_http_svc/describe_reception_realtime_statistics';

const sessions = (more: IDataObject = {}) => ({
	resource: 'statistics',
	operation: 'getSessions',
	from: '2025-03-31T00:00:00Z',
	to: '2025-04-01T23:59:59Z',
	groupByHour: false,
	options: {},
	...more,
});

describe('Get Sessions', () => {
	it('gives an item for each day', async () => {
		const testbed = await open();

		const { output } = await testbed.run(sessions(), [{}]);

		expect(testbed.calls(sessionsCommand).map(({ body }) => body)).toEqual([
			{ From: 1743379200, To: 1743551999, GroupByHour: false },
		]);
		expect(output.map(({ json }) => json)).toEqual([
			expect.objectContaining({
				Time: '2025-03-31',
				TotalSessionCnt: 1,
				AgentAcceptCnt: 1,
				FiveStarSelectedCnt: 1,
			}),
		]);
	});

	it('gives an item for each hour when asked to', async () => {
		const testbed = await open();

		const { output } = await testbed.run(sessions({ groupByHour: true }), [{}]);

		expect(output.map(({ json }) => json.Time)).toEqual(['09:00']);
	});

	it('gives all days of a long time', async () => {
		const testbed = await open();
		const book = testbed.simulator.world().sessions;
		const days = Array.from({ length: 60 }, (_unused, day) => Date.UTC(2024, 0, 1 + day, 9));
		for (const startedAt of days) {
			book.add({
				sessionId: `s${startedAt}`,
				serviceAccount: '@support',
				userId: 'alice',
				state: 'Ended',
				startedAt,
			});
		}

		const { output } = await testbed.run(
			sessions({ from: '2024-01-01T00:00:00Z', to: '2024-03-31T00:00:00Z' }),
			[{}],
		);

		expect(output).toHaveLength(60);
	});

	it('needs both ends of the time', async () => {
		const testbed = await open();

		const { errorOutput } = await testbed.run(sessions({ to: '={{ "" }}' }), [{}], {
			onError: 'continueErrorOutput',
		});

		expect(failureIn(errorOutput[0]!).message).toBe("'To' is empty");
	});
});

describe('Get Reception Now', () => {
	const parameters = { resource: 'statistics', operation: 'getReception', options: {} };

	it('counts customers and agents of this moment', async () => {
		const testbed = await open();

		const { output } = await testbed.run(parameters, [{}]);

		expect(testbed.calls(reception).map(({ raw }) => raw)).toEqual(['{}']);
		expect(output[0]?.json).toEqual({
			CurrentTransferAgentCnt: 1,
			CurrentAgentAcceptCnt: 1,
			CurrentQueueCnt: 0,
			FreeAgentCnt: 2,
			RestAgentCnt: 1,
			BusyAgentCnt: 1,
			CurrentGroupQueueCnt: [
				{ GroupId: 9465, GroupName: 'Everyone', QueueCnt: 0 },
				{ GroupId: 9466, GroupName: 'Internal', QueueCnt: 0 },
				{ GroupId: 9467, GroupName: 'Nights', QueueCnt: 0 },
			],
		});
	});

	it('gives the answer as it came without Simplify', async () => {
		const testbed = await open();

		const { output } = await testbed.run({ ...parameters, options: { simplify: false } }, [{}]);

		expect(output[0]?.json).toMatchObject({ ErrorCode: 0, Data: { FreeAgentCnt: 2 } });
	});
});
