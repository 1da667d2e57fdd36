import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { okResponse, signed } from '../../support/callbacks';
import { eventually } from '../../harness/eventually';
import { randomBodies } from '../../support/randomBodies';
import { findSecrets } from '../../harness/secrets';
import { app, textsIn } from '../../harness/engineTestbed';
import {
	after,
	asked,
	before,
	message,
	query,
	token,
	TriggerTestbed,
	type Call,
	type Received,
} from './support';

const started = async (testbed: TriggerTestbed, call: Call): Promise<boolean> =>
	(await testbed.receive(call)).item !== undefined;

describe('a callback', () => {
	it('becomes one item: the body, what the address said, and who wrote what to whom', async () => {
		const before = Date.now();
		const body = message('hello');

		const { item, data } = await new TriggerTestbed({}).receive({ body });

		expect(data.workflowData).toHaveLength(1);
		expect(item).toEqual({
			...body,
			callbackCommand: after,
			sdkAppId: app.sdkAppId,
			clientIp: '10.1.2.3',
			optPlatform: 'Android',
			receivedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
			text: 'hello',
			messageKind: 'text',
			senderId: 'alice',
			recipientId: 'support',
		});
		expect(Date.parse(String(item?.receivedAt))).toBeGreaterThanOrEqual(before);
		expect(data.webhookResponse).toEqual(okResponse);
	});

	it('begins with what most workflows need', async () => {
		const { item } = await new TriggerTestbed({}).receive({ body: message('hello') });

		expect(Object.keys(item ?? {}).slice(0, 3)).toEqual(['text', 'senderId', 'recipientId']);
	});

	it('has its body under one key where a new trigger simplifies it', async () => {
		const body = message('hello');

		const { item } = await new TriggerTestbed({}, {}, 3).receive({ body });

		expect(item).toEqual({
			text: 'hello',
			senderId: 'alice',
			recipientId: 'support',
			messageKind: 'text',
			callbackCommand: after,
			sdkAppId: app.sdkAppId,
			clientIp: '10.1.2.3',
			optPlatform: 'Android',
			receivedAt: expect.any(String) as string,
			body,
		});
	});

	it('comes as it is where a new trigger does not simplify it', async () => {
		const body = message('hello');

		const { item } = await new TriggerTestbed({ simplify: false }, {}, 3).receive({ body });

		expect(item).toMatchObject({ ...body, text: 'hello' });
		expect(item).not.toHaveProperty('body');
	});

	it('is read whatever its Content-Type', async () => {
		const call = { body: message('hello'), unread: true };
		expect((await new TriggerTestbed({}).receive(call)).item).toMatchObject({ text: 'hello' });
	});

	it.each([
		[
			'a group',
			'Group.CallbackAfterSendMsg',
			{ GroupId: '@TGS#2', From_Account: 'alice', MsgSeq: 7 },
			{ senderId: 'alice', groupId: '@TGS#2' },
		],
		[
			'a customer in a session',
			'Desk.SessionEventNotify',
			{
				SessionId: 's1',
				Event: 'ChatBot.UserSendMsg',
				ClientUserId: 'alice',
				CustomerServiceId: '@desk',
			},
			{ sessionId: 's1', senderId: 'alice', recipientId: '@desk' },
		],
		[
			'the chatbot of a session',
			'Desk.SessionEventNotify',
			{
				SessionId: 's1',
				Event: 'ChatBot.RobotSendMsg',
				ClientUserId: 'alice',
				CustomerServiceId: '@desk',
			},
			{ sessionId: 's1', senderId: '@desk', recipientId: 'alice' },
		],
	])('tells who wrote in %s', async (_where, command, body, flat) => {
		const testbed = new TriggerTestbed({ events: [command] });
		const MsgBody = [
			{ MsgType: 'TIMImageElem', MsgContent: { ImageInfoArray: [{ URL: 'https://a.b/c.png' }] } },
		];

		const { item } = await testbed.receive({
			query: query(command),
			body: { CallbackCommand: command, ...body, EventTime: 1, MsgBody },
		});

		const { text, senderId, recipientId, groupId, sessionId } = item ?? {};
		expect({ text, senderId, recipientId, groupId, sessionId }).toEqual({
			text: '[Image] https://a.b/c.png',
			...flat,
		});
	});

	it.each<[string, IDataObject]>([
		['a face', { MsgType: 'TIMFaceElem', MsgContent: { Index: { toString: 1, valueOf: 1 } } }],
		['a place', { MsgType: 'TIMLocationElem', MsgContent: { Latitude: { toString: 1 } } }],
		['its type', { MsgType: { toString: 1, valueOf: 1 }, MsgContent: {} }],
	])('starts the workflow whatever stands for %s', async (_what, element) => {
		const body = message('x', { MsgBody: [element] });
		expect(await started(new TriggerTestbed({}), { body })).toBe(true);
	});

	it('of a session with an Event that is no text is none of the chosen ones', async () => {
		const command = 'Desk.SessionEventNotify';
		const testbed = new TriggerTestbed({ events: [command], deskEvents: 'SessionBegin' });
		const body = { SessionId: 's', Event: { toString: 1, valueOf: 1 }, EventTime: 3 };

		const { item, data } = await testbed.receive({ query: query(command), body });

		expect([item, data.webhookResponse]).toEqual([undefined, okResponse]);
	});

	it('that is no message has no flat fields', async () => {
		const command = 'State.StateChange';
		const testbed = new TriggerTestbed({ events: [command] });

		const { item } = await testbed.receive({
			query: query(command),
			body: { CallbackCommand: command, EventTime: 5, Info: { To_Account: 'alice' } },
		});

		expect(item).toMatchObject({ callbackCommand: command, Info: { To_Account: 'alice' } });
		expect(item).not.toHaveProperty('text');
	});

	it('may spell the names of its address in lower case', async () => {
		const lower = Object.fromEntries(
			Object.entries(query()).map(([name, value]) => [name.toLowerCase(), value]),
		);

		const { item } = await new TriggerTestbed({}).receive({ query: lower, body: message('x') });

		expect(item).toMatchObject({ optPlatform: 'Android', clientIp: '10.1.2.3' });
	});

	it('needs no Sign when the credential has no token', async () => {
		const testbed = new TriggerTestbed({}, { callbackToken: '' });
		const { Sign: _sign, RequestTime: _time, ...unsigned } = query();

		expect(await started(testbed, { query: unsigned, body: message('x') })).toBe(true);
	});

	it('may be as late as the window allows', async () => {
		const late = query(after, signed(token, Math.floor(Date.now() / 1000) - 90));
		const call = () => ({ query: late, body: message('x') });

		expect(await started(new TriggerTestbed({}), call())).toBe(false);
		expect(await started(new TriggerTestbed({ options: { timeWindow: 120 } }), call())).toBe(true);
	});
});

