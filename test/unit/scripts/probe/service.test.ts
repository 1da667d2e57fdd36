import { createServer, type RequestListener, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

import { readAccount } from '../../../../credentials/account';
import { openCallbacks } from '../../../../scripts/probe/publicCallbacks';
import { clientOf, NoAnswer } from '../../../../scripts/probe/service/client';
import { demoCredentialData } from '../../../harness/demoCredential';
import { freePort } from '../../../harness/ports';

const servers: Server[] = [];
afterEach(() => {
	for (const server of servers.splice(0)) {
		server.closeAllConnections();
		server.close();
	}
});

async function serving(listener: RequestListener): Promise<string> {
	const server = createServer(listener);
	servers.push(server);
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const clientAt = (url: string) => clientOf(readAccount(demoCredentialData(url)));

describe('a call of the probe', () => {
	it('gives the response as it is, a refusal too', async () => {
		const refusal = { ActionStatus: 'FAIL', ErrorCode: 90012, ErrorInfo: 'x', More: [null] };
		const url = await serving((_request, response) => response.end(JSON.stringify(refusal)));
		expect(await clientAt(url)('openim/sendmsg', {})).toEqual(refusal);
	});

	it('is signed, and takes its signature to no other place', async () => {
		const seen: string[] = [];
		const other = await serving((request, response) => {
			seen.push(request.url ?? '');
			response.end('{"ErrorCode": 0}');
		});
		const url = await serving((request, response) => {
			seen.push(request.url ?? '');
			response.writeHead(302, { location: `${other}/elsewhere` }).end();
		});
		await expect(clientAt(url)('openim/sendmsg', {})).rejects.toThrow(
			new NoAnswer('HTTP 302 without a JSON envelope'),
		);
		expect(seen).toEqual([
			expect.stringMatching(/^\/v4\/openim\/sendmsg\?sdkappid=1400000001&.*usersig=eJ/),
		]);
	});

	it.each(['<html>', '[]', '{"ErrorCode": "0"}', '{}'])('has no answer in %s', async (text) => {
		const url = await serving((_request, response) => response.writeHead(502).end(text));
		await expect(clientAt(url)('openim/sendmsg', {})).rejects.toThrow(
			new NoAnswer('HTTP 502 without a JSON envelope'),
		);
	});

	it('tells of a failed connection nothing but its code', async () => {
		const url = await serving((request) => request.socket.resetAndDestroy());
		const error = (await clientAt(url)('openim/sendmsg', {}).catch(
			(caught: Error) => caught,
		)) as Error;
		expect(error).toBeInstanceOf(NoAnswer);
		expect(error.message).toMatch(/^[A-Z_]+$/);
	});
});

describe('the address for callbacks', () => {
	it('is listened at when it leads here', async () => {
		const callbackPort = await freePort();
		const callbackUrl = `http://127.0.0.1:${callbackPort}/desk?from=console`;
		const callbacks = await openCallbacks({ callbackUrl, callbackPort }, undefined);
		expect(callbacks?.port).toBe(callbackPort);
		await callbacks?.close();
	});

	it('is refused when it leads elsewhere', async () => {
		const callbackUrl = await serving((_request, response) => response.end('{}'));
		const callbackPort = await freePort();
		await expect(openCallbacks({ callbackUrl, callbackPort }, undefined)).rejects.toThrow(
			`does not lead to port ${callbackPort} of this machine`,
		);
	});
});
