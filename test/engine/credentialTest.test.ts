import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { loadPackage } from '../../scripts/engine';
import { InMemoryCredentials } from '../../scripts/engine/credentials';
import { CREDENTIAL_TYPE } from '../../scripts/project';
import { ExecuteContext, RoutingNode } from 'n8n-core';
import { createEmptyRunExecutionData, Workflow } from 'n8n-workflow';
import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	INode,
	INodeType,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

import { findSecrets } from '../support/secrets';
import { APP, benches, credentialFor, textsIn, type Bench } from './support';

const open = benches();

/** n8n's own verdict, from "Connection successful!" to the message in red. */
interface Verdict {
	status: 'OK' | 'Error';
	message: string;
}

/** A node with nothing but the credential's test request, as n8n makes one for each test. */
function testingNode(test: ICredentialTestRequest): INodeType {
	return {
		description: {
			displayName: 'Temp',
			name: 'n8n-nodes-base.noOp',
			group: [],
			version: 1,
			description: '',
			defaults: {},
			inputs: ['main'],
			outputs: ['main'],
			credentials: [{ name: CREDENTIAL_TYPE, required: true }],
			properties: [
				{
					displayName: 'Temp',
					name: 'temp',
					type: 'string',
					routing: { request: test.request },
					default: '',
				},
			],
		},
	};
}

/**
 * The steps of n8n's CredentialsTester for a declarative test: a node that makes the request, then
 * the rules in their order. Errors end up in the dialog with their message.
 */
async function pressTest(data: ICredentialDataDecryptedObject): Promise<Verdict> {
	const types = await loadPackage();
	const test = types.getCredential(CREDENTIAL_TYPE).test as ICredentialTestRequest;
	const nodeType = testingNode(test);
	const node: INode = {
		id: 'temp',
		name: 'Temp-Node',
		type: nodeType.description.name,
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		credentials: { [CREDENTIAL_TYPE]: { id: '1', name: 'Account' } },
	};
	const workflow = new Workflow({
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes: {
			getByName: () => nodeType,
			getByNameAndVersion: () => nodeType,
			getKnownTypes: () => ({}),
		},
	});
	const credentialsHelper = new InMemoryCredentials({ [CREDENTIAL_TYPE]: data }, (name) =>
		types.getCredential(name),
	);
	const context = new ExecuteContext(
		workflow,
		node,
		{ credentialsHelper, variables: {} } as unknown as IWorkflowExecuteAdditionalData,
		'internal',
		createEmptyRunExecutionData(),
		0,
		[],
		{ main: [[{ json: {} }]] },
		{ node, data: {}, source: null },
		[],
	);
	const routing = new RoutingNode(context, nodeType, {
		id: '1',
		name: 'Account',
		type: CREDENTIAL_TYPE,
		data,
	});
	let answer: Record<string, unknown> | undefined;
	try {
		answer = (await routing.runNode())?.[0]?.[0]?.json;
	} catch (error) {
		expect(findSecrets(messagesOf(error), { secretKey: APP.secretKey })).toEqual([]);
		return verdictOf(error);
	}
	expect(findSecrets(textsIn(answer), { secretKey: APP.secretKey })).toEqual([]);
	for (const rule of test.rules ?? []) {
		if (rule.type !== 'responseSuccessBody') continue;
		const { key, value, message } = rule.properties;
		if (answer?.[key] === value) return { status: 'Error', message };
	}
	return { status: 'OK', message: 'Connection successful!' };
}

interface RequestError extends Error {
	cause?: { code?: string; response?: { status: number; statusText?: string } };
	description?: string;
}

const messagesOf = (error: unknown) => {
	const { message, description } = error as RequestError;
	return `${message}\n${description ?? ''}`;
};

function verdictOf(error: unknown): Verdict {
	const { message, cause } = error as RequestError;
	if (cause?.response) {
		const { status, statusText } = cause.response;
		return { status: 'Error', message: statusText || `Received HTTP status code: ${status}` };
	}
	return { status: 'Error', message: cause?.code ?? message };
}

const test = async (bench: Bench, changes: Record<string, string | number> = {}) =>
	await pressTest(credentialFor(bench.simulator.url, changes));

/** Each mistake, and words of its own message. */
const mistakes: Array<[string, Record<string, string | number>, number, RegExp]> = [
	['a wrong key', { secretKey: 'f'.repeat(64) }, 70009, /'Secret Key' does not belong/],
	['an unknown app', { sdkAppId: 1400009999 }, 70020, /does not know the 'SDKAppID'/],
	['an account that is no admin', { identifier: 'alice' }, 60010, /is not an administrator/],
];