/** A body whose only field holds lists within lists. */
const nested = (levels: number, more = '') =>
	Buffer.from(`{${more}"a":${'['.repeat(levels)}${']'.repeat(levels)}}`);

describe('a callback of a kind of its own', () => {
	const push = (To_Account: string, more: IDataObject = {}): IDataObject => ({
		CallbackCommand: 'Push.AllMemberPush',
		EventType: 1,
		TaskId: 'task-1',
		To_Account,
		PushPlatform: 1,
		PushStage: 1,
		EventTime: 1_700_000_001,
		...more,
	});
	const report = (...Events: IDataObject[]): Call => {
		const { ClientIP: _ip, OptPlatform: _platform, ...short } = query('Push.AllMemberPush');
		return { query: short, body: { Events } };
	};
	const recipients = ({ data }: Received) =>
		data.workflowData?.[0]?.map(({ json }) => json.recipientId);

	it('with a report of pushes becomes an item for each, and each starts once', async () => {
		const testbed = new TriggerTestbed({ events: ['Push.AllMemberPush'] });

		const first = await testbed.receive(report(push('a'), push('b'), push('c')));
		expect(recipients(first)).toEqual(['a', 'b', 'c']);
		expect(first.item).toMatchObject({
			callbackCommand: 'Push.AllMemberPush',
			TaskId: 'task-1',
			clientIp: '',
		});
		const second = await testbed.receive(report(push('b'), push('b', { PushStage: 2 })));
		expect(second.data.workflowData?.[0]?.map(({ json }) => json.PushStage)).toEqual([2]);
		expect(second.data.webhookResponse).toEqual(okResponse);
		expect((await testbed.receive(report(push('a')))).item).toBeUndefined();
	});

	it('with a report that n8n could not take in starts all of it again', async () => {
		const testbed = new TriggerTestbed({ events: ['*'] });
		const call = report(push('x'), push('y'));

		const { response } = await testbed.receive(call);
		response.statusCode = 500;
		response.emit('finish');

		expect(recipients(await testbed.receive(call))).toEqual(['x', 'y']);
	});

	it('may leave its command to the body, or call it as the overview of Live does', async () => {
		const testbed = new TriggerTestbed({});
		const { CallbackCommand, ...rest } = query();

		expect(await started(testbed, { query: rest, body: message('x') })).toBe(true);
		const live = { ...rest, WebhookCommand: CallbackCommand };
		expect(await started(testbed, { query: live, body: message('x') })).toBe(true);
	});

	it('about content that was moderated has its command in the address alone', async () => {
		const command = 'ContentCallback.ResultNotify';
		const testbed = new TriggerTestbed({ events: [command] });
		const body = { Scene: 'C2C', CtxcbRequestId: 'req-1', TextContent: ['words'] };

		const { item } = await testbed.receive({ query: query(command), body });

		expect(item).toMatchObject({ callbackCommand: command, text: 'words' });
	});

	it('that needs an agent starts a workflow that waits for its other name', async () => {
		const [human, agent] = ['ChatBot.OnAssignHuman', 'ChatBot.OnAssignAgent'];
		for (const [chosen, sent] of [
			[human, agent],
			[agent, human],
		] as const) {
			const testbed = new TriggerTestbed({ events: [chosen], responseMode: 'responseNode' });
			const body = { SessionId: 's', ClientUserId: 'alice', EventTime: 5 };

			const { item, response } = await testbed.receive({ query: query(sent), body });

			expect(item).toMatchObject({ callbackCommand: sent });
			expect(response.headersSent).toBe(false);
		}
	});

	it('of a kind that no page describes is left to the workflow where its name says that it waits', async () => {
		const command = 'Group.CallbackBeforeSomething';
		const testbed = new TriggerTestbed({ events: ['*'], responseMode: 'responseNode' });

		const { response } = await testbed.receive({ query: query(command), body: { EventTime: 9 } });

		expect(response.headersSent).toBe(false);
	});

	it('with a signal starts nothing where its sender is to be ignored', async () => {
		const command = 'Chatbot.OnC2CSignalMessage';
		const body = { From_Account: 'alice', To_Account: '@RBT#1', MsgKey: 'k', Data: '{}' };
		const call = { query: query(command), body };

		const ignoring = new TriggerTestbed({
			events: [command],
			options: { ignoreSenders: 'alice' },
		});
		expect(await started(ignoring, call)).toBe(false);
		expect(await started(new TriggerTestbed({ events: [command] }), call)).toBe(true);
	});
});

