import { demoApp } from '../../simulator';
import { deskSend } from '../harness/commands';
import {
	testbeds,
	deskMessage,
	textBody,
	userSig,
	type SimulatorTestbed,
} from '../harness/simulatorTestbed';

const open = testbeds();

const stream = 'desk_http_svc/send_stream_msg';
const state = 'desk_http_svc/get_session_state';
const messages = 'desk_http_svc/describe_chat_messages';
const records = 'desk_http_svc/describe_im_cdr_list';
const transfer = 'desk_http_svc/transfer_to_human';
const end = 'desk_http_svc/end_session';
const sessions = 'desk_http_svc/describe_session_statistics';
const agentFigures = 'desk_http_svc/describe_agent_statistics';
const receptionCommand = 'desk_http_svc/describe_reception_realtime_statistics';
const addFaq = 'openim_console_http_svc/add_faq';

const bot = 'fd8a2e30-54de-4e40-bcaf-02718409c5cf';
const endedSession = '0b7c1f52-1a55-4a0e-9f6d-3c2b8e7d4a10';
const withMia = '6e1d9c84-7b23-4c1f-8a52-5f0e2d9b7c31';
const fixed = 'c94f3a07-2d68-4f7b-b1e9-8d5a6c0e1f42';

/** Everybody but Mia is away, and she takes one customer at a time: the one she has. */
function onlyMia(testbed: SimulatorTestbed): void {
	for (const agent of testbed.simulator.world().agents.values()) {
		const isMia = agent.memberId === 'mia@example.com';
		Object.assign(agent, isMia ? { receptionLimit: 1, receptions: 1 } : { state: 'offline' });
	}
}

const stateOf = async (testbed: SimulatorTestbed, SessionId: string) =>
	(await testbed.call(state, { SessionId })).CurrentState;

const streamBody = (chunks: string[], isFinished: number) => [
	{
		MsgType: 'TIMCustomElem',
		MsgContent: {
			Data: JSON.stringify({ customerServicePlugin: 0, src: '31', chunks, isFinished }),
		},
	},
];

describe('the life of a session', () => {
	it('goes from the chatbot through the queue to an agent, and ends', async () => {
		const testbed = await open();
		onlyMia(testbed);
		const states = [await stateOf(testbed, bot)];

		const queued = await testbed.call(transfer, { SessionId: bot });
		states.push(await stateOf(testbed, bot));
		// Whom Mia served is done, so that she is free.
		await testbed.call(end, { SessionId: withMia });
		states.push(await stateOf(testbed, bot));
		await testbed.call(end, { SessionId: bot });
		states.push(await stateOf(testbed, bot));

		expect(queued).toMatchObject({ IsInQueue: 1, AgentId: '' });
		expect(states).toEqual(['Chatbot', 'Queueing', 'Agent', 'NotInSession']);
		expect(testbed.simulator.world().agents.get('mia@example.com')?.receptions).toBe(0);
	});

	it('leaves a record with its length when it is over, and not before', async () => {
		const testbed = await open();
		await testbed.call('desk_http_svc/contact_user', {
			IMAgentUserID: '@support',
			ClientUserID: 'alice',
		});
		const session = testbed.simulator.world().sessions.openBetween('@support', 'alice')!;
		const now = Math.floor(testbed.now / 1000);
		const today = { StartTimestamp: now - 60, EndTimestamp: now + 60 };
		expect(await testbed.call(records, today)).toMatchObject({ TotalCount: 0, IMCdrList: [] });

		testbed.advance(90_000);
		await testbed.call(end, { SessionId: session.sessionId });

		expect(await testbed.call(records, today)).toMatchObject({
			TotalCount: 1,
			IMCdrList: [
				{
					SessionId: session.sessionId,
					AgentId: session.memberId,
					ClientUserId: 'alice',
					Duration: 90,
					EndStatus: 'AgentEndedSession',
					Timestamp: now,
				},
			],
		});
	});

	it("keeps what was said: the desk's messages and those that stream", async () => {
		const testbed = await open();
		await testbed.call(deskSend, deskMessage({ SessionId: bot, MsgBody: textBody('one') }));
		testbed.advance(5);
		const { MsgKey } = await testbed.call(stream, { SessionId: bot, Chunk: 'two, ' });
		await testbed.call(stream, { SessionId: bot, Chunk: 'three', MsgKey, Finish: 1 });

		const response = await testbed.call(messages, { SessionId: bot, Order: 1 });

		expect(response).toMatchObject({
			TotalCount: 2,
			Messages: [
				{ FromAccount: '@customer_service_account', MsgBody: textBody('one') },
				{ MsgBody: streamBody(['two, ', 'three'], 1), Timestamp: testbed.now },
			],
		});
	});

	it('shows a streaming message piece by piece, as one that grows', async () => {
		const testbed = await open();
		const { MsgKey } = await testbed.call(stream, { SessionId: bot, Chunk: 'two, ' });
		const elements = () => testbed.simulator.conversations()[0]?.entries[0]?.elements;
		expect(testbed.textsOf('user45')).toEqual(['two, ']);
		expect(elements()).toEqual(streamBody(['two, '], 0));

		await testbed.call(stream, { SessionId: bot, Chunk: 'three', MsgKey, Finish: 1 });

		expect(testbed.textsOf('user45')).toEqual(['two, three']);
		expect(elements()).toEqual(streamBody(['two, ', 'three'], 1));
	});

	it('counts in the figures of its day and of this moment', async () => {
		const testbed = await open();
		onlyMia(testbed);
		await testbed.call(transfer, { SessionId: bot, AgentGroupId: 9465 });

		const reception = await testbed.call(receptionCommand, {});
		const day = await testbed.call(sessions, { From: 1743379200, To: 1743465599 });

		expect(reception.Data).toMatchObject({
			CurrentTransferAgentCnt: 2,
			CurrentAgentAcceptCnt: 1,
			CurrentQueueCnt: 1,
			FreeAgentCnt: 0,
			BusyAgentCnt: 1,
		});
		expect(reception.Data).toHaveProperty('CurrentGroupQueueCnt.0.QueueCnt', 1);
		expect(day.Data).toMatchObject([{ Time: '2025-03-31', EffectiveSessionCnt: 1 }]);
	});
});

