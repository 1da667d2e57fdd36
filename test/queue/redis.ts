import { connect } from 'node:net';

import { freePort } from '../harness/n8n';
import type { ProcessGroup } from '../harness/processGroup';

const READY_WITHIN_MS = 20_000;

function answersPing(port: number): Promise<boolean> {
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
	stage: ProcessGroup,
	program: string,
	folder: string,
): Promise<number> {
	const port = await freePort();
	const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', stage.folder(folder)];
	const redis = stage.start('Redis', program, [...args, '--save', '', '--appendonly', 'no'], {});
	await stage.ready(redis, async () => await answersPing(port), READY_WITHIN_MS);
	return port;
}
