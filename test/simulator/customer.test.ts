import type { CustomerWorld } from '../../simulator';
import { deskSend, sendmsg } from '../harness/commands';
import { testbeds, deskMessage, directMessage, textBody } from '../harness/simulatorTestbed';
import type { SimulatorTestbed } from '../harness/simulatorTestbed';

const open = testbeds();

const bot = 'fd8a2e30-54de-4e40-bcaf-02718409c5cf';
const ended = '0b7c1f52-1a55-4a0e-9f6d-3c2b8e7d4a10';
const withMia = '6e1d9c84-7b23-4c1f-8a52-5f0e2d9b7c31';
const fixed = 'c94f3a07-2d68-4f7b-b1e9-8d5a6c0e1f42';

async function post(testbed: SimulatorTestbed, action: string, body: unknown): Promise<Response> {
	return await fetch(`${testbed.simulator.url}/api/customer/${action}`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: typeof body === 'string' ? body : JSON.stringify(body),
	});
}

const act = async (testbed: SimulatorTestbed, action: string, body: unknown) =>
	(await (await post(testbed, action, body)).json()) as Record<string, unknown>;

const idOf = (testbed: SimulatorTestbed, participant: string) => {
	const found = testbed.simulator
		.conversations()
		.find(({ participants }) => participants.includes(participant));
	return found?.id ?? '';
};

describe('a person writes', () => {
	it('to another person', async () => {
		const testbed = await open();

		const response = await act(testbed, 'messages', { from: 'bob', to: 'alice', text: 'hi' });

		expect(response).toEqual({ ErrorCode: 0, ErrorInfo: '', MsgKey: expect.any(String) });
		expect(testbed.simulator.conversations()).toMatchObject([
			{ kind: 'c2c', entries: [{ sender: 'bob', text: 'hi', key: response.MsgKey }] },
		]);
	});

	it('several messages within a second, which stay in order', async () => {
		const testbed = await open();
		const texts = Array.from({ length: 12 }, (_, index) => `message ${index}`);

		for (const text of texts) {
			await testbed.simulator.customer.write({ from: 'bob', to: 'alice', text });
		}

		expect(testbed.textsOf('alice', 'bob')).toEqual(texts);
	});

	it('a message of any kind', async () => {
		const testbed = await open();
		const msgBody = [{ MsgType: 'TIMCustomElem', MsgContent: { Data: '{}', Desc: 'offer' } }];

		await act(testbed, 'messages', { from: 'bob', to: 'alice', msgBody, cloudCustomData: 'x' });

		expect(testbed.simulator.conversations()[0]?.entries).toMatchObject([
			{ elements: msgBody, cloudCustomData: 'x' },
		]);
	});

	it('to a group, as a member', async () => {
		const testbed = await open();

		const first = await act(testbed, 'messages', { from: 'bob', groupId: 'team', text: 'hi' });
		const foreign = await act(testbed, 'messages', { from: 'erin', groupId: 'team', text: 'hi' });

		expect(first).toEqual({ ErrorCode: 0, ErrorInfo: '', MsgSeq: 1 });
		expect(foreign.ErrorCode).toBe(10007);
		expect(testbed.textsOf('team')).toEqual(['hi']);
	});

	it('into a live room, which takes entering it', async () => {
		const testbed = await open();
		const room = testbed.simulator.world().rooms.get('room1');

		const response = await act(testbed, 'messages', {
			from: 'frank',
			groupId: 'room1',
			text: 'hi',
		});

		expect(response).toEqual({ ErrorCode: 0, ErrorInfo: '', MsgSeq: 1 });
		expect(testbed.textsOf('room1')).toEqual(['hi']);
		expect(room?.members.has('frank')).toBe(true);
	});

	it.each<[Record<string, unknown>, number]>([
		[{ from: 'nobody', to: 'alice' }, 20003],
		[{ from: 'bob', to: 'nobody' }, 90012],
		[{ from: 'bob', groupId: 'nowhere' }, 10010],
		[{ from: 'bob', groupId: 'quiet-room' }, 100601],
		[{ from: 'bob', groupId: 'old-group' }, 100006],
		[{ from: 'nobody', serviceAccount: '@support' }, 141015],
		[{ from: 'bob', serviceAccount: '@nobody' }, 141004],
		[{ sessionId: ended }, 141005],
		[{ from: 'bob', sessionId: bot }, 141004],
	])('in vain: %j', async (place, code) => {
		const testbed = await open();

		expect(await act(testbed, 'messages', { ...place, text: 'hi' })).toMatchObject({
			ErrorCode: code,
		});

		expect(testbed.simulator.conversations()).toEqual([]);
	});

	it.each<unknown>([
		{ to: 'alice', text: 'hi' },
		{ from: 'bob', text: 'hi' },
		{ from: 'bob', to: 'alice' },
		{ from: 'bob', to: 'alice', groupId: 'team', text: 'hi' },
		{ from: 'bob', to: 'alice', text: 'hi', msgBody: textBody('hi') },
		{ from: 'bob', to: 'alice', text: 'hi', platform: 'Amiga' },
		{ from: 'bob', to: 'alice', text: 'hi', sdkAppId: 5 },
		{ from: 'bob', to: 'alice', text: 'hi', toAll: true },
		{ from: 5, to: 'alice', text: 'hi' },
		'{"from":',
		[],
	])('and a request that makes no sense is told so: %j', async (body) => {
		const testbed = await open();

		const response = await post(testbed, 'messages', body);

		expect(response.status).toBe(400);
		expect(await response.json()).toEqual({
			problems: expect.arrayContaining([expect.any(String)]),
		});
		expect(testbed.simulator.conversations()).toEqual([]);
	});
});

