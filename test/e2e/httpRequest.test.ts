import { createServer } from 'node:http';
import type { Server } from 'node:http';

import type { INodeParameters } from 'n8n-workflow';

import { listen } from '../harness/ports';
import { credentialType } from '../harness/project';
import { demoApp } from '../../simulator';
import { findSecrets } from '../harness/secrets';
import { Installation } from '../harness/editor/installation';
import { itemsOf, runOf } from '../harness/n8n/runRecord';
import { sideBySide } from '../harness/editor/workflows';

const accountCheck = (id: string, host: string, options: INodeParameters = {}) =>
	sideBySide(id, [
		{
			name: 'HTTP Request',
			type: 'n8n-nodes-base.httpRequest',
			typeVersion: 4.2,
			parameters: {
				method: 'POST',
				url: `${host}/v4/im_open_login_svc/account_check`,
				authentication: 'predefinedCredentialType',
				nodeCredentialType: credentialType,
				sendBody: true,
				specifyBody: 'json',
				jsonBody: '{ "CheckItem": [{ "UserID": "alice" }] }',
				options,
			},
		},
	]);

describe("the credential in n8n's own HTTP Request node", () => {
	let installation: Installation;
	let foreign: Server;
	let foreignUrl: string;
	let foreignRequests = 0;

	beforeAll(async () => {
		installation = await Installation.create();
		foreign = createServer((_request, response) => {
			foreignRequests += 1;
			response.end('{}');
		});
		foreignUrl = `http://127.0.0.1:${await listen(foreign)}`;
		await installation.importWorkflows(
			accountCheck('ownHost', installation.simulator.url),
			accountCheck('foreignHost', foreignUrl),
			accountCheck('throughProxy', installation.simulator.url, { proxy: foreignUrl }),
			accountCheck('unchecked', installation.simulator.url, { allowUnauthorizedCerts: true }),
		);
	});

	afterAll(async () => {
		foreign.close();
		await installation.remove();
	});

	it('signs calls to its own host', async () => {
		const { output } = await installation.execute('ownHost');
		expect(itemsOf(runOf(output), 'HTTP Request')[0]?.json).toMatchObject({ ErrorCode: 0 });
		expect(findSecrets(output, demoApp)).toEqual([]);
	});

	it('refuses any other host before anything is sent there', async () => {
		const { code, output } = await installation.execute('foreignHost');
		expect(code).not.toBe(0);
		expect(output).toContain('signs requests to its own');
		expect(foreignRequests).toBe(0);
		expect(findSecrets(output, demoApp)).toEqual([]);
	});

	it.each([
		['throughProxy', "'Proxy'"],
		['unchecked', "'Ignore SSL Issues'"],
	])('refuses a way that the workflow chooses (%s)', async (id, words) => {
		const { code, output } = await installation.execute(id);
		expect(code).not.toBe(0);
		expect(output).toContain(words);
		expect(foreignRequests).toBe(0);
		expect(findSecrets(output, demoApp)).toEqual([]);
	});
});
