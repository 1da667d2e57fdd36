import type { IDataObject, INodeParameters } from 'n8n-workflow';

import type { Fault, SessionMessage } from '../../../simulator';
import { sendStreamMessage } from '../../../simulator/rest/endpoints/desk/sendStreamMessage';
import { testbeds, failureIn, pairs, type Testbed } from '../../harness/engineTestbed';
import { plainText } from '../../../nodes/TencentChatDesk/messages/plainText';
import { deskElement } from '../../support/deskSamples';

const open = testbeds();
afterEach(() => jest.restoreAllMocks());

const streamCommand = 'desk_http_svc/send_stream_msg';
const state = 'desk_http_svc/get_session_state';
const messagesCommand = 'desk_http_svc/describe_chat_messages';
const recordsCommand = 'desk_http_svc/describe_im_cdr_list';
const transferCommand = 'desk_http_svc/transfer_to_human';
const endCommand = 'desk_http_svc/end_session';

const botSession = 'fd8a2e30-54de-4e40-bcaf-02718409c5cf';
const endedSession = '0b7c1f52-1a55-4a0e-9f6d-3c2b8e7d4a10';
const agentSession = '6e1d9c84-7b23-4c1f-8a52-5f0e2d9b7c31';
const fixedSession = 'c94f3a07-2d68-4f7b-b1e9-8d5a6c0e1f42';

const fine = { kind: 'delay', ms: 0 } as const;
const continuing = { onError: 'continueErrorOutput' } as const;

const session =
	(operation: string) =>
	(more: INodeParameters = {}): INodeParameters => ({
		resource: 'session',
		operation,
		sessionId: '={{ $json.id }}',
		options: {},
		...more,
	});

const stream = (more: INodeParameters = {}) =>
	session('sendStream')({
		chunksFrom: 'list',
		chunks: '={{ $json.chunks }}',
		splitAt: 'sentences',
		chunkLength: 100,
		...more,
	});
const status = session('getStatus');
const messages = session('getMessages');
const transfer = session('transfer');
const end = session('end');

const records = (more: INodeParameters = {}) => ({
	resource: 'session',
	operation: 'getMany',
	from: '2025-04-01T00:00:00Z',
	to: '2025-04-30T00:00:00Z',
	options: {},
	...more,
});

const bodies = (testbed: Testbed, path: string) =>
	testbed.calls(path).map(({ body }) => body as IDataObject);
const hello = { id: botSession, chunks: ['Hello, ', 'this is ', 'Tencent Cloud.'] };

/** What stands in a session, as its customer reads it. */
const read = (testbed: Testbed, id: string) =>
	testbed.simulator
		.world()
		.sessions.get(id)!
		.messages.map(({ elements }) => plainText(elements));

function say(testbed: Testbed, id: string, count: number): void {
	const { sessions } = testbed.simulator.world();
	for (let index = 0; index < count; index += 1) {
		const message: SessionMessage = {
			from: index % 2 === 0 ? 'user45' : '@customer_service_account',
			role: index % 2 === 0 ? 1 : 3,
			elements: [{ MsgType: 'TIMTextElem', MsgContent: { Text: `${index}` } }],
			time: Date.UTC(2025, 3, 1) + index,
		};
		sessions.write(sessions.get(id)!, message);
	}
}