describe('a customer of Desk', () => {
	it('begins a session with the first message and goes on with it', async () => {
		const testbed = await open();

		const first = await act(testbed, 'messages', {
			from: 'alice',
			serviceAccount: '@support',
			text: 'Where is my parcel?',
		});
		const second = await act(testbed, 'messages', {
			from: 'alice',
			serviceAccount: '@support',
			text: 'Hello?',
		});
		const third = await act(testbed, 'messages', { sessionId: first.SessionId, text: 'Anyone?' });

		expect(first).toEqual({
			ErrorCode: 0,
			ErrorInfo: '',
			MsgKey: expect.any(String),
			SessionId: expect.any(String),
		});
		expect([second.SessionId, third.SessionId]).toEqual([first.SessionId, first.SessionId]);
		const session = testbed.simulator.world().sessions.get(String(first.SessionId));
		expect(session).toMatchObject({ state: 'Chatbot', userId: 'alice' });
		expect(session?.messages).toMatchObject([
			{ from: 'alice', role: 1 },
			{ from: 'alice', role: 1 },
			{ from: 'alice', role: 1 },
		]);
	});

	it('has a conversation that goes both ways', async () => {
		const testbed = await open();

		await act(testbed, 'messages', { from: 'alice', serviceAccount: '@support', text: 'Hello?' });
		await testbed.call(deskSend, deskMessage({ MsgBody: textBody('How can we help?') }));
		await act(testbed, 'messages', { from: 'alice', serviceAccount: '@support', text: 'Thanks!' });

		expect(testbed.simulator.conversations()).toMatchObject([
			{
				kind: 'desk',
				participants: ['@support', 'alice'],
				entries: [
					{ sender: 'alice', text: 'Hello?' },
					{ sender: '@support', text: 'How can we help?' },
					{ sender: 'alice', text: 'Thanks!' },
				],
			},
		]);
	});

	it('ends the session, and the next message begins another', async () => {
		const testbed = await open();

		const ended = await act(testbed, 'sessions/end', { sessionId: bot });
		const again = await act(testbed, 'sessions/end', { sessionId: bot });
		const next = await act(testbed, 'messages', {
			from: 'user45',
			serviceAccount: '@customer_service_account',
			text: 'One more thing',
		});

		expect(ended).toEqual({ ErrorCode: 0, ErrorInfo: '' });
		expect(again.ErrorCode).toBe(141005);
		expect(next.ErrorCode).toBe(0);
		expect(next.SessionId).not.toBe(bot);
	});

	it('asks for an agent and gets one', async () => {
		const testbed = await open();

		const response = await act(testbed, 'sessions/agent', { sessionId: bot });

		expect(response).toEqual({
			ErrorCode: 0,
			ErrorInfo: '',
			AgentId: expect.any(String),
			IsInQueue: 0,
		});
		expect(testbed.simulator.world().sessions.get(bot)).toMatchObject({
			state: 'Agent',
			memberId: response.AgentId,
		});
	});

	it.each([
		[withMia, 141003],
		[fixed, 141003],
		[ended, 141005],
		['none', 141005],
	])('asks for an agent in vain in session %s', async (sessionId, code) => {
		const testbed = await open();

		expect(await act(testbed, 'sessions/agent', { sessionId })).toMatchObject({ ErrorCode: code });
	});
});

