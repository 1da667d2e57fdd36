import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import type { FastifyReply } from 'fastify';
import type { Fault } from '../faults';

const dripEveryMs = 50;
const hugeBytes = 500 * 1024 * 1024;
const chunk = Buffer.alloc(64 * 1024, ' ');
/** gzip allows members one after another, so one member repeated makes the whole bomb. */
const bombMemberBytes = 16 * 1024 * 1024;
const bombMembers = 32;
const jsonType = 'application/json; charset=utf-8';

const badGateway = '<html><head><title>502 Bad Gateway</title></head><body>502</body></html>';

/**
 * Spoils the response to a request. Returns false for the faults that leave the response as it is
 * (waits, error codes and failed parts), which the caller then sends.
 */
export function spoilResponse(fault: Fault, reply: FastifyReply, body: string): boolean {
	switch (fault.kind) {
		case 'reset':
			reply.hijack();
			reply.raw.socket?.resetAndDestroy();
			return true;
		case 'loseResponse':
			reply.hijack();
			reply.raw.socket?.destroy();
			return true;
		case 'hang':
			reply.hijack();
			return true;
		case 'status502':
			void reply.code(502).type('text/html').send(badGateway);
			return true;
		case 'garbage':
			void reply.type(jsonType).send('OK, but this is no JSON');
			return true;
		case 'truncated':
			void reply.type(jsonType).send(body.slice(0, Math.floor(body.length / 2)));
			return true;
		case 'redirect':
			void reply.redirect(fault.to, 302);
			return true;
		case 'drip':
			drip(reply);
			return true;
		case 'huge':
			void reply.type(jsonType).send(Readable.from(hugeBody()));
			return true;
		case 'gzipBomb':
			void reply.type(jsonType).header('content-encoding', 'gzip').send(Readable.from(bombBody()));
			return true;
		case 'slow':
		case 'delay':
		case 'errorCode':
		case 'part':
			return false;
	}
}

function drip(reply: FastifyReply): void {
	reply.hijack();
	reply.raw.writeHead(200, { 'content-type': jsonType });
	reply.raw.write('{');
	const timer = setInterval(() => reply.raw.write(' '), dripEveryMs);
	reply.raw.on('close', () => clearInterval(timer));
}

function* hugeBody(): Generator<Buffer> {
	for (let sent = 0; sent < hugeBytes; sent += chunk.length) yield chunk;
}

let bombMember: Buffer | undefined;

function* bombBody(): Generator<Buffer> {
	bombMember ??= gzipSync(Buffer.alloc(bombMemberBytes, ' '));
	for (let sent = 0; sent < bombMembers; sent += 1) yield bombMember;
}