describe('Send Streaming Message', () => {
	it('sends chunk after chunk of one message, as the page shows, and gives back its key', async () => {
		const testbed = await open();

		const { output, error } = await testbed.run(stream(), [hello]);

		expect(error).toBeUndefined();
		const key = output[0]?.json.MsgKey;
		expect(output.map(({ json }) => json)).toEqual([{ SessionId: botSession, MsgKey: key }]);
		expect(typeof key).toBe('string');
		expect(bodies(testbed, streamCommand)).toEqual([
			{ SessionId: botSession, Chunk: 'Hello, ' },
			{ SessionId: botSession, Chunk: 'this is ', MsgKey: key },
			{ SessionId: botSession, Chunk: 'Tencent Cloud.', MsgKey: key, Finish: 1 },
		]);
		expect(read(testbed, botSession)).toEqual(['Hello, this is Tencent Cloud.']);
		expect(testbed.shown('user45')).toEqual(['Hello, this is Tencent Cloud.']);
	});

	it('takes a JSON list, and leaves the empty parts of a language model out', async () => {
		const testbed = await open();

		await testbed.run(stream({ chunks: '["One ", "", "two."]' }), [{ id: botSession }]);

		expect(bodies(testbed, streamCommand).map(({ Chunk }) => Chunk)).toEqual(['One ', 'two.']);
	});

	it('splits a text at the ends of its sentences, in any script, and loses nothing', async () => {
		const testbed = await open();
		const text = 'Thank you! Your parcel is\non its way.  您好。明天到。 Bye?';

		await testbed.run(stream({ chunksFrom: 'text', text }), [{ id: botSession }]);

		const chunks = bodies(testbed, streamCommand).map(({ Chunk }) => String(Chunk));
		expect(chunks.map((chunk) => chunk.trim())).toEqual(
			expect.arrayContaining(['Thank you!', '您好。', '明天到。', 'Bye?']),
		);
		expect(chunks.join('')).toBe(text);
		expect(read(testbed, botSession)).toEqual([text]);
	});

	it('splits a text every so many characters, and never inside an emoji', async () => {
		const testbed = await open();
		const parameters = stream({
			chunksFrom: 'text',
			text: 'ab👩‍👩‍👧cd👋e',
			splitAt: 'length',
			chunkLength: 3,
		});

		await testbed.run(parameters, [{ id: botSession }]);

		expect(bodies(testbed, streamCommand).map(({ Chunk }) => Chunk)).toEqual(['ab👩‍👩‍👧', 'cd👋', 'e']);
	});

	it('a text of one sentence is begun and finished by the same call', async () => {
		const testbed = await open();

		const { output } = await testbed.run(stream({ chunksFrom: 'text', text: 'Hello' }), [
			{ id: botSession },
		]);

		expect(bodies(testbed, streamCommand)).toEqual([
			{ SessionId: botSession, Chunk: 'Hello', Finish: 1 },
		]);
		expect(output[0]?.json).toMatchObject({ MsgKey: expect.any(String) });
	});

	it('several messages of one session follow each other and are not mixed', async () => {
		const testbed = await open({ latencyMs: 2, latencyJitterMs: 5 });
		const item = (name: string) => ({ id: botSession, chunks: [`${name}1 `, `${name}2 `, name] });

		const { output } = await testbed.run(stream(), ['a', 'b', 'c'].map(item));

		expect(pairs(output)).toEqual([0, 1, 2]);
		expect(read(testbed, botSession)).toEqual(['a1 a2 a', 'b1 b2 b', 'c1 c2 c']);
		expect(bodies(testbed, streamCommand).map(({ Chunk }) => String(Chunk).charAt(0))).toEqual([
			...'aaabbbccc',
		]);
	});

	it.each([
		['Chunks', { chunks: '[]' }, "'Chunks' is empty"],
		['Chunks', { chunks: '{"a": 1}' }, "'Chunks' is not a list of texts"],
		['Chunks', { chunks: '=["a", "{{ "x".repeat(13000) }}"]' }, "'Chunks' is too long in chunk 2"],
		['Text', { chunksFrom: 'text', text: '={{ "" }}' }, "'Text' is empty"],
		[
			'Chunk Length',
			{ chunksFrom: 'text', text: 'a', splitAt: 'length', chunkLength: 2001 },
			"'Chunk Length' is 2001, out of its range",
		],
	])(
		'names %s when it cannot be sent, before any chunk goes out',
		async (_label, more, problem) => {
			const testbed = await open();

			const { errorOutput } = await testbed.run(stream(more), [{ id: botSession }], continuing);

			expect(failureIn(errorOutput[0]!).message).toContain(problem);
			expect(testbed.calls()).toEqual([]);
		},
	);

	it('makes a chunk again that Tencent says it did not take', async () => {
		const testbed = await open();
		testbed.failNext(streamCommand, fine, { kind: 'errorCode', code: 141009 });

		const { error } = await testbed.run(stream(), [hello]);

		expect(error).toBeUndefined();
		expect(testbed.calls(streamCommand)).toHaveLength(4);
		expect(read(testbed, botSession)).toEqual(['Hello, this is Tencent Cloud.']);
	});

	it.each([
		['was lost on the way', { kind: 'reset' } as const, 'Hello, '],
		['got no response', { kind: 'loseResponse' } as const, 'Hello, this is '],
	])('never repeats a chunk that %s, and says how far it came', async (_what, fault, shown) => {
		const testbed = await open();
		testbed.failNext(streamCommand, fine, fault);

		const { errorOutput } = await testbed.run(stream(), [hello], continuing);

		expect(testbed.calls(streamCommand)).toHaveLength(2);
		expect(read(testbed, botSession)).toEqual([shown]);
		expect(errorOutput[0]?.json.error).toMatchObject({
			mayHaveBeenSent: true,
			advice: expect.stringMatching(/^It may have been carried out all the same\. 1 of 3 calls/),
			callsCarriedOut: 1,
			callsPlanned: 3,
		});
	});

	it('a session that ends between two chunks: half of the message was sent, and it says so', async () => {
		const testbed = await open();
		testbed.failNext(streamCommand, fine, fine, { kind: 'errorCode', code: 141005 });

		const { errorOutput } = await testbed.run(stream(), [hello], continuing);

		expect(errorOutput[0]?.json.error).toMatchObject({
			ErrorCode: 141005,
			mayHaveBeenSent: true,
			advice: expect.stringMatching(/^2 of 3 calls were carried out before/),
			callsCarriedOut: 2,
		});
	});

	it('a session that has ended before the first chunk got nothing', async () => {
		const testbed = await open();

		const { errorOutput } = await testbed.run(
			stream(),
			[{ ...hello, id: endedSession }],
			continuing,
		);

		expect(errorOutput[0]?.json.error).toMatchObject({ ErrorCode: 141005, mayHaveBeenSent: false });
		expect(errorOutput[0]?.json.error).not.toHaveProperty('callsCarriedOut');
	});

	it('"Retry On Fail" does not begin a message again that was half sent', async () => {
		const testbed = await open();
		testbed.failNext(streamCommand, fine, { kind: 'errorCode', code: 141004 });

		const { error } = await testbed.run(stream(), [hello], {
			retryOnFail: true,
			maxTries: 3,
			waitBetweenTries: 1,
		});

		expect(error?.message).toBe('An earlier try of this node may have been carried out');
		expect(testbed.calls(streamCommand)).toHaveLength(2);
		expect(read(testbed, botSession)).toEqual(['Hello, ']);
	});

	it('"Retry On Fail" begins a message again of which nothing was sent', async () => {
		const testbed = await open();
		testbed.failNext(streamCommand, { kind: 'errorCode', code: 141004 });

		const { error } = await testbed.run(stream(), [hello], {
			retryOnFail: true,
			maxTries: 3,
			waitBetweenTries: 1,
		});

		expect(error).toBeUndefined();
		expect(read(testbed, botSession)).toEqual(['Hello, this is Tencent Cloud.']);
	});

	it.each([
		['waits out a refusal', 1, [fine, { kind: 'errorCode', code: 141009 }]],
		['waits for a response', 2, [{ kind: 'delay', ms: 150 }]],
	] satisfies Array<[string, number, Fault[]]>)(
		'goes on to its end when it %s while another item stops the workflow',
		async (_what, maxConcurrency, faults) => {
			const testbed = await open();
			testbed.failNext(streamCommand, ...faults);
			const items = [hello, { ...hello, id: endedSession }, hello, hello];

			const { error } = await testbed.run(stream({ options: { maxConcurrency } }), items);

			expect(error?.description).toContain('of 4 items: 1 sent, 1 failed, 2 not tried.');
			expect(read(testbed, botSession)).toEqual(['Hello, this is Tencent Cloud.']);
		},
	);

	it('is in doubt when somebody stops the execution between two chunks', async () => {
		const testbed = await open();
		const stop = new AbortController();
		testbed.onCall((count) => {
			if (count === 2) stop.abort();
		});

		const { log, run } = await testbed.run(stream(), [hello], { signal: stop.signal });

		expect(run.status).toBe('canceled');
		expect(read(testbed, botSession)).toEqual(['Hello, this is ']);
		const lines = log.filter(({ message }) => message.includes('the execution was stopped'));
		expect(lines.map(({ message }) => message)).toEqual([
			expect.stringContaining('1 of 1 in doubt'),
		]);
	});

	it('takes custom data along in every call', async () => {
		const testbed = await open();

		await testbed.run(stream({ options: { cloudCustomData: 'order 7' } }), [hello]);

		const calls = bodies(testbed, streamCommand);
		expect(calls.map(({ CloudCustomData }) => CloudCustomData)).toEqual([
			'order 7',
			'order 7',
			'order 7',
		]);
		expect(testbed.calls(streamCommand).flatMap(({ unknownFields }) => unknownFields)).toEqual([]);
		const said = testbed.simulator.world().sessions.get(botSession)!.messages.at(-1);
		expect(said?.cloudCustomData).toBe('order 7');
	});

	it('a response without a key ends it, for the rest could not follow', async () => {
		const testbed = await open();
		jest.spyOn(sendStreamMessage, 'handle').mockReturnValue({ response: {} });

		const { errorOutput } = await testbed.run(stream(), [hello], continuing);

		expect(testbed.calls(streamCommand)).toHaveLength(1);
		expect(failureIn(errorOutput[0]!)).toMatchObject({
			message: expect.stringContaining('gave no key'),
			mayHaveBeenSent: true,
		});
	});

	it('a dry run shows every call, with its size', async () => {
		const testbed = await open();

		const { output } = await testbed.run(stream({ options: { dryRun: true } }), [hello]);

		expect(testbed.calls()).toEqual([]);
		expect(output[0]?.json).toMatchObject({
			dryRun: true,
			path: `v4/${streamCommand}`,
			calls: [
				{ body: { Chunk: 'Hello, ' } },
				{ body: { Chunk: 'this is ' } },
				{ body: { Chunk: 'Tencent Cloud.', Finish: 1 }, size: expect.any(Number) },
			],
		});
	});

	it('lays the extra fields over every call', async () => {
		const testbed = await open();

		await testbed.run(stream({ options: { extraBody: '{"Mine": 1}' } }), [hello]);

		expect(bodies(testbed, streamCommand).map(({ Mine }) => Mine)).toEqual([1, 1, 1]);
		expect(read(testbed, botSession)).toEqual(['Hello, this is Tencent Cloud.']);
	});
});

