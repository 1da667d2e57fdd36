import type { FastifyReply } from 'fastify';
import type { Changes } from '../changes';

/** At most ten events a second, however much happens. */
const atMostEveryMs = 100;
const keepAliveMs = 15_000;

const headers = {
	'content-type': 'text/event-stream; charset=utf-8',
	'cache-control': 'no-store',
	'x-content-type-options': 'nosniff',
};

/**
 * Streams server-sent events: `change` with {"revision": <number>} at the start and whenever
 * something changed since, and a comment now and then so that nothing between takes the
 * connection for dead. Ends when either side closes the connection.
 */
export function streamChanges(reply: FastifyReply, changes: Changes): void {
	reply.hijack();
	const { raw } = reply;
	raw.writeHead(200, headers);
	const tell = () => {
		raw.write(`event: change\ndata: ${JSON.stringify({ revision: changes.revision })}\n\n`);
	};
	tell();

	let waiting: NodeJS.Timeout | undefined;
	let changedMeanwhile = false;
	const afterWaiting = () => {
		waiting = undefined;
		if (!changedMeanwhile) return;
		changedMeanwhile = false;
		tell();
		waiting = setTimeout(afterWaiting, atMostEveryMs);
	};
	const stopListening = changes.listen(() => {
		if (waiting) {
			changedMeanwhile = true;
			return;
		}
		tell();
		waiting = setTimeout(afterWaiting, atMostEveryMs);
	});
	const keepAlive = setInterval(() => raw.write(': still here\n\n'), keepAliveMs);
	raw.on('close', () => {
		stopListening();
		clearTimeout(waiting);
		clearInterval(keepAlive);
	});
}
