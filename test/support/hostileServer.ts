import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

import { listen } from '../harness/ports';

/** Answers one call. */
export type Attack = (response: ServerResponse, call: ReceivedCall) => void | Promise<void>;

/** What came in. */
export interface ReceivedCall {
	/** Counted from 0. */
	number: number;
	/** Path and query. */
	url: string;
	body: string;
}

const chunk = Buffer.alloc(64 * 1024, ' ');

/** A plain HTTP server that answers as it is told, whatever it is asked. */
export class HostileServer {
	/** How calls are answered from now on. */
	attack: Attack = (response) => void response.end();
	/** The calls since the last {@link forget}. */
	calls: ReceivedCall[] = [];

	private constructor(private readonly server: Server) {
		server.on('request', (request, response) => void this.take(request, response));
	}

	static async open(): Promise<HostileServer> {
		const server = createServer();
		await listen(server);
		return new HostileServer(server);
	}

	get url(): string {
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
	}

	/** Counts calls from 0 again. */
	forget(): void {
		this.calls = [];
	}

	async close(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}

	private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const parts: Buffer[] = [];
		for await (const part of request) parts.push(part as Buffer);
		const call = {
			number: this.calls.length,
			url: request.url ?? '',
			body: Buffer.concat(parts).toString('utf8'),
		};
		this.calls.push(call);
		await this.attack(response, call);
	}
}

/** Sends this text as JSON. */
export function sendJson(response: ServerResponse, text: string): void {
	response.setHeader('Content-Type', 'application/json').end(text);
}

/** Passes calls on to another server, and hands each response to `see` as well. */
export const passOn =
	(to: string, see: (reply: string) => void): Attack =>
	async (response, { url, body }) => {
		const reply = await fetch(to + url, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body,
		});
		const text = await reply.text();
		see(text);
		sendJson(response, text);
	};

/** Breaks the connection before a response. */
export const reset: Attack = (response) => void response.socket?.resetAndDestroy();

/** Breaks the connection in the middle of the response. */
export const resetInside: Attack = (response) => {
	response.setHeader('Content-Length', 1000);
	response.write('{"ActionStatus":"OK","ErrorCode":0', () => response.socket?.resetAndDestroy());
};

/** Takes the call and says nothing, not even a status. */
export const silence: Attack = () => undefined;

/** Begins a good response and goes on with a blank now and then, for ever. */
export const drip: Attack = (response) => {
	response.setHeader('Content-Type', 'application/json').write('{"ActionStatus":"OK",');
	const timer = setInterval(() => response.write(' '), 50);
	response.on('close', () => clearInterval(timer));
};

/**
 * Sends blanks as fast as they are taken, until the caller hangs up.
 *
 * @param onBytes is told how many bytes each piece had
 */
export const flood =
	(onBytes: (bytes: number) => void): Attack =>
	(response) => {
		response.setHeader('Content-Type', 'application/json');
		const more = () => {
			while (!response.destroyed) {
				onBytes(chunk.length);
				if (response.write(chunk)) continue;
				response.once('drain', more);
				return;
			}
		};
		more();
	};

/** A small compressed answer that inflates to so many times 16 MB of blanks. */
export function gzipBomb(times: number): Attack {
	// gzip allows members one after another, so one member repeated makes the whole bomb.
	const member = gzipSync(Buffer.alloc(16 * 1024 * 1024, ' '));
	return (response) => {
		response.setHeader('Content-Type', 'application/json');
		response.setHeader('Content-Encoding', 'gzip');
		for (let part = 0; part < times; part += 1) response.write(member);
		response.end();
	};
}
