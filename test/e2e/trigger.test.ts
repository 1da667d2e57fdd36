import type { INode, INodeParameters } from 'n8n-workflow';

import { demoCredential } from '../harness/demoCredential';
import type { RunningN8n } from '../harness/n8n';
import { credentialType, packageName } from '../harness/project';
import { callbackExamples, readExample, type WorkflowJson } from '../harness/workflow';
import { demoApp } from '../../simulator';
import {
	directMessage,
	okResponse,
	send,
	signed,
	type CallbackRequest,
} from '../support/callbacks';
import { until } from '../harness/eventually';
import { randomBodies } from '../support/randomBodies';
import { findSecrets } from '../harness/secrets';
import { databaseRows } from '../harness/editor/database';
import { Installation } from '../harness/editor/installation';
import { EditorSession } from '../harness/editor/session';
import { listening } from '../harness/n8n';

const token = 'Callback&Token=42/for+tests';
const after = 'C2C.CallbackAfterSendMsg';
const before = 'C2C.CallbackBeforeSendMsg';

const triggerName = 'Trigger';

function node(
	name: string,
	type: string,
	parameters: INodeParameters,
	more: Partial<INode> = {},
): INode {
	const own = type.startsWith('tencent');
	return {
		id: name,
		name,
		type: own ? `${packageName}.${type}` : `n8n-nodes-base.${type}`,
		typeVersion: 1,
		position: [0, 0],
		parameters,
		...(own && { credentials: { [credentialType]: { ...demoCredential } } }),
		...more,
	};
}

/** A trigger, and nodes behind it one after another. */
function chain(name: string, trigger: INodeParameters, ...rest: INode[]): WorkflowJson {
	const first = node(triggerName, 'tencentChatDeskTrigger', trigger, { webhookId: `hook-${name}` });
	const nodes = [first, ...rest];
	return {
		name,
		nodes,
		connections: Object.fromEntries(
			rest.map((next, index) => [
				nodes[index]!.name,
				{ main: [[{ node: next.name, type: 'main', index: 0 }]] },
			]),
		),
	};
}

/** Answers every message with a message to its sender. */
const echo = chain(
	'echo',
	{ events: [after] },
	node('Reply', 'tencentChatDesk', {
		resource: 'directMessage',
		operation: 'send',
		toAccount: '={{ $json.senderId }}',
		messageType: 'text',
		text: '=You said: {{ $json.text }}',
		options: { fromAccount: '={{ $json.recipientId }}' },
	}),
);

/** Decides by what a message says: "slow 3 ..." waits so many seconds first. */
const decide = chain(
	'decide',
	{
		events: [before, after],
		responseMode: 'responseNode',
		beforeAnswer: 'reject',
		rejectCode: 120009,
		rejectText: 'nobody decided',
	},
	node(
		'Wait',
		'wait',
		{ amount: '={{ Number($json.text.match(/slow (\\d+)/)?.[1] ?? 0) }}', unit: 'seconds' },
		{ typeVersion: 1.1, webhookId: 'wait-decide' },
	),
	node(
		'Only some',
		'filter',
		{
			conditions: {
				options: { caseSensitive: true, leftValue: '', typeValidation: 'loose', version: 2 },
				conditions: [
					{
						id: 'a',
						leftValue: '={{ $json.text }}',
						rightValue: 'silent',
						operator: { type: 'string', operation: 'notContains' },
					},
				],
				combinator: 'and',
			},
		},
		{ typeVersion: 2.2 },
	),
	node('Answer', 'tencentChatDesk', {
		resource: 'callback',
		operation: 'answer',
		decision:
			"={{ $json.text.includes('rude') ? 'reject' : $json.text.includes('vanish') ? 'drop' : $json.text.includes('secret') ? 'replaceText' : 'allow' }}",
		rejectCode: "={{ $json.text.includes('broken') ? 7 : 120001 }}",
		rejectText: 'Be polite',
		text: "={{ $json.text.replaceAll('secret', '***') }}",
		options: {},
	}),
);