describe('Get Status', () => {
	it.each([
		[botSession, { CurrentState: 'Chatbot', AgentId: '' }],
		[agentSession, { CurrentState: 'Agent', AgentId: 'mia@example.com' }],
		[endedSession, { CurrentState: 'NotInSession' }],
	])('tells who has the session %s', async (id, expected) => {
		const testbed = await open();

		const { output } = await testbed.run(status({ findBy: 'session' }), [{ id }]);

		expect(bodies(testbed, state)).toEqual([{ SessionId: id }]);
		expect(output[0]?.json).toEqual({ SessionId: id, ...expected });
	});

	it('finds the session of a user with a service account', async () => {
		const testbed = await open();
		const parameters = status({ findBy: 'user', serviceAccount: '@support', userId: 'frank' });

		const { output } = await testbed.run(parameters, [{}]);

		expect(bodies(testbed, state)).toEqual([
			{ ClientUserId: 'frank', CustomerServiceId: '@support' },
		]);
		expect(output[0]?.json).toMatchObject({
			SessionId: agentSession,
			CurrentState: 'Agent',
			ClientUserId: 'frank',
			CustomerServiceId: '@support',
		});
	});

	it('says that a user without a session is in none', async () => {
		const testbed = await open();
		const parameters = status({ findBy: 'user', serviceAccount: '@support', userId: 'alice' });

		const { output } = await testbed.run(parameters, [{}]);

		expect(output[0]?.json).toMatchObject({ CurrentState: 'NotInSession' });
	});

	it('asks again after a lost response, since asking changes nothing', async () => {
		const testbed = await open();
		testbed.failNext(state, { kind: 'loseResponse' });

		const { output } = await testbed.run(status({ findBy: 'session' }), [{ id: botSession }]);

		expect(output).toHaveLength(1);
		expect(testbed.calls(state)).toHaveLength(2);
	});
});

