import { connect } from 'node:net';

import { freePort } from '../harness/n8n';
import { answering } from '../harness/processes';
import type { ProcessGroup } from '../harness/processGroup';

const readyWithinSeconds = 20;

function respondsToPing(port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
		socket.once('data', (data) => {
			socket.destroy();
			resolve(data.toString().startsWith('+PONG'));
		});
		socket.once('error', () => resolve(false));
	});
}

/** Starts a Redis that keeps everything in memory, and resolves with its port. */
export async function startRedis(
	group: ProcessGroup,
	program: string,
	folder: string,
): Promise<number> {
	const port = await freePort();
	const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', group.folder(folder)];
	const redis = group.start(program, [...args, '--save', '', '--appendonly', 'no']);
	await answering(redis, 'Redis', async () => await respondsToPing(port), readyWithinSeconds);
	return port;
}
