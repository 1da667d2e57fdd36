import { sleep } from 'n8n-workflow';
import { type CallbackResponse, isCallbackResponse } from './callbackResponse';
import type { Decision } from './decisions';

/** The part of n8n's (Express's) response that is used. */
export interface HttpResponse {
	readonly headersSent: boolean;
	readonly statusCode: number;
	once(event: 'finish', listener: () => void): unknown;
	writeHead(status: number, headers: Record<string, string>): { end(text?: string): unknown };
	json(body?: unknown): unknown;
	send(body?: unknown): unknown;
}

/** Sends the response to a callback, unless one was sent before. */
export function write(response: HttpResponse, callbackResponse: CallbackResponse): void {
	if (response.headersSent) return;
	response
		.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8' })
		.end(JSON.stringify(callbackResponse));
}

/** Refuses a callback, and gives no reason to whoever is not Tencent. */
export function refuse(response: HttpResponse, status: number): void {
	if (!response.headersSent) response.writeHead(status, {}).end();
}

/**
 * Leaves the response to the workflow, for a time. n8n writes the workflow's decision into the
 * response, and something of its own when the workflow ends or fails without one; neither may come
 * after the time is over, and only a decision may reach Tencent. So the first one is sent, or the
 * default in place of what is no callback response, and the rest is dropped.
 *
 * @param patience milliseconds until the default goes out
 * @param decision learns what becomes of it, also of what comes too late
 * @returns settles when that time is over
 */
export async function leaveToWorkflow(
	response: HttpResponse,
	defaultResponse: CallbackResponse,
	patience: number,
	decision: Decision,
): Promise<void> {
	const decide = (body?: unknown) => {
		const decided = isCallbackResponse(body) ? body : undefined;
		write(response, decided ?? defaultResponse);
		decision.settle(decided);
		return response;
	};
	response.json = decide;
	response.send = decide;
	await sleep(patience);
	write(response, defaultResponse);
	decision.settle();
}
