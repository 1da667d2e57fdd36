import type { IDataObject, INodeParameters } from 'n8n-workflow';

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

	it('gives the response as it came without Simplify', async () => {
		const testbed = await open();

		const { output } = await testbed.run({ ...parameters, options: { simplify: false } }, [{}]);

		expect(output[0]?.json).toMatchObject({ ErrorCode: 0, Data: { FreeAgentCnt: 2 } });
	});
});

const agentsCommand = 'desk_http_svc/describe_agent_statistics';
const todayCommand = 'desk_http_svc/describe_member_realtime_statistics';

describe('Get Agents', () => {
	const agents = (more: IDataObject = {}) => ({
		resource: 'statistics',
		operation: 'getAgents',
		from: '2025-03-31',
		to: '2025-03-31T15:30:00',
		returnAll: true,
		options: {},
		...more,
	});

	it('asks for whole days in the time zone of the workflow', async () => {
		const testbed = await open();

		await testbed.run(agents(), [{}], { timezone: 'Asia/Shanghai' });

		expect(testbed.calls(agentsCommand)[0]?.body).toMatchObject({
			From: Date.UTC(2025, 2, 30, 16) / 1000,
			To: Date.UTC(2025, 2, 31, 16) / 1000 - 1,
		});
	});

	it('gives an item for each agent: in short, or with all figures', async () => {
		const testbed = await open();
		const options = { agents: 'mia@example.com' };

		const { output: short } = await testbed.run(agents({ options }), [{}]);
		const { output: full } = await testbed.run(
			agents({ options: { ...options, simplify: false } }),
			[{}],
		);

		expect(short.map(({ json }) => json)).toEqual([
			{
				AgentId: 'mia@example.com',
				AgentNickName: '',
				TotalSessionCnt: 1,
				EffectiveSessionCnt: 1,
				ServeUserCnt: 1,
				AgentMsgCnt: 1,
				NotRespSessionCnt: 0,
				AvgFirstRespTime: 0,
				AvgRespTime: 0,
				AvgAcceptTime: 0,
				SatisfiedCnt: 1,
			},
		]);
		expect(Object.keys(full[0]!.json)).toHaveLength(24);
	});

	it('reads on until every agent is there', async () => {
		const testbed = await open();
		const { agents: all } = testbed.simulator.world();
		for (let index = 0; index < 120; index++) {
			const memberId = `agent${index}@example.com`;
			all.set(memberId, { ...all.get('mia@example.com')!, memberId });
		}

		const { output } = await testbed.run(agents(), [{}]);

		expect(output).toHaveLength(125);
		expect(testbed.calls(agentsCommand).map(({ body }) => body)).toMatchObject([
			{ Limit: 100 },
			{ Limit: 100, Offset: 100 },
		]);
	});

	it('refuses days in the wrong order', async () => {
		const testbed = await open();

		const { errorOutput } = await testbed.run(agents({ to: '2025-03-30' }), [{}], {
			onError: 'continueErrorOutput',
		});

		expect(failureIn(errorOutput[0]!).message).toBe("'From' is later than 'To'");
		expect(testbed.calls()).toEqual([]);
	});
});

describe('Get Agents Today', () => {
	const today = (options: INodeParameters) => ({
		resource: 'statistics',
		operation: 'getAgentsToday',
		returnAll: true,
		options,
	});

	it('tells what some agents are doing, by the channels that are wanted', async () => {
		const testbed = await open();
		const channels = {
			channel: [
				{ channelType: 10, channelId: '' },
				{ channelType: 2, channelId: 'wx1' },
			],
		};

		const { output } = await testbed.run(today({ agents: 'mia@example.com', channels }), [{}]);

		expect(testbed.calls(todayCommand)[0]?.body).toEqual({
			MemberIds: ['mia@example.com'],
			ConversationSources: [{ ChannelType: 10 }, { ChannelType: 2, ChannelId: 'wx1' }],
			Limit: 100,
		});
		expect(output.map(({ json }) => json)).toMatchObject([
			{ MemberId: 'mia@example.com', MemberStatus: 1, CurrentAcceptCnt: 1, TotalSessionCnt: 2 },
		]);
	});
});