describe('Get Messages', () => {
	it('gives an item for each message, the newest first, with its text', async () => {
		const testbed = await open();

		const { output } = await testbed.run(messages({ order: 2, returnAll: false, limit: 50 }), [
			{ id: endedSession },
		]);

		expect(output.map(({ json }) => json)).toEqual([
			{
				FromAccount: 'mia@example.com',
				FromAccountRole: 2,
				Timestamp: Date.UTC(2025, 2, 31, 9, 2),
				MsgType: 'TIMTextElem',
				Text: 'It arrives today.',
				messageKind: 'text',
			},
			expect.objectContaining({ FromAccount: 'dave', FromAccountRole: 1 }),
		]);
		expect(pairs(output)).toEqual([0, 0]);
	});

	it('reads all pages of a long session, each message once', async () => {
		const testbed = await open();
		say(testbed, botSession, 250);

		const { output } = await testbed.run(messages({ order: 1, returnAll: true }), [
			{ id: botSession },
		]);

		expect(output.map(({ json }) => json.Text)).toEqual(
			Array.from({ length: 250 }, (_unused, index) => `${index}`),
		);
		expect(bodies(testbed, messagesCommand)).toEqual([
			{ SessionId: botSession, Order: 1, Limit: 100 },
			{ SessionId: botSession, Order: 1, Limit: 100, Offset: 100 },
			{ SessionId: botSession, Order: 1, Limit: 100, Offset: 200 },
		]);
	});

	it('asks for no more than the limit, and stops there', async () => {
		const testbed = await open();
		say(testbed, botSession, 250);

		const { output } = await testbed.run(messages({ order: 2, limit: 3 }), [{ id: botSession }]);

		expect(output.map(({ json }) => json.Text)).toEqual(['249', '248', '247']);
		expect(bodies(testbed, messagesCommand)).toEqual([
			{ SessionId: botSession, Order: 2, Limit: 3 },
		]);
	});

	it('keeps the elements of a message that is more than text', async () => {
		const testbed = await open();
		const { sessions } = testbed.simulator.world();
		const elements = [{ MsgType: 'TIMFaceElem', MsgContent: { Index: 1, Data: 'x' } }];
		const message = { from: 'user45', role: 1, elements, time: 5 } as const;
		sessions.write(sessions.get(botSession)!, message);

		const { output } = await testbed.run(messages({ order: 2, limit: 3 }), [{ id: botSession }]);

		expect(output[0]?.json).toEqual({
			FromAccount: 'user45',
			FromAccountRole: 1,
			Timestamp: 5,
			MsgType: 'TIMFaceElem',
			Text: '[Face] x',
			messageKind: 'face',
			MsgBody: elements,
		});
	});

	it("reads Desk's own messages: their words, what they are, and what a customer entered", async () => {
		const testbed = await open();
		const { sessions } = testbed.simulator.world();
		const inputVariables = [{ name: 'Name', variableValue: 'Ann' }];
		const rich = deskElement({ customerServicePlugin: 0, src: '30', content: '**Hi**' });
		const form = deskElement({ customerServicePlugin: 0, src: '33', content: { inputVariables } });
		for (const element of [rich, form]) {
			const elements = [element];
			sessions.write(sessions.get(botSession)!, { from: 'user45', role: 1, elements, time: 5 });
		}

		const { output } = await testbed.run(messages({ order: 2, limit: 2 }), [{ id: botSession }]);

		expect(output.map(({ json }) => json)).toMatchObject([
			{ Text: 'Name: Ann', messageKind: 'formAnswer', formAnswers: { Name: 'Ann' } },
			{ Text: '**Hi**', messageKind: 'richText', MsgBody: [rich] },
		]);
	});

	it('gives the records as they came without Simplify', async () => {
		const testbed = await open();

		const { output } = await testbed.run(
			messages({ order: 1, limit: 1, options: { simplify: false } }),
			[{ id: endedSession }],
		);

		expect(output[0]?.json).toEqual({
			FromAccount: 'dave',
			FromAccountRole: 1,
			MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'Where is my parcel?' } }],
			Timestamp: Date.UTC(2025, 2, 31, 9, 1),
		});
	});

	it('of a session that does not exist is an error of its item alone', async () => {
		const testbed = await open();

		const { output, errorOutput } = await testbed.run(
			messages({ order: 2, limit: 1 }),
			[{ id: 'nowhere' }, { id: endedSession }],
			continuing,
		);

		expect(failureIn(errorOutput[0]!).ErrorCode).toBe(141005);
		expect(pairs(output)).toEqual([1]);
	});

	it('shows what the workflow sent into the session', async () => {
		const testbed = await open();
		await testbed.run(stream(), [hello]);

		const { output } = await testbed.run(messages({ order: 2, limit: 1 }), [{ id: botSession }]);

		expect(output[0]?.json).toMatchObject({ Text: 'Hello, this is Tencent Cloud.' });
	});
});