describe('a list', () => {
	it('has pages of 20 unless asked otherwise, the newest message first', async () => {
		const testbed = await open();
		for (let index = 0; index < 21; index += 1) {
			const body = deskMessage({
				SessionId: bot,
				MsgRandom: index,
				MsgBody: textBody(`${index}`),
			});
			await testbed.call(deskSend, body);
		}

		const first = await testbed.call(messages, { SessionId: bot });
		const second = await testbed.call(messages, { SessionId: bot, Offset: 20 });

		expect(first.Messages).toHaveLength(20);
		expect(first).toMatchObject({ TotalCount: 21, Messages: { 0: { MsgBody: textBody('20') } } });
		expect(second.Messages).toMatchObject([{ MsgBody: textBody('0') }]);
	});
});

describe('handing over', () => {
	it('tells the customer that nobody is there only when asked to', async () => {
		const testbed = await open();
		for (const agent of testbed.simulator.world().agents.values()) agent.state = 'offline';

		expect(await testbed.codeOf(transfer, { SessionId: bot })).toBe(141001);
		expect(await testbed.call(messages, { SessionId: bot })).toMatchObject({ TotalCount: 0 });
		await testbed.codeOf(transfer, { SessionId: bot, SendTipIfNoAgentOnline: 1 });

		expect(await testbed.call(messages, { SessionId: bot })).toMatchObject({
			Messages: [{ FromAccountRole: 3 }],
		});
	});
});

const ended = { SessionId: endedSession };
const time = { StartTimestamp: 1, EndTimestamp: 2 };
const faq = { CategoryId: 1, Question: 'q', Answer: 'a' };

describe('what the pages refuse', () => {
	it.each<[string, unknown, number]>([
		[stream, { SessionId: bot }, 141004],
		[stream, { SessionId: bot, Chunk: 'a', Finish: 2 }, 141004],
		[stream, { SessionId: bot, Chunk: 'a', MsgKey: 'unknown' }, 141004],
		[stream, { ...ended, Chunk: 'a' }, 141005],
		[stream, { SessionId: 'nowhere', Chunk: 'a' }, 141005],
		[state, {}, 141004],
		[state, { ClientUserId: 'alice' }, 141004],
		[state, { SessionId: 'nowhere' }, 141005],
		[messages, { SessionId: bot, Limit: 101 }, 141004],
		[messages, { SessionId: bot, Order: 3 }, 141004],
		[messages, { SessionId: 'nowhere' }, 141005],
		[records, { StartTimestamp: 1 }, 141004],
		[records, { StartTimestamp: 2, EndTimestamp: 1 }, 141004],
		[records, { ...time, Offset: -1 }, 141004],
		[transfer, { SessionId: bot, AgentIdList: 'mia@example.com' }, 141004],
		[transfer, { SessionId: bot, AgentGroupId: '9465' }, 141004],
		[transfer, { SessionId: fixed }, 141003],
		[transfer, { SessionId: withMia }, 141003],
		[transfer, ended, 141005],
		[transfer, { SessionId: bot, AgentIdList: ['noah@example.com'] }, 141011],
		[end, {}, 141004],
		[end, ended, 141005],
		[sessions, { From: 1, To: 2, GroupByHour: 1 }, 141004],
		[sessions, { From: '1', To: 2 }, 141004],
		[addFaq, '{', -7],
		[addFaq, { ...faq, CategoryId: '1' }, -7],
		[addFaq, { ...faq, AnswerType: 1 }, -7],
		[addFaq, { ...faq, SimilarQuestions: 'q' }, -7],
		[agentFigures, { From: 1, To: 86_399 }, 141004],
		[agentFigures, { From: 0, To: 86_399, AgentIds: 'mia' }, 141004],
		[agentFigures, { From: 0, To: 86_399, ConversationSources: [{ ChannelType: 5 }] }, 141004],
	])('%s with %j: %i', async (path, body, code) => {
		const testbed = await open();

		expect(await testbed.codeOf(path, body)).toBe(code);
		expect(testbed.simulator.conversations()).toEqual([]);
		expect(testbed.simulator.world().knowledge.faq.questions).toEqual([]);
	});

	it('a question of somebody who is no admin', async () => {
		const testbed = await open();
		const asUser = { identifier: 'alice', usersig: userSig({ identifier: 'alice' }) };

		expect(await testbed.codeOf(addFaq, faq, asUser)).toBe(-20);
	});

	it.each([
		[stream, { SessionId: bot, Chunk: 'a' }],
		[state, { SessionId: bot }],
		[messages, { SessionId: bot }],
		[records, time],
		[transfer, { SessionId: bot }],
		[end, { SessionId: bot }],
		[sessions, { From: 1, To: 2 }],
		[receptionCommand, {}],
	])('%s in an app without a desk', async (path, body) => {
		const testbed = await open({ apps: [{ ...demoApp, desk: false }] });

		expect(await testbed.codeOf(path, body)).toBe(141000);
	});
});
