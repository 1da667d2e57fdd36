import {
	type INode,
	type INodeParameters,
	NodeHelpers,
	resolveWebhookDescriptionField,
} from 'n8n-workflow';

import { TencentChatDeskTrigger } from '../../../nodes/TencentChatDesk/TencentChatDeskTrigger.node';
import { events } from '../../../nodes/TencentChatDesk/trigger/events';
import { triggerVersions } from '../../../nodes/TencentChatDesk/trigger/versions';

const { description } = new TencentChatDeskTrigger();
const [webhook] = description.webhooks!;

/** A trigger as n8n has it at a call: it leaves out what the panel does not show. */
function triggerOf(typeVersion: number, parameters: INodeParameters): INode {
	const node: INode = {
		id: 'trigger',
		name: 'Trigger',
		type: description.name,
		typeVersion,
		position: [0, 0],
		parameters,
	};
	const shown = NodeHelpers.getNodeParameters(
		description.properties,
		parameters,
		true,
		false,
		node,
		description,
	);
	return { ...node, parameters: shown! };
}

describe("the trigger's webhook", () => {
	it.each(['onReceived', 'responseNode'])('responds as the panel says (%s)', (responseMode) => {
		const node = { parameters: { responseMode, events: ['*'] } };

		const resolution = resolveWebhookDescriptionField(node, webhook!, 'responseMode');

		// Without n8n's sandbox for expressions, which it would set up at each call.
		expect(resolution).toEqual({ resolved: true, value: responseMode });
	});

	it.each(triggerVersions)(
		'responds at once where nothing is to be decided, in version %s',
		(version) => {
			for (const { command } of events.filter(({ when }) => when !== 'before')) {
				const node = triggerOf(version, { events: [command] });
				expect(resolveWebhookDescriptionField(node, webhook!, 'responseMode')).toEqual({
					resolved: true,
					value: 'onReceived',
				});
			}
		},
	);

	it("is not taken for version 1 of n8n's Webhook node, whose body n8n reads in a sandbox", () => {
		expect(description.defaultVersion).toBeGreaterThan(1);
	});

	it('holds an expression for an n8n that resolves nothing by itself', () => {
		expect(webhook!.responseMode).toBe('={{$parameter["responseMode"] || "onReceived"}}');
	});
});
