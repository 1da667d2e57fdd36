import { setTimeout as pause } from 'node:timers/promises';

/** n8n answers an activation before it listens. */
const LISTENS_WITHIN_MS = 60_000;
const POLL_MS = 250;

/** Asks as a browser does before a call, which starts no workflow. */
async function isListening(webhook: string): Promise<boolean> {
	const response = await fetch(webhook, {
		method: 'OPTIONS',
		headers: { Origin: 'http://127.0.0.1', 'Access-Control-Request-Method': 'POST' },
	});
	await response.arrayBuffer();
	return response.headers.get('access-control-allow-methods')?.includes('POST') ?? false;
}

/** Waits until n8n listens at the webhook of an active workflow. */
export async function listening(webhook: string): Promise<void> {
	const deadline = Date.now() + LISTENS_WITHIN_MS;
	while (!(await isListening(webhook))) {
		if (Date.now() > deadline) throw new Error(`n8n does not listen at ${webhook}`);
		await pause(POLL_MS);
	}
}
