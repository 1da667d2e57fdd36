import { DEMO_APP } from '../../simulator';
import { DESK_SEND } from '../harness/commands';
import {
	testbeds,
	deskMessage,
	textBody,
	userSig,
	type SimulatorTestbed,
} from '../harness/simulatorTestbed';

const open = testbeds();

const STREAM = 'desk_http_svc/send_stream_msg';
const STATE = 'desk_http_svc/get_session_state';
const MESSAGES = 'desk_http_svc/describe_chat_messages';
const RECORDS = 'desk_http_svc/describe_im_cdr_list';
const TRANSFER = 'desk_http_svc/transfer_to_human';
const END = 'desk_http_svc/end_session';
const SESSIONS = 'desk_http_svc/describe_session_statistics';
const RECEPTION = 'desk_http_svc/describe_reception_realtime_statistics';
const ADD_FAQ = 'openim_console_http_svc/add_faq';

const BOT = 'fd8a2e30-54de-4e40-bcaf-02718409c5cf';
const ENDED = '0b7c1f52-1a55-4a0e-9f6d-3c2b8e7d4a10';
const WITH_MIA = '6e1d9c84-7b23-4c1f-8a52-5f0e2d9b7c31';
const FIXED = 'c94f3a07-2d68-4f7b-b1e9-8d5a6c0e1f42';

/** Everybody but Mia is away, and she takes one customer at a time: the one she has. */
function onlyMia(testbed: SimulatorTestbed): void {
	for (const agent of testbed.simulator.world().agents.values()) {
		const isMia = agent.memberId === 'mia@example.com';
		Object.assign(agent, isMia ? { receptionLimit: 1, receptions: 1 } : { state: 'offline' });
	}
}

const stateOf = async (testbed: SimulatorTestbed, SessionId: string) =>
	(await testbed.call(STATE, { SessionId })).CurrentState;

describe('the life of a session', () => {
	it('goes from the chatbot through the queue to an agent, and ends', async () => {
		const testbed = await open();
		onlyMia(testbed);
		const states = [await stateOf(testbed, BOT)];

		const queued = await testbed.call(TRANSFER, { SessionId: BOT });
		states.push(await stateOf(testbed, BOT));
		// Whom Mia served is done, so that she is free.
		await testbed.call(END, { SessionId: WITH_MIA });
		states.push(await stateOf(testbed, BOT));
		await testbed.call(END, { SessionId: BOT });
		states.push(await stateOf(testbed, BOT));

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
		expect(await testbed.call(RECORDS, today)).toMatchObject({ TotalCount: 0, IMCdrList: [] });

		testbed.advance(90_000);
		await testbed.call(END, { SessionId: session.sessionId });

		expect(await testbed.call(RECORDS, today)).toMatchObject({
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
		await testbed.call(DESK_SEND, deskMessage({ SessionId: BOT, MsgBody: textBody('one') }));
		testbed.advance(5);
		const { MsgKey } = await testbed.call(STREAM, { SessionId: BOT, Chunk: 'two, ' });
		await testbed.call(STREAM, { SessionId: BOT, Chunk: 'three', MsgKey, Finish: 1 });

		const answer = await testbed.call(MESSAGES, { SessionId: BOT, Order: 1 });

		expect(answer).toMatchObject({
			TotalCount: 2,
			Messages: [
				{ FromAccount: '@customer_service_account', MsgBody: textBody('one') },
				{ MsgBody: textBody('two, three'), Timestamp: testbed.now },
			],
		});
	});

	it('shows a streaming message in the inbox once, when it is complete', async () => {
		const testbed = await open();
		const { MsgKey } = await testbed.call(STREAM, { SessionId: BOT, Chunk: 'two, ' });
		expect(testbed.textsOf('user45')).toEqual([]);

		await testbed.call(STREAM, { SessionId: BOT, Chunk: 'three', MsgKey, Finish: 1 });

		expect(testbed.textsOf('user45')).toEqual(['two, three']);
	});

	it('counts in the figures of its day and of this moment', async () => {
		const testbed = await open();
		onlyMia(testbed);
		await testbed.call(TRANSFER, { SessionId: BOT, AgentGroupId: 9465 });

		const reception = await testbed.call(RECEPTION, {});
		const day = await testbed.call(SESSIONS, { From: 1743379200, To: 1743465599 });

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
				SessionId: BOT,
				MsgRandom: index,
				MsgBody: textBody(`${index}`),
			});
			await testbed.call(DESK_SEND, body);
		}

		const first = await testbed.call(MESSAGES, { SessionId: BOT });
		const second = await testbed.call(MESSAGES, { SessionId: BOT, Offset: 20 });

		expect(first.Messages).toHaveLength(20);
		expect(first).toMatchObject({ TotalCount: 21, Messages: { 0: { MsgBody: textBody('20') } } });
		expect(second.Messages).toMatchObject([{ MsgBody: textBody('0') }]);
	});
});

