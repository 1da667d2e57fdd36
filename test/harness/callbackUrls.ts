import type { INode, INodeType } from 'n8n-workflow';

import { eventTitles } from '../../nodes/TencentChatDesk/trigger/eventOptions';
import { ratingEvent } from '../../nodes/TencentChatDesk/trigger/ratings';
import type { CallbackSettings } from '../../simulator';
import { inProject, packageName } from './project';
import type { WorkflowJson } from './workflow';

const trigger = 'TencentChatDeskTrigger';
const triggerType = `${packageName}.tencentChatDeskTrigger`;

/** As the panel of the trigger says it. A rating is told of to either address. */
const isOfDesk = (event: string) =>
	event !== ratingEvent && (eventTitles[event]?.startsWith('Desk: ') ?? false);

const findTrigger = ({ nodes }: WorkflowJson): INode | undefined =>
	nodes.find(({ type }) => type === triggerType);

/** The path that the trigger's own description gives its webhook. */
function webhookPath(): string {
	const file = inProject('dist', 'nodes', 'TencentChatDesk', `${trigger}.node.js`);
	// eslint-disable-next-line @typescript-eslint/no-require-imports -- it is built while this runs
	const nodes = require(file) as Record<typeof trigger, new () => INodeType>;
	const [webhook] = new nodes[trigger]().description.webhooks ?? [];
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
		const events = findTrigger(workflow)?.parameters.events as string[];
		if (events.some(isOfDesk)) settings.deskUrl = url;
		else settings.url = url;
	}
}
