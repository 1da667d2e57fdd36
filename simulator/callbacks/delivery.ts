import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isObject, type JsonObject } from '../json';

/** What became of one POST to a callback URL. */
export interface Delivery {
	/**
	 * `answered` is HTTP 200 with a JSON object. Anything else counts as a failure, a redirect
	 * among it: Webhook Overview asks for a 200.
	 */
	result: 'answered' | 'timedOut' | 'failed';
	status?: number;
	response?: JsonObject;
}

/** Answers are a few fields; more than this is none. */
const maxResponseBytes = 1024 * 1024;

/** Sends JSON to a callback URL. The time limit is for the whole exchange. */
export async function deliver(
	url: URL,
	body: string,
	timeoutMs: number,
	closing: AbortSignal,
): Promise<Delivery> {
	const limit = AbortSignal.timeout(timeoutMs);
	const signal = AbortSignal.any([limit, closing]);
	try {
		const response = await post(url, body, signal);
		const status = response.statusCode ?? 0;
		const content = parsed(await textOf(response));
		if (status !== 200 || !isObject(content)) return { result: 'failed', status };
		return { result: 'answered', status, response: content };
	} catch {
		return { result: limit.aborted ? 'timedOut' : 'failed' };
	}
}

async function post(url: URL, body: string, signal: AbortSignal): Promise<IncomingMessage> {
	const request = url.protocol === 'https:' ? requestHttps : requestHttp;
	return await new Promise((resolve, reject) => {
		const headers = {
			'Content-Type': 'application/json',
			'Content-Length': Buffer.byteLength(body),
		};
		// A connection of its own: one kept from before may be closed by the other side just now.
		const outgoing = request(url, { method: 'POST', headers, agent: false, signal }, resolve);
		outgoing.on('error', reject);
		outgoing.end(body);
	});
}

async function textOf(response: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	let bytes = 0;
	for await (const chunk of response as AsyncIterable<Buffer>) {
		bytes += chunk.length;
		if (bytes > maxResponseBytes) throw new Error('the answer is too long');
		chunks.push(chunk);
	}
	return Buffer.concat(chunks).toString('utf8');
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
