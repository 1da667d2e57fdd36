import { WebhookContext } from 'n8n-core';
import type {
	IDataObject,
	INodeExecutionData,
	IRun,
	IWorkflowExecuteAdditionalData,
	Workflow,
} from 'n8n-workflow';

/** A browser's call of a link. */
export interface Visit {
	/** Default `GET`. */
	method?: 'GET' | 'POST';
	/** The fields of the form that is sent. */
	form?: IDataObject;
}

/** What the browser gets, and what the execution gets. */
export interface Visited {
	/** HTTP status; undefined where the node leaves it to n8n, which answers 200. */
	status: number | undefined;
	/** By their names in lower case. */
	headers: Record<string, string>;
	page: string;
	/** With what the execution goes on; undefined when it goes on waiting. */
	items: INodeExecutionData[] | undefined;
}

/** A waiting execution. */
export interface Waiting {
	run: IRun;
	workflow: Workflow;
	additionalData: IWorkflowExecuteAdditionalData;
}

/** As n8n sends it: objects as JSON. */
const asText = (response: unknown) =>
	typeof response === 'object' ? JSON.stringify(response) : String(response);

/**
 * Does for a waiting execution what n8n's server does when its link is called: takes the run that
 * waits out of the record, and calls the node. The server's own checks come before that and are
 * not done here.
 */
export async function visitLink(
	{ run, workflow, additionalData }: Waiting,
	link: string,
	{ method = 'GET', form = {} }: Visit = {},
): Promise<Visited> {
	const { mode } = run;
	const data = structuredClone(run.data);
	const nodeName = data.resultData.lastNodeExecuted ?? '';
	data.resultData.runData[nodeName]?.pop();
	const node = workflow.getNode(nodeName);
	if (!node) throw new Error('No node waits');
	const type = workflow.nodeTypes.getByNameAndVersion(node.type, node.typeVersion);
	const webhook = type.description.webhooks?.find(({ httpMethod }) => httpMethod === method);
	if (!webhook || !type.webhook) throw new Error(`${nodeName} does not take a ${method}`);

	const { searchParams } = new URL(link);
	const headers: Record<string, string> = {};
	let status: number | undefined;
	let page: string | undefined;
	const response = {
		setHeader: (name: string, value: string) => (headers[name.toLowerCase()] = value),
		status: (code: number) => {
			status = code;
			return response;
		},
		send: (text: string) => (page = text),
		json: (body: unknown) => (page = JSON.stringify(body)),
	};
	const called = {
		...additionalData,
		httpRequest: { method, query: Object.fromEntries(searchParams), body: form, headers: {} },
		httpResponse: response,
	} as unknown as IWorkflowExecuteAdditionalData;
	const webhookData = {
		httpMethod: method,
		node: nodeName,
		path: node.id,
		webhookDescription: webhook,
		workflowId: workflow.id,
		workflowExecuteAdditionalData: called,
	};
	const context = new WebhookContext(workflow, node, called, mode, webhookData, [], data);
	const result = await type.webhook.call(context);
	return {
		status,
		headers,
		page: page ?? asText(result.webhookResponse),
		items: result.workflowData?.[0] ?? undefined,
	};
}
