import type { INode, INodeType } from 'n8n-workflow';

import type { CallbackSettings } from '../../simulator';
import { inProject, PACKAGE_NAME } from './project';
import type { WorkflowJson } from './workflow';

const TRIGGER = 'TencentChatDeskTrigger';
const TRIGGER_TYPE = `${PACKAGE_NAME}.tencentChatDeskTrigger`;

const findTrigger = ({ nodes }: WorkflowJson): INode | undefined =>
	nodes.find(({ type }) => type === TRIGGER_TYPE);

/** The path that the trigger's own description gives its webhook. */
function webhookPath(): string {
	const file = inProject('dist', 'nodes', 'TencentChatDesk', `${TRIGGER}.node.js`);
	// eslint-disable-next-line @typescript-eslint/no-require-imports -- it is built while this runs
	const nodes = require(file) as Record<typeof TRIGGER, new () => INodeType>;
	const [webhook] = new nodes[TRIGGER]().description.webhooks ?? [];
	return String(webhook?.path ?? '');
}

/**
 * Where n8n takes the callbacks of a published workflow: what a person would copy as "Production
 * URL" into Tencent's console. Undefined when no callback starts the workflow.
 */
function productionUrl(workflow: WorkflowJson, n8nUrl: string): string | undefined {
	const trigger = findTrigger(workflow);
	return trigger && `${n8nUrl}/webhook/${trigger.webhookId}/${webhookPath()}`;
}

/**
 * Enters the workflows' addresses where Tencent's consoles have them: those of workflows for Desk
 * in the setting of Desk, others in that of Chat. Of several for one setting, the last one counts.
 */
export function enterCallbackUrls(
	settings: CallbackSettings,
	workflows: WorkflowJson[],
	n8nUrl: string,
): void {
	for (const workflow of workflows) {
		const url = productionUrl(workflow, n8nUrl);
		if (url === undefined) continue;
		const events = JSON.stringify(findTrigger(workflow)?.parameters.events);
		if (events.includes('Desk.')) settings.deskUrl = url;
		else settings.url = url;
	}
}
