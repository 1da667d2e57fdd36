import {
	NodeConnectionTypes,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { publishedMessage, subtitle, triggerPanel, waitingForTest } from './trigger/panelTexts';
import { properties } from './trigger/properties';
import { responseModeOfPanel } from './trigger/responseMode';
import { triggerVersions } from './trigger/versions';

/**
 * Starts workflows: receives the callbacks of one app, and lets nobody else in. What it does is loaded
 * when it is needed: n8n loads the panel with every start.
 */
export class TencentChatDeskTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Tencent Chat Desk Trigger',
		name: 'tencentChatDeskTrigger',
		icon: {
			light: 'file:../../icons/tencentChatDesk.svg',
			dark: 'file:../../icons/tencentChatDesk.dark.svg',
		},
		group: ['trigger'],
		version: triggerVersions,
		defaultVersion: Math.max(...triggerVersions),
		subtitle,
		// n8n shows this sentence for both nodes of the package.
		description:
			'Starts the workflow when customers write in Tencent Cloud Chat Desk, Chat or Live, and talks to them',
		eventTriggerDescription: waitingForTest,
		activationMessage: publishedMessage,
		triggerPanel,
		defaults: { name: 'Tencent Chat Desk Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'tencentChatDeskApi', required: true }],
		webhooks: [
			{
				name: 'default',
				httpMethod: 'POST',
				...responseModeOfPanel,
				// Without it n8n would put a default of its own before the response of the trigger.
				responseData: '',
				path: 'callback',
			},
		],
		properties,
	};

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				const { registers } = await import('./trigger/activation');
				return !registers(this);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				const { activate } = await import('./trigger/activation');
				return await activate(this);
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				const { deactivate } = await import('./trigger/activation');
				return await deactivate(this);
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		const { receive } = await import('./trigger/receive');
		return await receive(this);
	}
}
