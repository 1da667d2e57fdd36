import { until } from '../eventually';

/**
 * Resolves when n8n listens at a webhook, which it does some time after its workflow is active. To
 * a GET it says that the address takes POST, so that looking starts nothing.
 */
export async function listening(webhook: string): Promise<void> {
	await until(`n8n listens at ${webhook}`, async () => {
		const response = await fetch(webhook);
		return (await response.text()).includes('make a POST request');
	});
}