describe('handing over', () => {
	it('tells the customer that nobody is there only when asked to', async () => {
		const testbed = await open();
		for (const agent of testbed.simulator.world().agents.values()) agent.state = 'offline';

		expect(await testbed.codeOf(TRANSFER, { SessionId: BOT })).toBe(141001);
		expect(await testbed.call(MESSAGES, { SessionId: BOT })).toMatchObject({ TotalCount: 0 });
		await testbed.codeOf(TRANSFER, { SessionId: BOT, SendTipIfNoAgentOnline: 1 });

		expect(await testbed.call(MESSAGES, { SessionId: BOT })).toMatchObject({
			Messages: [{ FromAccountRole: 3 }],
		});
	});
});

const ended = { SessionId: ENDED };
const time = { StartTimestamp: 1, EndTimestamp: 2 };
const faq = { CategoryId: 1, Question: 'q', Answer: 'a' };

describe('what the pages refuse', () => {
	it.each<[string, unknown, number]>([
		[STREAM, { SessionId: BOT }, 141004],
		[STREAM, { SessionId: BOT, Chunk: 'a', Finish: 2 }, 141004],
		[STREAM, { SessionId: BOT, Chunk: 'a', MsgKey: 'unknown' }, 141004],
		[STREAM, { ...ended, Chunk: 'a' }, 141005],
		[STREAM, { SessionId: 'nowhere', Chunk: 'a' }, 141005],
		[STATE, {}, 141004],
		[STATE, { ClientUserId: 'alice' }, 141004],
		[STATE, { SessionId: 'nowhere' }, 141005],
		[MESSAGES, { SessionId: BOT, Limit: 101 }, 141004],
		[MESSAGES, { SessionId: BOT, Order: 3 }, 141004],
		[MESSAGES, { SessionId: 'nowhere' }, 141005],
		[RECORDS, { StartTimestamp: 1 }, 141004],
		[RECORDS, { StartTimestamp: 2, EndTimestamp: 1 }, 141004],
		[RECORDS, { ...time, Offset: -1 }, 141004],
		[TRANSFER, { SessionId: BOT, AgentIdList: 'mia@example.com' }, 141004],
		[TRANSFER, { SessionId: BOT, AgentGroupId: '9465' }, 141004],
		[TRANSFER, { SessionId: FIXED }, 141003],
		[TRANSFER, { SessionId: WITH_MIA }, 141003],
		[TRANSFER, ended, 141005],
		[TRANSFER, { SessionId: BOT, AgentIdList: ['noah@example.com'] }, 141011],
		[END, {}, 141004],
		[END, ended, 141005],
		[SESSIONS, { From: 1, To: 2, GroupByHour: 1 }, 141004],
		[SESSIONS, { From: '1', To: 2 }, 141004],
		[ADD_FAQ, '{', -7],
		[ADD_FAQ, { ...faq, CategoryId: '1' }, -7],
		[ADD_FAQ, { ...faq, AnswerType: 1 }, -7],
		[ADD_FAQ, { ...faq, SimilarQuestions: 'q' }, -7],
	])('%s with %j: %i', async (path, body, code) => {
		const testbed = await open();

		expect(await testbed.codeOf(path, body)).toBe(code);
		expect(testbed.simulator.conversations()).toEqual([]);
		expect(testbed.simulator.world().questions).toEqual([]);
	});

	it('a question of somebody who is no admin', async () => {
		const testbed = await open();
		const asUser = { identifier: 'alice', usersig: userSig({ identifier: 'alice' }) };

		expect(await testbed.codeOf(ADD_FAQ, faq, asUser)).toBe(-20);
	});

	it.each([
		[STREAM, { SessionId: BOT, Chunk: 'a' }],
		[STATE, { SessionId: BOT }],
		[MESSAGES, { SessionId: BOT }],
		[RECORDS, time],
		[TRANSFER, { SessionId: BOT }],
		[END, { SessionId: BOT }],
		[SESSIONS, { From: 1, To: 2 }],
		[RECEPTION, {}],
	])('%s in an app without a desk', async (path, body) => {
		const testbed = await open({ apps: [{ ...DEMO_APP, desk: false }] });

		expect(await testbed.codeOf(path, body)).toBe(141000);
	});
});
