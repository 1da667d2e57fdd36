import type { RunningN8n } from '../../harness/n8n';
import { eventually } from '../../harness/eventually';

/**
 * Calls the webhook of a published workflow and gives what it answers. A server says that it is
 * ready before it has taken up its workflows: until then it answers 404.
 */
export async function callWebhook(
	{ url }: RunningN8n,
	path: string,
	body: object,
): Promise<unknown> {
	const response = await eventually(
		`the webhook ${path}`,
		async () => {
			const reply = await fetch(`${url}/webhook/${path}`, {
				method: 'POST',
				headers: { 'Content-Type': 'application/json' },
				body: JSON.stringify(body),
			});
			return reply.status === 404 ? undefined : reply;
		},
		60,
	);
	if (!response.ok) throw new Error(`The webhook ${path} answers ${response.status}`);
	return await response.json();
}
