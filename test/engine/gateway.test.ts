import { createServer, type Server } from 'node:http';
import { createServer as createSocketServer } from 'node:net';

import { listen } from '../harness/ports';
import {
	testbeds,
	contact,
	direct,
	failureIn,
	message,
	onErrorBranch,
} from '../harness/engineTestbed';

const open = testbeds();

const listening: Array<{ close(): unknown }> = [];
afterEach(() => listening.splice(0).forEach((server) => server.close()));

async function portOf(server: Server | ReturnType<typeof createSocketServer>): Promise<number> {
	listening.push(server);
	return await listen(server);
}

const good = JSON.stringify({ ActionStatus: 'OK', ErrorCode: 0, MsgKey: '1_2_3', MsgTime: 1 });

describe('a gateway that says when to come back', () => {
	it.each([429, 503])('is not asked again before that (HTTP %i), by no item', async (status) => {
		const testbed = await open();
		const arrivals: number[] = [];
		let refusedUntil = 0;
		const port = await portOf(
			createServer((request, response) => {
				const now = performance.now();
				arrivals.push(now);
				refusedUntil ||= now + 1_000;
				request.resume().on('end', () => {
					const isRefused = now < refusedUntil;
					response.writeHead(isRefused ? status : 200, isRefused ? { 'Retry-After': '1' } : {});
					response.end(isRefused ? 'too many' : good);
				});
			}),
		);

		const { output } = await testbed.run(
			direct({ requestsPerSecond: 200 }),
			['u0', 'u1', 'u2', 'u3', 'u4'].map((to) => message(to, 'Hello')),
			{ ...onErrorBranch, credential: { customHost: `http://127.0.0.1:${port}` } },
		);

		expect(output).toHaveLength(5);
		const first = arrivals[0]!;
		const early = arrivals.filter((at) => at < first + 1_000);
		// What was under way with the first one; nothing after it was refused.
		expect(early.length).toBeLessThanOrEqual(3);
	});
});

describe('a connection that fails before anything was sent', () => {
	const hosts: Array<[string, Parameters<typeof createSocketServer>[1]]> = [
		['no encryption', (socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')],
		['a reset in the greeting', (socket) => socket.once('data', () => socket.destroy())],
	];

	it.each(hosts)('(%s) leaves nothing in doubt', async (_what, meet) => {
		const testbed = await open();
		const port = await portOf(createSocketServer({}, meet));

		const { errorOutput } = await testbed.run(contact({ maxRetries: 0 }), [message('u0', '')], {
			...onErrorBranch,
			credential: { customHost: `https://127.0.0.1:${port}` },
		});

		expect(failureIn(errorOutput[0]!)).toMatchObject({ mayHaveBeenSent: false });
	});
});
