import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { ExecuteContext, ExecutionLifecycleHooks } from 'n8n-core';
import { createEmptyRunExecutionData, Workflow } from 'n8n-workflow';
import type { IHttpRequestOptions, INode, IRequestOptions } from 'n8n-workflow';

import { listen } from '../harness/ports';
import { additionalData, loadPackage } from '../harness/engine';
import { InMemoryCredentials } from '../harness/engine/credentials';
import { credentialType, packageName } from '../harness/project';
import { testbeds, credentialFor } from '../harness/engineTestbed';

const open = testbeds();
const path = '/v4/im_open_login_svc/account_check';
const body = { CheckItem: [{ UserID: 'u0' }] };

/** n8n's own helpers: that of nodes today, and the older one that its HTTP Request node uses. */
async function helpers(url: string) {
	const types = await loadPackage();
	const node: INode = {
		id: 'n',
		name: 'n',
		type: `${packageName}.tencentChatDesk`,
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		credentials: { [credentialType]: { id: '1', name: 'one' } },
	};
	const workflow = new Workflow({
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes: types,
	});
	const credentials = new InMemoryCredentials({ [credentialType]: credentialFor(url) }, (name) =>
		types.getCredential(name),
	);
	const hooks = new ExecutionLifecycleHooks('manual', '1', {
		id: 'w',
		name: 'w',
		active: false,
		activeVersionId: null,
		isArchived: false,
		nodes: [node],
		connections: {},
		createdAt: new Date(),
		updatedAt: new Date(),
	});
	const items = [{ json: {} }];
	const context = new ExecuteContext(
		workflow,
		node,
		additionalData(credentials, hooks, '1'),
		'manual',
		createEmptyRunExecutionData(),
		0,
		items,
		{ main: [items] },
		{ data: { main: [items] }, node, source: null },
		[],
	);
	const call = async <T>(request: () => Promise<T>) =>
		await request().catch((error: Error) => ({ refused: error.message }));
	return {
		today: async (more: Partial<IHttpRequestOptions>) =>
			await call(async () => {
				const options = {
					method: 'POST' as const,
					url: `${url}${path}`,
					body,
					json: true,
					...more,
				};
				return (await context.helpers.httpRequestWithAuthentication.call(
					context,
					credentialType,
					options,
				)) as object;
			}),
		older: async (more: Partial<IRequestOptions>) =>
			await call(async () => {
				const options = {
					method: 'POST' as const,
					uri: `${url}${path}`,
					body,
					json: true,
					...more,
				};
				return (await context.helpers.requestWithAuthentication.call(
					context,
					credentialType,
					options,
				)) as object;
			}),
	};
}

describe("the signature, with n8n's own HTTP helpers", () => {
	let proxy: Server;
	let passed: string[];

	beforeEach(async () => {
		passed = [];
		proxy = createServer((request, response) => {
			passed.push(request.url ?? '');
			response.end('{}');
		});
		await listen(proxy);
	});

	afterEach(async () => await new Promise((resolve) => proxy.close(resolve)));

	it('goes to the host of the credential', async () => {
		const { simulator } = await open();
		const { today, older } = await helpers(simulator.url);

		expect(await today({})).toMatchObject({ ErrorCode: 0 });
		expect(await older({ rejectUnauthorized: true })).toMatchObject({ ErrorCode: 0 });
	});

	it('does not go through a proxy that the workflow names', async () => {
		const { simulator } = await open();
		const { today, older } = await helpers(simulator.url);
		const { port } = proxy.address() as AddressInfo;

		const refused = { refused: expect.stringContaining("'Proxy'") };
		expect(await today({ proxy: { host: '127.0.0.1', port } })).toMatchObject(refused);
		expect(await older({ proxy: `http://127.0.0.1:${port}` })).toMatchObject(refused);
		expect(await older({ proxy: { host: '127.0.0.1', port } })).toMatchObject(refused);
		expect([passed, simulator.requests.length]).toEqual([[], 0]);
	});

	it('does not go anywhere without a check of the certificate', async () => {
		const { simulator } = await open();
		const { today, older } = await helpers(simulator.url);

		const refused = { refused: expect.stringContaining("'Ignore SSL Issues'") };
		expect(await today({ skipSslCertificateValidation: true })).toMatchObject(refused);
		expect(await today({ agentOptions: { rejectUnauthorized: false } })).toMatchObject(refused);
		expect(await older({ rejectUnauthorized: false })).toMatchObject(refused);
		expect(simulator.requests).toEqual([]);
	});
});
