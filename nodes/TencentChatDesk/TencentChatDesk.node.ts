import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { deliver, guarded } from './delivery/deliver';
import { cosConnection } from './delivery/files/connectionTest';
import { listSearch } from './delivery/listSearch';
import { lists } from './operations/shared/listSearch';
import {
	chosenOperation,
	outputs,
	properties,
	sensitiveOutputFields,
	subtitle,
} from './operations';
import { nodeVersions } from './operations/versions';
import { takeAnswer } from './sendAndWait/answer';
import { takeAnswers } from './sendAndWait/chat/takeAnswers';
import { ask } from './sendAndWait/ask';
import { answerWebhooks, waitingTooltip } from './sendAndWait/description';

/** The action node: its panel comes from the catalogue, its work is done by the delivery engine. */
export class TencentChatDesk implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Tencent Chat Desk',
		name: 'tencentChatDesk',
		icon: {
			light: 'file:../../icons/tencentChatDesk.svg',
			dark: 'file:../../icons/tencentChatDesk.dark.svg',
		},
		group: ['output'],
		version: nodeVersions,
		subtitle,
		description: 'Talk to customers through Tencent Cloud Chat Desk, Chat and Live rooms',
		defaults: { name: 'Tencent Chat Desk' },
		usableAsTool: true,
		builderHint: {
			searchHint:
				'Customer service chat (Tencent Chat Desk), one-to-one and group chat, push and live rooms. Desk Session is for customers, Direct Message for colleagues and app users.',
		},
		inputs: [NodeConnectionTypes.Main],
		outputs,
		credentials: [
			{ name: 'tencentChatDeskApi', required: true },
			{
				name: 'tencentCosApi',
				required: true,
				testedBy: 'cosConnection',
				// n8n fills a control that a saved workflow lacks in with its default, and hides the others.
				displayOptions: { show: { fileSource: ['file'] } },
			},
		],
		sensitiveOutputFields,
		webhooks: answerWebhooks,
		waitingNodeTooltip: waitingTooltip,
		properties,
	};

	methods = {
		credentialTest: { cosConnection },
		listSearch: Object.fromEntries(
			Object.entries(lists).map(([name, list]) => [name, listSearch(list)]),
		),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await guarded(this, async () => {
			const resource = String(this.getNodeParameter('resource', 0, ''));
			// Of a resource that it does not know n8n gives no operation.
			const operation = chosenOperation(
				resource,
				String(this.getNodeParameter('operation', 0, '')),
			);
			if (operation.shape === 'list' && operation.takes) return await takeAnswers(this, operation);
			const asks = operation.shape === 'single' && operation.waits;
			return [asks ? await ask(this, operation) : await deliver(this, operation)];
		});
	}

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return takeAnswer(this);
	}
}
