import {
	NodeConnectionTypes,
	type ICredentialsDecrypted,
	type ICredentialTestFunctions,
	type IExecuteFunctions,
	type ILoadOptionsFunctions,
	type INodeCredentialTestResult,
	type INodeExecutionData,
	type INodeListSearchResult,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import {
	listNames,
	outputs,
	properties,
	sensitiveOutputFields,
	subtitle,
} from './operations/panel';
import type { ListName } from './operations/shared/listSearch';
import { nodeVersions } from './operations/versions';
import { answerWebhooks, waitingTooltip } from './sendAndWait/description';

const searchOf = (name: ListName) =>
	async function (
		this: ILoadOptionsFunctions,
		filter?: string,
		paginationToken?: string,
	): Promise<INodeListSearchResult> {
		const { listSearch } = await import('./delivery/listSearch');
		const { lists } = await import('./operations/shared/listSearch');
		return await listSearch(lists[name]).call(this, filter, paginationToken);
	};

/**
 * The action node: its panel comes from the catalogue, its work is done by the delivery engine. n8n
 * loads it with every start, in every process, so that all but the panel is loaded when it is needed.
 */
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
		credentialTest: {
			async cosConnection(
				this: ICredentialTestFunctions,
				credential: ICredentialsDecrypted,
			): Promise<INodeCredentialTestResult> {
				const { cosConnection } = await import('./delivery/files/connectionTest');
				return await cosConnection.call(this, credential);
			},
		},
		listSearch: Object.fromEntries(listNames.map((name) => [name, searchOf(name)])),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const { execute } = await import('./execute');
		return await execute(this);
	}

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		const { takeAnswer } = await import('./sendAndWait/answer');
		return await takeAnswer(this);
	}
}
