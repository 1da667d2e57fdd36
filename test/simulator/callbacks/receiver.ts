import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { listen } from '../../harness/ports';

/** A callback as it arrived. */
export interface Received {
	method: string | undefined;
	path: string;
	query: Record<string, string>;
	body: Record<string, unknown>;
}

export type Reaction = (response: ServerResponse, callback: Received) => void;

/** Answers with JSON; what the pages ask for when nothing is given. */
export const responding =
	(fields: Record<string, unknown> = {}, status = 200): Reaction =>
	(response) => {
		const body = { ActionStatus: 'OK', ErrorInfo: '', ErrorCode: 0, ...fields };
		response.writeHead(status, { 'Content-Type': 'application/json' });
		response.end(JSON.stringify(body));
	};

/** Never answers. */
export const silent: Reaction = () => undefined;

/** The server of an app, which receives its callbacks. */
export class Receiver {
	readonly received: Received[] = [];
	/** How it reacts to a callback, unless `reactions` has one for the command. */
	reaction: Reaction = responding();
	readonly reactions = new Map<string, Reaction>();
	private readonly server = createServer((request, response) => {
		void this.receive(request, response);
	});

	static async open(): Promise<Receiver> {
		const receiver = new Receiver();
		await listen(receiver.server);
		return receiver;
	}

	get url(): string {
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/callback`;
	}

	get commands(): unknown[] {
		return this.received.map(({ body }) => body.CallbackCommand);
	}

	/** The only callback with this command. Throws when there are none or several. */
	one(command: string): Received {
		const found = this.received.filter(({ body }) => body.CallbackCommand === command);
		const [first] = found;
		if (!first || found.length > 1) throw new Error(`${found.length} times ${command}`);
		return first;
	}

	async close(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}

	private async receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const chunks: Buffer[] = [];
		for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
		const { pathname, searchParams } = new URL(request.url ?? '', 'http://receiver');
		const callback: Received = {
			method: request.method,
			path: pathname,
			query: Object.fromEntries(searchParams),
			body: JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>,
		};
		this.received.push(callback);
		const reaction = this.reactions.get(String(callback.body.CallbackCommand)) ?? this.reaction;
		reaction(response, callback);
	}
}

/** Gives the tests of a file a way to open receivers that are closed after each test. */
export function receivers(): () => Promise<Receiver> {
	const open: Receiver[] = [];
	afterEach(async () => {
		await Promise.all(open.splice(0).map(async (receiver) => await receiver.close()));
	});
	return async () => {
		const receiver = await Receiver.open();
		open.push(receiver);
		return receiver;
	};
}