describe('a call that is refused because of its signature', () => {
	const unsigned = (command: string): Call => ({
		query: query(command, { Sign: '', RequestTime: '' }),
		body: { EventTime: 1 },
	});
	const warnings = async (testbed: TriggerTestbed, call: Call) =>
		(await testbed.receive(call)).log
			.filter(({ level }) => level === 'warn')
			.map(({ message: text }) => text);

	it('is told in the log with its command, once a minute, without a secret', async () => {
		const testbed = new TriggerTestbed({ events: ['*'] });
		const desk = 'Desk.SessionEventNotify';

		const first = await warnings(testbed, unsigned(desk));
		expect(first).toEqual([expect.stringMatching(/401: Desk\.SessionEventNotify\. .*token/)]);
		expect(findSecrets(textsIn(first), { secretKey: app.secretKey, callbackToken: token })).toEqual(
			[],
		);
		expect(await warnings(testbed, unsigned(desk))).toEqual([]);
		expect(await warnings(testbed, unsigned('Push.OfflinePush'))).toHaveLength(1);
		expect(await warnings(new TriggerTestbed({}), unsigned(desk))).toHaveLength(1);
	});

	it('leaves no word of its own in the log', async () => {
		const testbed = new TriggerTestbed({ events: ['*'] });
		const [line] = await warnings(testbed, unsigned('Made.Up\nERROR all is lost'));
		expect(line).toContain('an unknown command');
		expect(line).not.toContain('lost');
	});
});

