import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { listen } from '../harness/ports';
import { runNode } from '../harness/engine';
import { credentialType } from '../harness/project';
import { credentialFor, failureIn, pairs } from '../harness/engineTestbed';

describe('a response that its documentation does not allow', () => {
	let server: Server;
	let responses: IDataObject[];
	let calls: number;

	beforeEach(async () => {
		calls = 0;
		server = createServer((request, response) => {
			request.resume().on('end', () => {
				const body = responses[Math.min(calls, responses.length - 1)];
				calls += 1;
				response.setHeader('Content-Type', 'application/json');
				response.end(JSON.stringify({ ActionStatus: 'OK', ErrorCode: 0, ...body }));
			});
		});
		await listen(server);
	});
	afterEach(() => {
		server.closeAllConnections();
		server.close();
	});

	const run = async (parameters: INodeParameters, items = 1) => {
		const { port } = server.address() as AddressInfo;
		return await runNode(
			{ parameters, onError: 'continueErrorOutput' },
			Array.from({ length: items }, () => ({ json: {} })),
			{ credentials: { [credentialType]: credentialFor(`http://127.0.0.1:${port}`) } },
		);
	};

	it('fails its own item, and the other items go out', async () => {
		// Nothing can make a text of this.
		responses = [{ Response: { Admin_Account: [{ toString: null }] } }, { Response: {} }];

		const { output, errorOutput } = await run(
			{ resource: 'liveRoom', operation: 'getAdmins', roomId: 'r', options: { maxRetries: 0 } },
			2,
		);

		expect(pairs(errorOutput)).toEqual([0]);
		expect(failureIn(errorOutput[0]!).message).toContain('something else than its documentation');
		expect(output).toEqual([]);
		expect(calls).toBe(2);
	});

	it('that names the same page over and over does not keep the list going', async () => {
		responses = [
			{
				Complete: 0,
				LastMsgTime: 1_700_000_000,
				LastMsgKey: 'k',
				MsgList: [{ From_Account: 'a', To_Account: 'b', MsgKey: 'k', MsgBody: [] }],
			},
		];

		const { errorOutput } = await run({
			resource: 'directMessage',
			operation: 'getMany',
			operatorAccount: 'a',
			peerAccount: 'b',
			returnAll: true,
			options: {},
		});

		expect(failureIn(errorOutput[0]!).message).toContain('The list does not end');
		expect(calls).toBeLessThan(5);
	});
});
