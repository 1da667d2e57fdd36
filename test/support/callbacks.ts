import { createHash } from 'node:crypto';
import { request } from 'node:http';

import type { IDataObject } from 'n8n-workflow';

/** What a callback is sent with; a query value of `undefined` leaves that one out. */
export interface CallbackRequest {
	method?: string;
	query?: Record<string, string | undefined>;
	/** Sent as JSON unless it is bytes or a text. */
	body?: unknown;
	headers?: Record<string, string>;
}

export interface CallbackReply {
	status: number;
	text: string;
	/** The text as JSON; undefined when it is none. */
	json: IDataObject | undefined;
	/** Milliseconds from the call to the last byte. */
	took: number;
}

/** The response that is documented for a callback that may pass. */
export const okResponse = { ActionStatus: 'OK', ErrorInfo: '', ErrorCode: 0 };

/** The query that signs a callback at a time, in Unix seconds. */
export function signed(
	token: string,
	seconds = Math.floor(Date.now() / 1000),
): { Sign: string; RequestTime: string } {
	const RequestTime = String(seconds);
	return {
		Sign: createHash('sha256')
			.update(token + RequestTime)
			.digest('hex'),
		RequestTime,
	};
}

/** A one-to-one message as its callbacks tell of it; `key` tells messages apart. */
export function directMessage(key: string, text: string, more: IDataObject = {}): IDataObject {
	return {
		CallbackCommand: 'C2C.CallbackAfterSendMsg',
		From_Account: 'alice',
		To_Account: 'support',
		MsgSeq: 48374,
		MsgRandom: 2837546,
		MsgTime: 1557481126,
		MsgKey: key,
		OnlineOnlyFlag: 0,
		MsgBody: [{ MsgType: 'TIMTextElem', MsgContent: { Text: text } }],
		CloudCustomData: '',
		...more,
	};
}

function parsed(text: string): IDataObject | undefined {
	try {
		return JSON.parse(text) as IDataObject;
	} catch {
		return undefined;
	}
}

/** Sends one request to a callback URL, each over a connection of its own. */
export async function send(
	address: string,
	{ method = 'POST', query = {}, body, headers = {} }: CallbackRequest,
): Promise<CallbackReply> {
	const url = new URL(address);
	for (const [name, value] of Object.entries(query)) {
		if (value !== undefined) url.searchParams.set(name, value);
	}
	const isRaw = typeof body === 'string' || Buffer.isBuffer(body) || body === undefined;
	const bytes = Buffer.from(isRaw ? (body ?? '') : JSON.stringify(body));
	const startedAt = performance.now();
	return await new Promise((resolve, reject) => {
		const outgoing = request(
			url,
			{
				method,
				agent: false,
				headers: {
					'Content-Type': 'application/json',
					...(method === 'GET' ? {} : { 'Content-Length': bytes.length }),
					...headers,
				},
			},
			(response) => {
				const chunks: Buffer[] = [];
				response.on('data', (chunk: Buffer) => chunks.push(chunk));
				response.on('error', reject);
				response.on('end', () => {
					const text = Buffer.concat(chunks).toString('utf8');
					resolve({
						status: response.statusCode ?? 0,
						text,
						json: parsed(text),
						took: performance.now() - startedAt,
					});
				});
			},
		);
		outgoing.on('error', reject);
		outgoing.end(method === 'GET' ? undefined : bytes);
	});
}