describe('a call that is refused', () => {
	const body = message('no');
	const cases: Array<[string, number, Call]> = [
		['without Sign', 401, { query: query(after, { Sign: '' }), body }],
		['with a shorter Sign', 401, { query: query(after, { Sign: 'ab' }), body }],
		[
			'with Sign in capitals',
			401,
			{ query: query(after, { Sign: signed(token).Sign.toUpperCase() }), body },
		],
		['without RequestTime', 401, { query: query(after, { RequestTime: '' }), body }],
		['with another token', 401, { query: query(after, signed('another')), body }],
		['of another app', 403, { query: query(after, { SdkAppid: '1' }), body }],
		['with a name twice', 400, { query: query(after, { sign: 'again' }), body }],
		['with a list of values', 400, { query: query(after, { ClientIP: ['a', 'b'] }), body }],
		['with a list', 400, { body: [body] }],
		['with a text', 400, { body: 'text' }],
		['with null', 400, { body: null }],
		['with bytes', 400, { body: Buffer.from([0, 1, 2, 255]) }],
		['with another command', 400, { query: query('State.StateChange'), body }],
		['with a large body', 413, { body: message('x'.repeat(1024 * 1024)) }],
		['with no body', 400, {}],
		['with a body nested 5,000 deep', 400, { body: nested(5_000) }],
		['with a key and a body nested 100,000 deep', 400, { body: nested(100_000, '"MsgKey":"k",') }],
		[
			'with a body that n8n finds too large when it unpacks it',
			413,
			{ unreadable: Object.assign(new Error('too large'), { status: 413 }) },
		],
		[
			'with a body that n8n cannot unpack',
			400,
			{ unreadable: Object.assign(new Error('incorrect header check'), { code: 'Z_DATA_ERROR' }) },
		],
	];

	it.each(cases)('%s gets no reason, and starts nothing', async (_what, status, call) => {
		const { data, response, log } = await new TriggerTestbed({ events: ['*'] }).receive(call);

		expect(data).toEqual({ noWebhookResponse: true });
		expect([response.status, response.text]).toEqual([status, undefined]);
		expect(log.filter(({ level }) => level === 'error')).toEqual([]);
	});

	it('is one without Sign before the panel is read, which may make no sense', async () => {
		const testbed = new TriggerTestbed({ events: [] });
		const { response, log } = await testbed.receive({ query: query(after, { Sign: '' }), body });

		expect([response.status, log.filter(({ level }) => level === 'error')]).toEqual([401, []]);
	});

	it('is any of 500 random bodies', async () => {
		const testbed = new TriggerTestbed({ events: ['*'] });

		for (const random of randomBodies(500)) {
			const { data, response } = await testbed.receive({ body: random });
			expect([data, response.status]).toEqual([{ noWebhookResponse: true }, 400]);
		}
	});

	it.each([
		['a credential that cannot work', {}, { sdkAppId: 0 }],
		['no events', { events: [] }, {}],
		['no sensible time', { responseMode: 'responseNode', options: { answerWithin: 2_000 } }, {}],
		['a code that rejects nothing', { beforeAnswer: 'reject', rejectCode: 7 }, {}],
	])('because of %s is told in the log, without a secret', async (_what, parameters, changes) => {
		const testbed = new TriggerTestbed(parameters, changes);

		const { data, response, log } = await testbed.receive({ body });

		expect([data, response.status]).toEqual([{ noWebhookResponse: true }, 500]);
		expect(log.filter(({ level }) => level === 'error')).toHaveLength(1);
		const secrets = { secretKey: app.secretKey, callbackToken: token };
		expect(findSecrets(textsIn({ log, data, response }), secrets)).toEqual([]);
	});
});