describe('Get Many', () => {
	const dayOf = (day: number) => Date.UTC(2025, 3, day, 12);

	function endedSessions(testbed: Testbed, count: number): void {
		for (let index = 0; index < count; index += 1) {
			testbed.simulator.world().sessions.add({
				sessionId: `s${index}`,
				serviceAccount: '@support',
				userId: `u${index % 2}`,
				state: 'Ended',
				startedAt: dayOf(10) + index * 1000,
				endedAt: dayOf(10) + index * 1000 + 60_000,
			});
		}
	}

	it('lists the sessions of a time, page by page', async () => {
		const testbed = await open();
		endedSessions(testbed, 130);

		const { output } = await testbed.run(records({ returnAll: true }), [{}]);

		expect(output).toHaveLength(130);
		expect(output[129]?.json).toMatchObject({
			SessionId: 's129',
			ClientUserId: 'u1',
			Duration: 60,
			Timestamp: dayOf(10) / 1000 + 129,
		});
		const time = {
			StartTimestamp: Date.UTC(2025, 3, 1) / 1000,
			EndTimestamp: Date.UTC(2025, 3, 30) / 1000,
		};
		expect(bodies(testbed, recordsCommand)).toEqual([
			{ ...time, Limit: 100 },
			{ ...time, Limit: 100, Offset: 100 },
		]);
	});

	it('lists those of one customer', async () => {
		const testbed = await open();
		endedSessions(testbed, 4);

		const { output } = await testbed.run(records({ returnAll: true, options: { userId: 'u1' } }), [
			{},
		]);

		expect(output.map(({ json }) => json.SessionId)).toEqual(['s1', 's3']);
	});

	it('takes a date without a zone in the time zone of the workflow', async () => {
		const testbed = await open();
		const here = '={{ DateTime.fromISO("2025-04-01T00:00:00", { zone: $now.zoneName }).toISO() }}';

		await testbed.run(records({ from: '2025-04-01T00:00:00', to: here }), [{}]);

		const { StartTimestamp, EndTimestamp } = bodies(testbed, recordsCommand)[0]!;
		expect(StartTimestamp).toBe(EndTimestamp);
	});

	it('takes seconds, milliseconds and the dates of expressions', async () => {
		const testbed = await open();
		const to = '={{ DateTime.fromSeconds(1743552000) }}';

		await testbed.run(records({ from: 1743465600, to }), [{}]);
		await testbed.run(records({ from: '1743465600000', to: '1743552000' }), [{}]);

		for (const body of bodies(testbed, recordsCommand)) {
			expect(body).toMatchObject({ StartTimestamp: 1743465600, EndTimestamp: 1743552000 });
		}
	});

	it.each([
		[{ from: '={{ "" }}' }, "'From' is empty"],
		[{ to: 'tomorrow' }, "'To' is not a date and time"],
		[{ from: '2025-05-01T00:00:00Z' }, "'From' is later than 'To'"],
	])('refuses %j by its label', async (more, problem) => {
		const testbed = await open();

		const { errorOutput } = await testbed.run(records(more), [{}], continuing);

		expect(failureIn(errorOutput[0]!).message).toBe(problem);
		expect(testbed.calls()).toEqual([]);
	});
});

