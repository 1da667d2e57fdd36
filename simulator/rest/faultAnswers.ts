import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import type { FastifyReply } from 'fastify';
import type { Fault } from '../faults';

const DRIP_EVERY_MS = 50;
const HUGE_BYTES = 500 * 1024 * 1024;
const CHUNK = Buffer.alloc(64 * 1024, ' ');
/** gzip allows members one after another, so one member repeated makes the whole bomb. */
const BOMB_MEMBER_BYTES = 16 * 1024 * 1024;
const BOMB_MEMBERS = 32;
const JSON_TYPE = 'application/json; charset=utf-8';

const BAD_GATEWAY = '<html><head><title>502 Bad Gateway</title></head><body>502</body></html>';

/**
 * Spoils the answer to a request. Returns false for the faults that leave the answer as it is
 * (waits and error codes), which the caller then sends.
 */
export function spoilAnswer(fault: Fault, reply: FastifyReply, body: string): boolean {
	switch (fault.kind) {
		case 'reset':
			reply.hijack();
			reply.raw.socket?.resetAndDestroy();
			return true;
		case 'loseAnswer':
			reply.hijack();
			reply.raw.socket?.destroy();
			return true;
		case 'hang':
			reply.hijack();
			return true;
		case 'status502':
			void reply.code(502).type('text/html').send(BAD_GATEWAY);
			return true;
		case 'garbage':
			void reply.type(JSON_TYPE).send('OK, but this is no JSON');
			return true;
		case 'truncated':
			void reply.type(JSON_TYPE).send(body.slice(0, Math.floor(body.length / 2)));
			return true;
		case 'redirect':
			void reply.redirect(fault.to, 302);
			return true;
		case 'drip':
			drip(reply);
			return true;
		case 'huge':
			void reply.type(JSON_TYPE).send(Readable.from(hugeBody()));
			return true;
		case 'gzipBomb':
			void reply.type(JSON_TYPE).header('content-encoding', 'gzip').send(Readable.from(bombBody()));
			return true;
		case 'slow':
		case 'delay':
		case 'errorCode':
			return false;
	}
}

function drip(reply: FastifyReply): void {
	reply.hijack();
	reply.raw.writeHead(200, { 'content-type': JSON_TYPE });
	reply.raw.write('{');
	const timer = setInterval(() => reply.raw.write(' '), DRIP_EVERY_MS);
	reply.raw.on('close', () => clearInterval(timer));
}

function* hugeBody(): Generator<Buffer> {
	for (let sent = 0; sent < HUGE_BYTES; sent += CHUNK.length) yield CHUNK;
}

let bombMember: Buffer | undefined;

function* bombBody(): Generator<Buffer> {
	bombMember ??= gzipSync(Buffer.alloc(BOMB_MEMBER_BYTES, ' '));
	for (let sent = 0; sent < BOMB_MEMBERS; sent += 1) yield bombMember;
}
