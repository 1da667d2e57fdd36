import type { INode, INodeType } from 'n8n-workflow';

import { inProject, PACKAGE_NAME } from '../project';
import type { WorkflowJson } from '../workflow';

const TRIGGER = 'TencentChatDeskTrigger';
const TRIGGER_TYPE = `${PACKAGE_NAME}.tencentChatDeskTrigger`;

const findTrigger = ({ nodes }: WorkflowJson): INode | undefined =>
	nodes.find(({ type }) => type === TRIGGER_TYPE);

/** Whether a workflow is started by Tencent's callbacks. */
export const isStartedByCallbacks = (workflow: WorkflowJson): boolean =>
	findTrigger(workflow) !== undefined;

/** The path that the trigger's own description gives its webhook. */
function webhookPath(): string {
	const file = inProject('dist', 'nodes', TRIGGER, `${TRIGGER}.node.js`);
	// eslint-disable-next-line @typescript-eslint/no-require-imports -- it is built while this runs
	const nodes = require(file) as Record<typeof TRIGGER, new () => INodeType>;
	const [webhook] = new nodes[TRIGGER]().description.webhooks ?? [];
	return String(webhook?.path ?? '');
}

/**
 * Where n8n takes the callbacks of a published workflow: what a person would copy as "Production
 * URL" into Tencent's console. Undefined when no callback starts the workflow.
 */
export function productionUrl(workflow: WorkflowJson, n8nUrl: string): string | undefined {
	const trigger = findTrigger(workflow);
	return trigger && `${n8nUrl}/webhook/${trigger.webhookId}/${webhookPath()}`;
}