describe('the credential', () => {
	afterEach(() => jest.restoreAllMocks());

	/** The clock of the trigger goes on. */
	const pass = (ms: number) => jest.spyOn(Date, 'now').mockReturnValue(Date.now() + ms);

	it('is read once for callbacks that come in together, and within seconds', async () => {
		const testbed = new TriggerTestbed({});
		const calls = Array.from({ length: 10 }, () => started(testbed, { body: message('x') }));

		expect(await Promise.all(calls)).toEqual(calls.map(() => true));
		expect(await started(testbed, { body: message('x') })).toBe(true);
		expect(testbed.credentialReads).toBe(1);
	});

	it('counts as changed after ten seconds', async () => {
		const testbed = new TriggerTestbed({});
		expect(await started(testbed, { body: message('x') })).toBe(true);
		testbed.changes = { callbackToken: 'new token' };

		pass(10_000);

		expect((await testbed.receive({ body: message('x') })).response.status).toBe(401);
		const call = { query: query(after, signed('new token')), body: message('x') };
		expect(await started(testbed, call)).toBe(true);
		expect(testbed.credentialReads).toBe(2);
	});

	it('is one of its own for each trigger', async () => {
		expect(await started(new TriggerTestbed({}), { body: message('x') })).toBe(true);
		const other = new TriggerTestbed({}, { callbackToken: 'another' });

		expect((await other.receive({ body: message('x') })).response.status).toBe(401);
	});

	it('is read each time in a test, and again where it could not be used', async () => {
		const testbed = new TriggerTestbed({}, { sdkAppId: 0 });
		expect((await testbed.receive({ body: message('x') })).response.status).toBe(500);
		testbed.changes = {};
		expect(await started(testbed, { body: message('x') })).toBe(true);

		testbed.changes = { callbackToken: 'new token' };
		const { response } = await testbed.receive({ body: message('x'), mode: 'manual' });
		expect(response.status).toBe(401);
	});
});

describe('what is not wanted is answered with OK and starts nothing', () => {
	it.each<[string, Record<string, unknown>, Call]>([
		['an event that was not chosen', { events: ['State.StateChange'] }, { body: message('x') }],
		[
			'a message through the REST API',
			{},
			{ query: query(after, { OptPlatform: 'RESTAPI' }), body: message('x') },
		],
		[
			'a message of a sender to ignore',
			{ options: { ignoreSenders: 'bob, alice' } },
			{ body: message('x') },
		],
		[
			'another event of a session',
			{ events: ['Desk.SessionEventNotify'], deskEvents: 'SessionBegin' },
			{
				query: query('Desk.SessionEventNotify'),
				body: { SessionId: 's', Event: 'ChatBot.UserSendMsg', EventTime: 3 },
			},
		],
	])('%s', async (_what, parameters, call) => {
		const { data, item } = await new TriggerTestbed(parameters as never).receive(call);

		expect(item).toBeUndefined();
		expect(data.webhookResponse).toEqual(okResponse);
	});

	it('unless the panel says so', async () => {
		const restApi = query(after, { OptPlatform: 'RESTAPI' });
		const testbed = new TriggerTestbed({ ignoreRestApi: false });
		expect(await started(testbed, { query: restApi, body: message('x') })).toBe(true);

		const any = new TriggerTestbed({ events: ['*'], deskEvents: 'Something.New' });
		const desk = { SessionId: 's', Event: 'Something.New', EventTime: 4 };
		expect(await started(any, { query: query('Desk.SessionEventNotify'), body: desk })).toBe(true);
		expect(await started(any, { query: query('Brand.New'), body: { EventTime: 1 } })).toBe(true);
	});

	it('and what is no message may come through the REST API', async () => {
		const command = 'Group.CallbackAfterCreateGroup';
		const testbed = new TriggerTestbed({ events: [command] });

		const call = {
			query: query(command, { OptPlatform: 'RESTAPI' }),
			body: { GroupId: 'g', EventTime: 1 },
		};
		expect(await started(testbed, call)).toBe(true);
	});
});