describe('Transfer to Agent', () => {
	it('hands the session to an agent and tells whom', async () => {
		const testbed = await open();

		const { output } = await testbed.run(transfer(), [{ id: botSession }]);

		expect(bodies(testbed, transferCommand)).toEqual([{ SessionId: botSession }]);
		const { AgentId } = output[0]!.json;
		expect(output[0]?.json).toEqual({
			SessionId: botSession,
			AgentId: expect.any(String),
			IsInQueue: 0,
		});
		expect(testbed.simulator.world().sessions.get(botSession)).toMatchObject({
			state: 'Agent',
			memberId: AgentId,
		});
	});

	it('asks for certain agents of a group, and for a tip when nobody is there', async () => {
		const testbed = await open();
		const options = {
			agents: 'noah@example.com, mia@example.com, noah@example.com',
			groupId: { __rl: true, mode: 'id', value: '9465' },
			sendTipIfNoAgentOnline: true,
		};

		const { output } = await testbed.run(transfer({ options }), [{ id: botSession }]);

		expect(bodies(testbed, transferCommand)).toEqual([
			{
				SessionId: botSession,
				AgentIdList: ['noah@example.com', 'mia@example.com'],
				AgentGroupId: 9465,
				SendTipIfNoAgentOnline: 1,
			},
		]);
		expect(output[0]?.json).toMatchObject({ AgentId: 'mia@example.com' });
	});

	it('says that the customer waits in the queue when all agents are busy', async () => {
		const testbed = await open();

		const { output } = await testbed.run(transfer({ options: { agents: 'liam@example.com' } }), [
			{ id: botSession },
		]);

		expect(output[0]?.json).toMatchObject({ IsInQueue: 1 });
	});

	it('explains why a session cannot be handed over', async () => {
		const testbed = await open();

		const { errorOutput } = await testbed.run(transfer(), [{ id: fixedSession }], continuing);

		expect(failureIn(errorOutput[0]!)).toMatchObject({
			ErrorCode: 141003,
			mayHaveBeenSent: false,
		});
	});

	it('is not asked for twice when the response is lost: a second agent could be occupied', async () => {
		const testbed = await open();
		testbed.failNext(transferCommand, { kind: 'loseResponse' });

		const { errorOutput } = await testbed.run(transfer(), [{ id: botSession }], continuing);

		expect(failureIn(errorOutput[0]!).mayHaveBeenSent).toBe(true);
		expect(testbed.calls(transferCommand)).toHaveLength(1);
	});
});

