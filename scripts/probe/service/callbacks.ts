import { createHash, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

import { isObject } from '../../../simulator/json';

export type Signature = 'none' | 'good' | 'wrong' | 'not checked';

/** What is kept of a callback: nothing that it is about. */
export interface ReceivedCallback {
	command: string;
	/** `Event` of Desk's session callback. */
	event?: string;
	signature: Signature;
}

/** Milliseconds that a callback may take to come. */
const patience = 10_000;
const maxBytes = 1024 * 1024;

/** A web server that takes callbacks and lets everything pass. */
export class CallbackListener {
	readonly received: ReceivedCallback[] = [];
	private readonly waiting = new Set<() => void>();

	private constructor(
		private readonly server: ReturnType<typeof createServer>,
		private readonly token: string | undefined,
	) {}

	/**
	 * @param port 0 takes any free one
	 * @param token the authentication token of the app's callbacks, where it has one
	 */
	static async open(port: number, token?: string): Promise<CallbackListener> {
		const server = createServer((request, response) => {
			void listener.take(request).then(() => {
				response.setHeader('content-type', 'application/json');
				response.end('{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0}');
			});
		});
		const listener = new CallbackListener(server, token);
		server.listen(port);
		await once(server, 'listening');
		return listener;
	}

	get port(): number {
		return (this.server.address() as AddressInfo).port;
	}

	/** The first callback of this kind, as soon as it is there; undefined when none comes. */
	async first(
		wanted: (callback: ReceivedCallback) => boolean,
	): Promise<ReceivedCallback | undefined> {
		const limit = AbortSignal.timeout(patience);
		for (;;) {
			const found = this.received.find(wanted);
			if (found || limit.aborted) return found;
			await new Promise<void>((resolve) => {
				this.waiting.add(resolve);
				limit.addEventListener('abort', () => resolve(), { once: true });
			});
		}
	}

	async close(): Promise<void> {
		this.server.closeAllConnections();
		this.server.close();
		await once(this.server, 'close');
	}

	private async take(request: IncomingMessage): Promise<void> {
		const query = new URL(request.url ?? '/', 'http://localhost').searchParams;
		const body = await bodyOf(request);
		const event = isObject(body) ? body.Event : undefined;
		this.received.push({
			command: query.get('CallbackCommand') ?? '',
			...(typeof event === 'string' && { event }),
			signature: this.signatureOf(query),
		});
		for (const resolve of this.waiting) resolve();
		this.waiting.clear();
	}

	private signatureOf(query: URLSearchParams): Signature {
		const [sign, time] = [query.get('Sign'), query.get('RequestTime')];
		if (sign === null || time === null) return 'none';
		if (this.token === undefined) return 'not checked';
		const wanted = createHash('sha256').update(`${this.token}${time}`).digest();
		const given = Buffer.from(sign, 'hex');
		return given.length === wanted.length && timingSafeEqual(given, wanted) ? 'good' : 'wrong';
	}
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
	const chunks: Buffer[] = [];
	let bytes = 0;
	for await (const chunk of request as AsyncIterable<Buffer>) {
		bytes += chunk.length;
		if (bytes <= maxBytes) chunks.push(chunk);
	}
	try {
		return JSON.parse(Buffer.concat(chunks).toString('utf8'));
	} catch {
		return undefined;
	}
}