describe('a person', () => {
	it('reads a conversation', async () => {
		const testbed = await open();
		await testbed.call(sendmsg, directMessage());
		const unread = async () =>
			(await testbed.call('openim/get_c2c_unread_msg_num', { To_Account: 'alice' }))
				.AllC2CUnreadMsgNum;
		expect(await unread()).toBe(1);

		const response = await act(testbed, 'read', { account: 'alice', peer: 'administrator' });

		expect(response).toEqual({ ErrorCode: 0, ErrorInfo: '' });
		expect(await unread()).toBe(0);
	});

	it('who comes online gets what was stored', async () => {
		const testbed = await open();
		await testbed.call(sendmsg, directMessage({ To_Account: 'heidi' }));
		const state = () => testbed.simulator.conversations()[0]?.entries[0]?.state;
		expect(state()).toBe('stored');

		const response = await act(testbed, 'presence', { account: 'heidi', online: true });

		expect(response).toEqual({ ErrorCode: 0, ErrorInfo: '' });
		expect(state()).toBe('delivered');
		expect(testbed.simulator.world().accounts.get('heidi')?.online).toBe(true);
	});

	it('who went offline gets messages stored', async () => {
		const testbed = await open();
		await act(testbed, 'presence', { account: 'alice', online: false });

		await testbed.call(sendmsg, directMessage());

		expect(testbed.simulator.conversations()[0]?.entries[0]?.state).toBe('stored');
	});

	it('who has no account is nobody', async () => {
		const testbed = await open();

		expect(await act(testbed, 'presence', { account: 'nobody', online: true })).toMatchObject({
			ErrorCode: 70107,
		});
	});

	it('recalls an own message once', async () => {
		const testbed = await open();
		const { MsgKey } = await act(testbed, 'messages', { from: 'bob', to: 'alice', text: 'oops' });
		const recall = { conversationId: idOf(testbed, 'bob'), msgKey: MsgKey };

		const codes = [
			(await act(testbed, 'recall', recall)).ErrorCode,
			(await act(testbed, 'recall', recall)).ErrorCode,
			(await act(testbed, 'recall', { ...recall, msgKey: '1_1_1' })).ErrorCode,
		];

		expect(codes).toEqual([0, 20023, 20022]);
		expect(testbed.simulator.conversations()[0]?.entries).toMatchObject([{ recalled: true }]);
	});

	it('recalls a message in a group and in Desk, but not in a live room', async () => {
		const testbed = await open();
		await act(testbed, 'messages', { from: 'bob', groupId: 'team', text: 'oops' });
		await act(testbed, 'messages', { from: 'bob', groupId: 'room1', text: 'oops' });
		await act(testbed, 'messages', { from: 'bob', serviceAccount: '@support', text: 'oops' });

		const codes = await Promise.all(
			['team', 'room1', '@support'].map(async (place) => {
				const conversationId = idOf(testbed, place);
				const msgKey = testbed.simulator.conversations().find(({ id }) => id === conversationId)
					?.entries[0]?.key;
				return (await act(testbed, 'recall', { conversationId, msgKey })).ErrorCode;
			}),
		);

		expect(codes).toEqual([0, 10033, 0]);
		expect(
			testbed.simulator.conversations().map(({ entries }) => entries[0]?.recalled ?? false),
		).toEqual([true, false, true]);
	});

	it('cannot recall what the service account wrote', async () => {
		const testbed = await open();
		await testbed.call(deskSend, deskMessage());
		const conversationId = idOf(testbed, '@support');
		const msgKey = testbed.simulator.conversations()[0]?.entries[0]?.key;

		expect(await act(testbed, 'recall', { conversationId, msgKey })).toMatchObject({
			ErrorCode: 20022,
		});
	});
});

describe('the world of the customers', () => {
	it('says who there is and where', async () => {
		const testbed = await open();

		const response = await fetch(`${testbed.simulator.url}/api/customer/world`);
		const world = (await response.json()) as CustomerWorld;

		expect(world.accounts).toContainEqual({ id: 'heidi', nick: '', online: false });
		expect(world.serviceAccounts).toEqual(['@support', '@customer_service_account']);
		expect(world.sessions).toContainEqual({
			id: withMia,
			user: 'frank',
			serviceAccount: '@support',
			state: 'Agent',
			agent: 'mia@example.com',
		});
		expect(world.groups.map(({ id }) => id)).toContain('team');
		expect(world.liveRooms.map(({ id, name }) => [id, name])).toEqual([
			['room1', 'Spring sale'],
			['town-hall', 'town-hall'],
			['quiet-room', 'quiet-room'],
		]);
	});

	it('is that of the app that was asked for', async () => {
		const testbed = await open();

		const response = await fetch(`${testbed.simulator.url}/api/customer/world?sdkAppId=5`);

		expect(response.status).toBe(400);
	});
});

describe('acting as a customer', () => {
	it.each(['messages', 'sessions/end', 'sessions/agent', 'read', 'presence', 'recall'])(
		'is for this machine only: %s',
		async (action) => {
			const testbed = await open();

			const response = await fetch(`${testbed.simulator.url}/api/customer/${action}`, {
				method: 'POST',
				headers: { origin: 'https://evil.example' },
				body: JSON.stringify({ from: 'bob', to: 'alice', text: 'hi' }),
			});

			expect(response.status).toBe(403);
			expect(testbed.simulator.conversations()).toEqual([]);
		},
	);
});