describe('End', () => {
	it('ends a session', async () => {
		const testbed = await open();

		const { output } = await testbed.run(end(), [{ id: agentSession }]);

		expect(bodies(testbed, endCommand)).toEqual([{ SessionId: agentSession }]);
		expect(output[0]?.json).toEqual({ SessionId: agentSession });
		expect(testbed.simulator.world().sessions.get(agentSession)?.state).toBe('Ended');
	});

	it('of one that has ended already is an error of its item', async () => {
		const testbed = await open();

		const { output, errorOutput } = await testbed.run(
			end(),
			[{ id: endedSession }, { id: botSession }],
			continuing,
		);

		expect(failureIn(errorOutput[0]!)).toMatchObject({ ErrorCode: 141005, mayHaveBeenSent: false });
		expect(pairs(output)).toEqual([1]);
	});
});

describe('streaming Markdown', () => {
	const command = 'desk_http_svc/send_stream_msg_v2';
	const markdown = (more: INodeParameters = {}) =>
		stream({
			operation: 'sendMarkdownStream',
			compatibleText: 'Please update the app',
			...more,
		});
	const chunk = (Index: number, Markdown: string, isLast = false) => ({
		EventType: 'data',
		Index,
		Markdown,
		...(isLast ? { IsLast: true } : {}),
	});
	const body = (chunks: IDataObject[]) => [
		{
			MsgType: 'TIMStreamElem',
			MsgContent: { CompatibleText: 'Please update the app', Chunks: chunks },
		},
	];

	it('sends the pieces of one message in order, numbers them, and closes it', async () => {
		const testbed = await open();
		const options = { cloudCustomData: 'order 7' };

		const { output } = await testbed.run(markdown({ options }), [hello]);

		const MsgKey = output[0]?.json.MsgKey;
		const common = { SessionId: botSession, CloudCustomData: 'order 7' };
		expect(bodies(testbed, command)).toEqual([
			{ ...common, MsgBody: body([chunk(1, 'Hello, ')]) },
			{ ...common, MsgKey, MsgBody: body([chunk(2, 'this is ')]) },
			{ ...common, MsgKey, MsgBody: body([chunk(3, 'Tencent Cloud.', true)]) },
		]);
		expect(read(testbed, botSession)).toEqual(['Hello, this is Tencent Cloud.']);
		expect(testbed.simulator.world().sessions.get(botSession)!.messages.at(-1)?.finished).toBe(
			true,
		);
	});

	it('keeps to five pieces a second of one message', async () => {
		const testbed = await open();
		const chunks = Array.from({ length: 8 }, (_unused, index) => `${index} `);

		await testbed.run(markdown(), [{ id: botSession, chunks }]);

		expect(testbed.calls(command).map(({ errorCode }) => errorCode)).toEqual(Array(8).fill(0));
	});

	it('does not repeat a piece whose answer was lost, and says that it may be there', async () => {
		const testbed = await open();
		testbed.failNext(command, { kind: 'loseResponse' });

		const { errorOutput } = await testbed.run(markdown(), [hello], continuing);

		expect(testbed.calls(command)).toHaveLength(1);
		expect(failureIn(errorOutput[0]!).mayHaveBeenSent).toBe(true);
	});

	it.each([
		[{ compatibleText: '={{ "" }}' }, hello, "'Compatible Text' is empty"],
		[
			{},
			{ id: botSession, chunks: Array(14).fill('x'.repeat(10_000)) as string[] },
			'The text is too long to be streamed: 140028 bytes of the 128 KB',
		],
	])('is not begun with %j', async (more, item, problem) => {
		const testbed = await open();

		const { errorOutput } = await testbed.run(markdown(more), [item], continuing);

		expect(failureIn(errorOutput[0]!).message).toContain(problem);
		expect(testbed.calls()).toEqual([]);
	});
});