describe("the credential form's test", () => {
	it('passes for a good credential, with one call that changes nothing', async () => {
		const bench = await open();

		expect(await test(bench)).toEqual({ status: 'OK', message: 'Connection successful!' });

		expect(bench.calls().map(({ path, body }) => [path, body])).toEqual([
			['im_open_login_svc/account_check', { CheckItem: [{ UserID: 'administrator' }] }],
		]);
		expect(bench.shown()).toEqual([]);
	});

	it.each(mistakes)('tells %s', async (_mistake, changes, code, says) => {
		const bench = await open();

		const verdict = await test(bench, changes);

		expect(bench.calls().map(({ errorCode }) => errorCode)).toEqual([code]);
		expect(verdict.status).toBe('Error');
		expect(verdict.message).toMatch(says);
	});

	it.each([
		['an app of another region', 60026, /another region/],
		['an app without a key in this region', 70016, /No key for this 'SDKAppID'/],
		['a clock that is wrong', 70001, /Set the clock/],
		['a locked sign-in', 70050, /wait at least one minute/],
		['a disabled app', 60016, /The application is disabled/],
		['a bill that is unpaid', 60020, /bill/],
		['too many requests', 60007, /asked too often/],
		['an error inside Tencent', 60008, /says nothing about the credential/],
	])('tells %s', async (_mistake, code, says) => {
		const bench = await open();
		bench.failNext('im_open_login_svc/account_check', { kind: 'errorCode', code });

		const verdict = await test(bench);

		expect(verdict.status).toBe('Error');
		expect(verdict.message).toMatch(says);
	});

	it('tells a code that it does not know from a success', async () => {
		const bench = await open();
		bench.failNext('im_open_login_svc/account_check', { kind: 'errorCode', code: 987654 });

		expect((await test(bench)).status).toBe('Error');
	});

	it('gives each common mistake words of its own', async () => {
		const bench = await open();
		const messages: string[] = [];
		for (const [, changes] of mistakes) messages.push((await test(bench, changes)).message);
		for (const code of [60026, 70001]) {
			bench.failNext('im_open_login_svc/account_check', { kind: 'errorCode', code });
			messages.push((await test(bench)).message);
		}

		expect(new Set(messages).size).toBe(5);
	});

	it('really sends a signature that an honest clock finds expired when the clock is behind', async () => {
		const bench = await open();
		const now = Date.now();
		const clock = jest.spyOn(Date, 'now').mockReturnValue(now - 3 * 86_400_000);
		bench.simulator.app.server.on('request', () => clock.mockReturnValue(now));

		const verdict = await test(bench, { signatureLifetime: 86_401 });
		clock.mockRestore();

		expect(bench.calls().map(({ errorCode }) => errorCode)).toEqual([70001]);
		expect(verdict.message).toMatch(/Set the clock/);
	});

	it('finds an identifier of digits to be a text for Tencent', async () => {
		const bench = await open();

		const verdict = await test(bench, { identifier: '12345' });

		expect(bench.calls().map(({ body }) => body)).toEqual([{ CheckItem: [{ UserID: '12345' }] }]);
		expect(verdict.message).toMatch(/is not an administrator/);
	});
});

describe('bad input in the credential form', () => {
	it.each([
		['an SDKAppID of 0', { sdkAppId: 0 }, /^'SDKAppID' is not a positive whole number/],
		['a negative SDKAppID', { sdkAppId: -1 }, /^'SDKAppID' is not a positive whole number/],
		['half an SDKAppID', { sdkAppId: 1.5 }, /^'SDKAppID' is not a positive whole number/],
		['an SDKAppID in words', { sdkAppId: 'abc' }, /^'SDKAppID' is not a positive whole number/],
		['no identifier', { identifier: '' }, /^'Identifier' is empty/],
		['a long identifier', { identifier: 'x'.repeat(33) }, /^'Identifier' is longer/],
		['no key', { secretKey: '' }, /^'Secret Key' is empty/],
		['a blank key', { secretKey: '  ' }, /^'Secret Key' is empty/],
		[
			'a private key',
			{ secretKey: '-----BEGIN PRIVATE KEY-----' },
			/^'Secret Key' holds a private/,
		],
		['no host', { customHost: '' }, /^'Custom Host' is empty/],
		['a host with a path', { customHost: 'https://example.com/v4' }, /^'Custom Host' has a path/],
		['plain http', { customHost: 'http://example.com' }, /^'Custom Host' uses http/],
		['a user in the host', { customHost: 'https://me@example.com' }, /^'Custom Host' holds a user/],
		['a lifetime of nothing', { signatureLifetime: 1 }, /^'Signature Lifetime' is not/],
		['a region that does not exist', { region: 'moon' }, /^'Region' is not/],
	])('(%s) is told before anything is sent', async (_input, changes, says) => {
		const bench = await open();

		const verdict = await test(bench, changes as Record<string, string | number>);

		expect(verdict).toEqual({ status: 'Error', message: expect.stringMatching(says) });
		expect(bench.simulator.stats().connections.total).toBe(0);
	});
});

describe('a host that is not Tencent', () => {
	let host: Server;
	let answer: string;

	beforeEach(async () => {
		host = createServer((_request, response) => {
			response.writeHead(200, { 'content-type': 'application/json' }).end(answer);
		});
		await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
	});

	afterEach(async () => {
		await new Promise((resolve) => host.close(resolve));
	});

	it.each([
		['another JSON', '{"ok":true}'],
		['a page', '<html>Log in</html>'],
		['a list', '[]'],
		['nothing', ''],
	])('is told when it answers %s with HTTP 200', async (_what, text) => {
		answer = text;
		const { port } = host.address() as AddressInfo;

		const verdict = await pressTest(credentialFor(`http://127.0.0.1:${port}`));

		expect(verdict.status).toBe('Error');
		expect(verdict.message).toMatch(/not the way Tencent does/);
	});
});