describe('the trigger in a real n8n', () => {
	let installation: Installation;
	let n8n: RunningN8n;
	let server: EditorSession;
	const ids: Record<string, string> = {};

	const urlOf = (name: string) => `${n8n.url}/webhook/hook-${name}/callback`;
	const query = (command = after, more: Record<string, string | undefined> = {}) => ({
		SdkAppid: String(demoApp.sdkAppId),
		CallbackCommand: command,
		contenttype: 'json',
		ClientIP: '127.0.0.1',
		OptPlatform: 'iOS',
		...signed(token),
		...more,
	});

	beforeAll(async () => {
		installation = await Installation.create({ callbackToken: token });
		await installation.importWorkflows(...callbackExamples.map(readExample));
		n8n = await installation.start();
		server = await EditorSession.open(n8n);
		for (const workflow of [echo, decide]) {
			const id = await server.create(workflow);
			await server.activate(id);
			ids[workflow.name ?? ''] = id;
			await listening(urlOf(workflow.name ?? ''));
		}
	}, 300_000);

	afterAll(async () => {
		await n8n?.stop();
		await installation?.remove();
	});

	const shown = () =>
		installation.simulator
			.conversations()
			.flatMap(({ entries }) => entries.map(({ text }) => text));

	describe('a conversation', () => {
		it('goes both ways: the workflow answers a customer once, and not itself', async () => {
			const { simulator } = installation;
			Object.assign(simulator.callbacks.settings(), {
				url: urlOf('echo'),
				token: token,
				commands: [after],
			});
			const before = (await server.executions(ids.echo!)).length;

			await simulator.customer.write({ from: 'alice', to: 'bob', text: 'hello' });
			await until('The answer', () => shown().includes('You said: hello'));
			await simulator.callbacks.settled();

			expect(shown()).toEqual(['hello', 'You said: hello']);
			// Both messages were told of: the customer's and the workflow's own.
			expect(simulator.callbacks.sent.map(({ platform, result }) => [platform, result])).toEqual([
				[expect.not.stringMatching('RESTAPI'), 'answered'],
				['RESTAPI', 'answered'],
			]);
			expect(await server.ended(ids.echo!, before + 1)).toHaveLength(before + 1);
			simulator.callbacks.settings().url = null;
		});
	});

	describe('a decision', () => {
		const ask = async (text: string, key: string) =>
			await send(urlOf('decide'), {
				query: query(before),
				body: directMessage(key, text, { CallbackCommand: before }),
			});

		it('of the workflow is the answer', async () => {
			expect((await ask('fine', 'd1')).json).toEqual(okResponse);
			expect((await ask('rude', 'd2')).json).toEqual({
				ActionStatus: 'OK',
				ErrorCode: 120001,
				ErrorInfo: 'Be polite',
			});
			expect((await ask('vanish', 'd3')).json).toEqual({ ...okResponse, ErrorCode: 2 });
			expect((await ask('my secret', 'd4')).json).toEqual({
				...okResponse,
				MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: 'my ***' } }],
			});
		});

		const nobody = { ActionStatus: 'OK', ErrorCode: 120009, ErrorInfo: 'nobody decided' };

		it('that is missing is made by the trigger when the workflow ends', async () => {
			const { json, status } = await ask('silent', 'd5');

			expect({ status, json }).toEqual({ status: 200, json: nobody });
		});

		it('of a workflow that fails is made by the trigger', async () => {
			const { json, status } = await ask('rude broken', 'd6');

			expect({ status, json }).toEqual({ status: 200, json: nobody });
			const [last] = await server.ended(ids.decide!, 1);
			expect(last?.status).toBe('error');
		});

		it('that comes late does no harm, and the trigger has answered in time', async () => {
			const logged = installation.log().length;
			const count = (await server.executions(ids.decide!)).length;

			const { json, status, took } = await ask('slow 3 fine', 'd7');

			expect({ status, json }).toEqual({ status: 200, json: nobody });
			expect(took).toBeGreaterThan(1_700);
			const [last] = await server.ended(ids.decide!, count + 1);
			expect(last?.status).toBe('success');
			expect(await server.record(last!.id)).toContain('The time was over');
			const lines = installation.log().slice(logged).split('\n');
			expect(lines.filter((line) => line.includes('"level":"error"'))).toEqual([]);
			// n8n still answers.
			expect((await ask('fine', 'd8')).json).toEqual(okResponse);
		});

		it('is not waited for when an event only informs', async () => {
			const ended: string[] = [];
			const waitedFor = ask('slow 3 fine', 'd9').then(() => ended.push('asks'));
			const { json } = await send(urlOf('decide'), {
				query: query(after),
				body: directMessage('d10', 'slow 3 fine'),
			});
			ended.push('informs');
			await waitedFor;

			expect(json).toEqual(okResponse);
			expect(ended).toEqual(['informs', 'asks']);
		});
	});

	describe('the example that dispatches', () => {
		it('passes each event on to the workflow that is for it', async () => {
			const { simulator } = installation;
			simulator.reset();
			// The called ones come first: n8n runs what is active.
			for (const name of callbackExamples) {
				await server.activate(readExample(name).id ?? '');
			}
			const url = `${n8n.url}/webhook/tencent-callbacks/callback`;
			await listening(url);
			Object.assign(simulator.callbacks.settings(), { url, token: token });

			await simulator.customer.write({ from: 'alice', to: 'bob', text: 'where is it' });
			await simulator.customer.write({ from: 'carol', serviceAccount: '@support', text: 'hi' });

			const thanks = 'Thank you for your message. We look into it: where is it';
			const greeting = 'Hello! Somebody of our team will be with you in a moment.';
			await until('Both answers', () => [thanks, greeting].every((text) => shown().includes(text)));
			await simulator.callbacks.settled();
			await server.deactivate(readExample('callback-dispatcher').id ?? '');
			expect(shown().filter((text) => text === thanks || text === greeting)).toHaveLength(2);
			simulator.callbacks.settings().url = null;
		}, 120_000);
	});

	describe('what is seen by people when a workflow decides', () => {
		it('is the rejection, the other text, or the default when nobody decides in time', async () => {
			const { simulator } = installation;
			simulator.reset();
			Object.assign(simulator.callbacks.settings(), {
				url: urlOf('decide'),
				token: token,
				commands: [before],
				// A busy machine takes its time before n8n hands the call to the trigger.
				timeoutMs: 5000,
			});

			const say = async (text: string) =>
				await simulator.customer.write({ from: 'alice', to: 'bob', text });

			expect(await say('rude')).toMatchObject({ ErrorCode: 120001, ErrorInfo: 'Be polite' });
			expect(await say('my secret')).toMatchObject({ ErrorCode: 0 });
			expect(await say('slow 3')).toMatchObject({ ErrorCode: 120009 });
			expect(shown()).toEqual(['my ***']);
			simulator.callbacks.settings().url = null;
		}, 60_000);
	});

	describe('the same callback', () => {
		it('starts the workflow once, however often it comes', async () => {
			const before = (await server.ended(ids.echo!, 1)).length;
			const body = directMessage('same', 'only once');

			const replies = [];
			for (let copy = 0; copy < 10; copy += 1) {
				replies.push(await send(urlOf('echo'), { query: query(), body }));
			}

			expect(replies.map(({ status, json }) => [status, json])).toEqual(
				Array.from({ length: 10 }, () => [200, okResponse]),
			);
			expect(await server.ended(ids.echo!, before + 1)).toHaveLength(before + 1);
		});
	});

	describe('a call that is not a callback of this app', () => {
		const body = directMessage('refused', 'let me in');
		const stale = (seconds: number) => signed(token, Math.floor(Date.now() / 1000) + seconds);
		const changed = () => {
			const { Sign, RequestTime } = signed(token);
			return { Sign: `${Sign.startsWith('0') ? '1' : '0'}${Sign.slice(1)}`, RequestTime };
		};
		const refused: Array<[string, () => CallbackRequest, number[]]> = [
			['one changed character', () => ({ query: query(after, changed()), body }), [401]],
			['a time that is over', () => ({ query: query(after, stale(-120)), body }), [401]],
			['a time to come', () => ({ query: query(after, stale(120)), body }), [401]],
			['no Sign', () => ({ query: query(after, { Sign: undefined }), body }), [401]],
			[
				'another SDKAppID',
				() => ({ query: query(after, { SdkAppid: '1400000002' }), body }),
				[403],
			],
			[
				'no command, neither in the query nor in the body',
				() => ({
					query: query(after, { CallbackCommand: undefined }),
					body: { ...body, CallbackCommand: undefined },
				}),
				[400],
			],
			// n8n itself answers for methods that the trigger does not take.
			['a GET', () => ({ method: 'GET', query: query() }), [404]],
			['a PUT', () => ({ method: 'PUT', query: query(), body }), [404]],
			['a list', () => ({ query: query(), body: [body] }), [400]],
			[
				'a text of 2 MB',
				() => ({ query: query(), body: JSON.stringify({ a: 'x'.repeat(2 ** 21) }) }),
				[413],
			],
			['no body', () => ({ query: query(), body: '' }), [400]],
			// n8n parses JSON before the trigger sees it.
			['half a body', () => ({ query: query(), body: '{"CallbackCommand":' }), [400, 422]],
		];

		it.each(refused)('is refused and starts nothing: %s', async (_what, request, statuses) => {
			const before = (await server.executions(ids.echo!)).length;

			const { status, text } = await send(urlOf('echo'), request());

			expect(statuses).toContain(status);
			expect(findSecrets(text, { secretKey: demoApp.secretKey, callbackToken: token })).toEqual([]);
			expect(await server.executions(ids.echo!)).toHaveLength(before);
		});

		it('is refused and starts nothing: 500 random bodies', async () => {
			const before = (await server.executions(ids.echo!)).length;
			const types = ['application/json', 'application/octet-stream'];
			const statuses = new Set<number>();
			for (const [index, body] of randomBodies(500).entries()) {
				const headers = { 'Content-Type': types[index % 2]! };
				const { status } = await send(urlOf('echo'), { query: query(), body, headers });
				statuses.add(status);
			}

			expect([...statuses].sort()).toEqual([400, 422]);
			expect(await server.executions(ids.echo!)).toHaveLength(before);
		}, 420_000);
	});

	it('leaves neither the token nor the key in what n8n prints or keeps', () => {
		const secrets = { secretKey: demoApp.secretKey, callbackToken: token };
		expect(findSecrets(`${installation.log()} ${token}`, secrets)).not.toEqual([]);
		expect(findSecrets(installation.log(), secrets)).toEqual([]);
		expect(findSecrets(databaseRows(installation.userFolder), secrets)).toEqual([]);
	});
});