describe('a group with a service account', () => {
	const command = 'desk_http_svc/create_group';
	const create = (more: INodeParameters = {}): INodeParameters => ({
		resource: 'session',
		operation: 'createGroup',
		serviceAccount: '@support',
		newGroupId: 'order-4711',
		name: 'Order 4711',
		members: 'alice, bob, alice',
		options: {},
		...more,
	});

	it('has the account, the first members and what describes it', async () => {
		const testbed = await open();
		const options = {
			applyJoinOption: 'DisableApply',
			faceUrl: 'https://example.com/g.png',
			introduction: 'About an order',
			maxMemberCount: 20,
			notification: 'We answer from 9 to 17',
			owner: 'alice',
		};

		const { output } = await testbed.run(create({ options }), [{}]);

		expect(output[0]?.json).toEqual({ GroupId: 'order-4711', Type: 'Public', Name: 'Order 4711' });
		expect(bodies(testbed, command)).toEqual([
			{
				GroupId: 'order-4711',
				Type: 'Public',
				Name: 'Order 4711',
				Owner_Account: 'alice',
				Introduction: 'About an order',
				Notification: 'We answer from 9 to 17',
				FaceUrl: 'https://example.com/g.png',
				ApplyJoinOption: 'DisableApply',
				MaxMemberCount: 20,
				MemberList: [
					{ Member_Account: '@support' },
					{ Member_Account: 'alice' },
					{ Member_Account: 'bob' },
				],
			},
		]);
	});

	it('is there for certain, although the response is lost', async () => {
		const testbed = await open();
		testbed.failNext(command, { kind: 'loseResponse' });

		const { output } = await testbed.run(create(), [{}]);

		expect(output[0]?.json).toMatchObject({ GroupId: 'order-4711', verified: true });
		expect(testbed.calls(command)).toHaveLength(1);
	});

	it('needs an agent who is online', async () => {
		const testbed = await open();
		for (const agent of testbed.simulator.world().agents.values()) agent.state = 'offline';

		const { errorOutput } = await testbed.run(create(), [{}], continuing);

		expect(failureIn(errorOutput[0]!)).toMatchObject({ ErrorCode: 141001 });
	});

	it.each([
		[{ newGroupId: '@TGS#1' }, "'Group ID' must not begin with @TGS#"],
		[{ members: '={{ "" }}' }, "'Members' is empty"],
		[{ groupType: 'AVChatRoom' }, "'Type' is not one of its choices"],
	])('is not asked for with %j', async (more, problem) => {
		const testbed = await open();

		const { errorOutput } = await testbed.run(create(more), [{}], continuing);

		expect(failureIn(errorOutput[0]!).message).toBe(problem);
		expect(testbed.calls()).toEqual([]);
	});
});
