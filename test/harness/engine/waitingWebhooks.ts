import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { Visit, Visited } from './visiting';

/** An execution that waits, as far as its links concern it. */
interface WaitingRun {
	visit(link: string, visit?: Visit): Promise<Visited>;
}

interface Entry {
	run: WaitingRun;
	/** Taken up by the first answer. */
	state: 'finished' | 'running' | 'waiting';
	items?: INodeExecutionData[];
}

/** A request that came in. */
export interface WaitingCall {
	method: string;
	url: string;
	body: string;
}

/**
 * The part of n8n's server that takes calls of waiting executions (n8n 2.41, `waiting-webhooks.js`):
 * what is unknown gets 404, what is at work 409, what is over a page that says so.
 */
export class WaitingWebhooks {
	readonly calls: WaitingCall[] = [];
	/** Told of each request after it was answered. */
	onCall?: () => void;
	/** What a proxy in front of n8n answers, where one does. */
	instead?: [status: number, body: string];
	private readonly runs = new Map<string, Entry>();

	/** Where n8n says that links to waiting executions lead. */
	readonly url: string;

	private constructor(private readonly server: Server) {
		const { port } = server.address() as AddressInfo;
		this.url = `http://127.0.0.1:${port}/webhook-waiting`;
		server.on('request', async (request, response) => {
			const body = await text(request);
			const { method = '', url = '' } = request;
			this.calls.push({ method, url, body });
			const [status, answer] = this.instead ?? (await this.answer(method, url, body));
			this.onCall?.();
			response.statusCode = status;
			response.setHeader('Content-Type', answer.startsWith('{') ? 'application/json' : 'text/html');
			response.end(answer);
		});
	}

	static async open(): Promise<WaitingWebhooks> {
		const server = createServer();
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		return new WaitingWebhooks(server);
	}

	async close(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}

	/** An execution begins to wait. */
	add(executionId: string, run: WaitingRun): void {
		this.runs.set(executionId, { run, state: 'waiting' });
	}

	/** It is at work, as while it is put to wait or goes on; or over. */
	set(executionId: string, state: Entry['state']): void {
		this.entry(executionId).state = state;
	}

	/** With what the execution went on; undefined while it waits. */
	outcome(executionId: string): IDataObject | undefined {
		return this.entry(executionId).items?.[0]?.json;
	}

	private entry(executionId: string): Entry {
		const entry = this.runs.get(executionId);
		if (!entry) throw new Error(`No execution ${executionId} waits`);
		return entry;
	}

	private async answer(method: string, url: string, body: string): Promise<[number, string]> {
		const [, , executionId = ''] = new URL(url, this.url).pathname.split('/');
		const entry = this.runs.get(executionId);
		if (!entry) return [404, JSON.stringify({ code: 404, message: 'It does not exist' })];
		if (entry.state === 'running')
			return [409, JSON.stringify({ code: 409, message: 'It is running' })];
		if (entry.state === 'finished') return [200, '<h1>No action required</h1>'];
		const visited = await entry.run.visit(new URL(url, this.url).href, {
			method: method === 'POST' ? 'POST' : 'GET',
			form: method === 'POST' ? (JSON.parse(body) as IDataObject) : {},
		});
		if (visited.items) Object.assign(entry, { state: 'finished', items: visited.items });
		return [visited.status ?? 200, visited.page];
	}
}
