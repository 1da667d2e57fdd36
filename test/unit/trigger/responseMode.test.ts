import { resolveWebhookDescriptionField } from 'n8n-workflow';

import { TencentChatDeskTrigger } from '../../../nodes/TencentChatDesk/TencentChatDeskTrigger.node';

const { description } = new TencentChatDeskTrigger();
const [webhook] = description.webhooks!;

describe("the trigger's webhook", () => {
	it.each(['onReceived', 'responseNode'])('responds as the panel says (%s)', (responseMode) => {
		const node = { parameters: { responseMode, events: ['*'] } };

		const resolution = resolveWebhookDescriptionField(node, webhook!, 'responseMode');

		// Without n8n's sandbox for expressions, which it would set up at each call.
		expect(resolution).toEqual({ resolved: true, value: responseMode });
	});

	it("is not taken for version 1 of n8n's Webhook node, whose body n8n reads in a sandbox", () => {
		expect(description.defaultVersion).toBeGreaterThan(1);
	});

	it('holds an expression for an n8n that resolves nothing by itself', () => {
		expect(webhook!.responseMode).toBe('={{$parameter["responseMode"]}}');
	});
});