describe('the same callback', () => {
	const again = (changes: Record<string, unknown> = {}): Call['query'] =>
		query(after, { ...signed(token, Math.floor(Date.now() / 1000) - 1), ...changes });

	it('starts the workflow once, by the key of its message', async () => {
		const testbed = new TriggerTestbed({});
		const body = message('x');

		expect(await started(testbed, { body })).toBe(true);
		const { item, data } = await testbed.receive({ query: again(), body });
		expect(item).toBeUndefined();
		expect(data.webhookResponse).toEqual(okResponse);
		// Another trigger may use it as well.
		expect(await started(new TriggerTestbed({}), { body })).toBe(true);
		// Another message with the same words is another message.
		expect(await started(testbed, { body: message('x') })).toBe(true);
	});

	it('is none where it says something else under the same MsgKey, as a batch does', async () => {
		const testbed = new TriggerTestbed({});
		const body = message('x');
		const send = async (RequestID: string, change: IDataObject) =>
			await started(testbed, { query: query(after, { RequestID }), body: { ...body, ...change } });

		expect(await send('r1', { To_Account: 'x' })).toBe(true);
		expect(await send('r2', { To_Account: 'y' })).toBe(true);
		expect(await send('r3', { From_Account: 'z' })).toBe(true);
		expect(await send('r4', { To_Account: 'y' })).toBe(false);
		expect(await send('r2', { To_Account: 'y' })).toBe(false);
	});

	it('starts the workflow once, by its RequestID', async () => {
		const testbed = new TriggerTestbed({ events: ['*'] });
		const call = (RequestID: string, EventTime: number): Call => ({
			query: query('Desk.SessionEventNotify', { RequestID }),
			body: { SessionId: 's', Event: 'SessionBegin', EventTime },
		});

		expect(await started(testbed, call('r1', 1))).toBe(true);
		expect(await started(testbed, call('r1', 2))).toBe(false);
		expect(await started(testbed, call('r2', 3))).toBe(true);
	});

	it('starts the workflow once, by its session and time', async () => {
		const testbed = new TriggerTestbed({ events: ['*'] });
		const call = (SessionId: string, EventTime: number): Call => ({
			query: query('ChatBot.OnAssignHuman'),
			body: { SessionId, ClientUserId: 'alice', EventTime },
		});

		expect(await started(testbed, call('s', 1))).toBe(true);
		expect(await started(testbed, call('s', 1))).toBe(false);
		expect(await started(testbed, call('s', 2))).toBe(true);
		expect(await started(testbed, call('t', 2))).toBe(true);
	});

	it('is another one before and after the message is sent, and at each stage of a session', async () => {
		const testbed = new TriggerTestbed({ events: ['*'] });
		const body = message('x');
		const stage = (Event: string): Call => ({
			query: query('Desk.SessionEventNotify'),
			body: { SessionId: 's', Event, MsgKey: 'm', EventTime: 9 },
		});

		expect(
			await started(testbed, { query: query(before), body: { ...body, CallbackCommand: before } }),
		).toBe(true);
		expect(await started(testbed, { body })).toBe(true);
		expect(await started(testbed, stage('A'))).toBe(true);
		expect(await started(testbed, stage('B'))).toBe(true);
	});

	it('starts the workflow when n8n could not take it in before', async () => {
		const testbed = new TriggerTestbed({});
		const body = message('x');
		const end = ({ response }: Received, status: number) => {
			response.statusCode = status;
			response.emit('finish');
		};

		end(await testbed.receive({ body }), 500);
		const second = await testbed.receive({ body });
		expect(second.item).toBeDefined();
		end(second, 200);
		expect(await started(testbed, { body })).toBe(false);
	});

	it('can be tried again and again in a test', async () => {
		const testbed = new TriggerTestbed({});
		const body = message('x');

		expect(await started(testbed, { body, mode: 'manual' })).toBe(true);
		expect(await started(testbed, { body, mode: 'manual' })).toBe(true);
	});
});

describe('the answer', () => {
	it.each([
		[{ beforeAnswer: 'allow' }, okResponse],
		[{ beforeAnswer: 'drop' }, { ...okResponse, ErrorCode: 2 }],
		[
			{ beforeAnswer: 'reject', rejectCode: 120042, rejectText: 'Closed' },
			{ ...okResponse, ErrorCode: 120042, ErrorInfo: 'Closed' },
		],
	])('of %j is %j, and the workflow starts', async (parameters, response) => {
		const testbed = new TriggerTestbed({ events: [before, after], ...parameters });

		const { data, item } = await testbed.receive(asked('x'));
		expect(item).toBeDefined();
		expect(data.webhookResponse).toEqual(response);
		// What has happened cannot be rejected.
		expect((await testbed.receive({ body: message('x') })).data.webhookResponse).toEqual(
			okResponse,
		);
	});

	it('to what is no message rejects it where messages are dropped', async () => {
		const command = 'Group.CallbackBeforeApplyJoinGroup';
		const testbed = new TriggerTestbed({ events: ['*'], beforeAnswer: 'drop' });

		const { data } = await testbed.receive({
			query: query(command),
			body: { GroupId: 'g', Requestor_Account: 'alice', EventTime: 2 },
		});

		expect(data.webhookResponse).toEqual({ ...okResponse, ErrorCode: 1 });
	});

	it.each([
		['a group', 'Group.CallbackBeforeSendMsg', 10_150, 10_150],
		['a group, with the code of a direct message', 'Group.CallbackBeforeSendMsg', 120_001, 1],
		['a gift', 'Live.CallbackBeforeSendGift', 102_150, 102_150],
		['what no page describes', 'Group.CallbackBeforeSomething', 10_150, 10_150],
	])('rejects in the range of %s', async (_what, command, rejectCode, ErrorCode) => {
		const testbed = new TriggerTestbed({ events: ['*'], beforeAnswer: 'reject', rejectCode });
		const body = { GroupId: 'g', Random: 7, MsgBody: [] };

		const { data, item } = await testbed.receive({ query: query(command), body });

		expect(item).toBeDefined();
		expect(data.webhookResponse).toEqual({ ...okResponse, ErrorCode });
	});

	it.each([
		['allow', 0],
		['reject', 38_000],
		['drop', 38_000],
	])('to friends says %s beside each of them', async (beforeAnswer, ResultCode) => {
		const command = 'Sns.CallbackPrevFriendAdd';
		const testbed = new TriggerTestbed({ events: [command], beforeAnswer });

		const { data } = await testbed.receive({
			query: query(command),
			body: { From_Account: 'a', FriendItem: [{ To_Account: 'b' }], EventTime: 1 },
		});

		expect(data.webhookResponse).toEqual({
			...okResponse,
			ResultItem: [{ To_Account: 'b', ResultCode, ResultInfo: '' }],
		});
	});

	describe('that is left to the workflow', () => {
		const deciding = () =>
			new TriggerTestbed({
				events: ['*'],
				responseMode: 'responseNode',
				beforeAnswer: 'reject',
				rejectCode: 120009,
			});
		const byDefault = { ...okResponse, ErrorCode: 120009 };

		it('waits for it, and takes it as it comes', async () => {
			const { data, response, item } = await deciding().receive(asked('x'));

			expect(item).toBeDefined();
			expect(data).toEqual({ workflowData: expect.anything() });
			expect(response.headersSent).toBe(false);
			response.json({ ...okResponse, ErrorCode: 2 });
			expect([response.status, response.body]).toEqual([200, { ...okResponse, ErrorCode: 2 }]);
		});

		it.each([
			['nothing', undefined],
			['the words of n8n', { message: 'Error in workflow' }],
			['a text', 'done'],
		])('is the default when n8n answers %s', async (_what, body) => {
			const { response } = await deciding().receive(asked('x'));

			response.json(body);

			expect([response.status, response.body]).toEqual([200, byDefault]);
		});

		it('goes out only once', async () => {
			const { response } = await deciding().receive(asked('x'));
			response.json(okResponse);

			expect(() => response.json(byDefault)).not.toThrow();
			expect(() => response.send('late')).not.toThrow();
			expect(response.body).toEqual(okResponse);
		});

		it('is the default when the time set under Answer Within is over', async () => {
			const within = (options: INodeParameters) =>
				new TriggerTestbed({
					events: ['*'],
					responseMode: 'responseNode',
					beforeAnswer: 'reject',
					rejectCode: 120009,
					options,
				});
			const began = performance.now();

			const { response: asUsual } = await within({}).receive(asked('x'));
			const { response } = await within({ answerWithin: 500 }).receive(asked('x'));
			const ended: string[] = [];
			asUsual.on('finish', () => ended.push('as usual'));
			response.on('finish', () => ended.push('within 500 ms'));
			expect(response.headersSent).toBe(false);
			expect(await eventually('the default', () => response.body)).toEqual(byDefault);

			expect(performance.now() - began).toBeGreaterThan(450);
			await eventually('the other default', () => asUsual.body);
			expect(ended).toEqual(['within 500 ms', 'as usual']);
		});

		const reject = { ...okResponse, ErrorCode: 120001 };
		/** The default would let it pass. */
		const moderating = (more: INodeParameters = {}) =>
			new TriggerTestbed({ events: ['*'], responseMode: 'responseNode', ...more });
		const written = async ({ response }: Received) =>
			await eventually('an answer', () => response.body);

		it.each<[string, IDataObject]>([
			['to somebody else', { To_Account: 'victim' }],
			['with other words', message('SPAM')],
			['with other data', { CloudCustomData: 'SPAM' }],
			['from somebody else', { From_Account: 'eve' }],
		])('is decided anew for a message %s under the same MsgKey', async (_what, change) => {
			const testbed = moderating();
			const first = asked('hello');
			const { MsgKey } = first.body as IDataObject;
			(await testbed.receive(first)).response.json(reject);

			const second = await testbed.receive({
				query: query(before),
				body: { ...(first.body as IDataObject), ...change, MsgKey, CallbackCommand: before },
			});

			expect([second.item === undefined, second.response.headersSent]).toEqual([false, false]);
		});

		it.each([{}, { RequestID: 'r1' }])(
			'is the same for a copy, which waits for it (%j)',
			async (id) => {
				const testbed = moderating();
				const call = { ...asked('x'), query: query(before, id) };
				const first = await testbed.receive(call);
				const copies = [testbed.receive(call), testbed.receive(call)];

				first.response.json(reject);

				for (const copy of await Promise.all(copies)) {
					expect([copy.item, copy.response.body]).toEqual([undefined, reject]);
				}
				const late = await testbed.receive(call);
				expect([late.item, late.response.body]).toEqual([undefined, reject]);
			},
		);

		it('is asked for again by a copy where the workflow gave none', async () => {
			const testbed = moderating();
			const call = asked('x');
			const first = await testbed.receive(call);
			const waiting = testbed.receive(call);
			first.response.json({ message: 'Error in workflow' });

			const second = await waiting;
			expect([second.item === undefined, second.response.headersSent]).toEqual([false, false]);
			const third = testbed.receive(call);
			second.response.json(reject);
			expect((await third).response.body).toEqual(reject);
		});

		it('is what came too late, for a copy that comes later still', async () => {
			const testbed = moderating({ options: { answerWithin: 500 } });
			const call = asked('x');
			const first = await testbed.receive(call);
			expect(await written(first)).toEqual(okResponse);

			first.response.json(reject);

			const copy = await testbed.receive(call);
			expect([copy.item, copy.response.body]).toEqual([undefined, reject]);
		});

		it('is asked for by a copy after a time that passed without one', async () => {
			const testbed = moderating({ options: { answerWithin: 500 } });
			const call = asked('x');
			expect(await written(await testbed.receive(call))).toEqual(okResponse);

			const copy = await testbed.receive(call);

			expect([copy.item === undefined, copy.response.headersSent]).toEqual([false, false]);
		});

		it('does not keep a copy waiting beyond its own time', async () => {
			const patient = moderating();
			const call = asked('x');
			await patient.receive(call);

			patient.parameters = { ...patient.parameters, options: { answerWithin: 500 } };
			const copy = await patient.receive(call);

			expect([copy.item, copy.response.body]).toEqual([undefined, okResponse]);
		});

		it('is asked for each time in a test', async () => {
			const testbed = moderating();
			const call: Call = { ...asked('x'), mode: 'manual' };
			(await testbed.receive(call)).response.json(reject);

			expect((await testbed.receive(call)).item).toBeDefined();
		});

		it('is given at once to copies too where the answer is fixed', async () => {
			const testbed = new TriggerTestbed({ events: ['*'], beforeAnswer: 'drop' });
			const call = asked('x');
			await testbed.receive(call);

			const { item, data } = await testbed.receive(call);
			expect([item, data.webhookResponse]).toEqual([undefined, { ...okResponse, ErrorCode: 2 }]);
		});

		it('is given at once where nothing can be decided', async () => {
			const { response, data } = await deciding().receive({ body: message('x') });

			expect(data).toEqual({ noWebhookResponse: true, workflowData: expect.anything() });
			expect([response.status, response.body]).toEqual([200, okResponse]);
		});
	});
});
