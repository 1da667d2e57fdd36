import { EventEmitter } from 'node:events';

import { ExecutionLifecycleHooks, HookContext, WebhookContext } from 'n8n-core';
import { NodeHelpers, Workflow } from 'n8n-workflow';
import type {
	IBinaryKeyData,
	IDataObject,
	INode,
	INodeParameters,
	IWebhookData,
	IWebhookResponseData,
	WorkflowExecuteMode,
} from 'n8n-workflow';

import { additionalData, loadPackage } from '../../harness/engine';
import { InMemoryCredentials } from '../../harness/engine/credentials';
import { collectingLogs, type LogEntry } from '../../harness/engine/logging';
import { credentialType, packageName } from '../../harness/project';
import { directMessage, signed } from '../../support/callbacks';
import { app } from '../../harness/engineTestbed';

export const token = 'xxxxyyyy';
export const after = 'C2C.CallbackAfterSendMsg';
export const before = 'C2C.CallbackBeforeSendMsg';
export const productionUrl = 'http://127.0.0.1:5678/webhook/hook/callback';

const triggerType = `${packageName}.tencentChatDeskTrigger`;

const credential = (changes: IDataObject) => ({
	sdkAppId: app.sdkAppId,
	identifier: 'administrator',
	secretKey: app.secretKey,
	region: 'china',
	callbackToken: token,
	...changes,
});

/** The parts of Express's response that n8n and the trigger use. */
export class TestResponse extends EventEmitter {
	status: number | undefined;
	statusCode = 200;
	text: string | undefined;
	headersSent = false;

	writeHead(status: number): { end: (text?: string) => void } {
		if (this.headersSent) throw new Error('Headers are sent already');
		this.headersSent = true;
		this.status = status;
		this.statusCode = status;
		return {
			end: (text) => {
				this.text = text;
				this.emit('finish');
			},
		};
	}

	json(body: unknown): this {
		this.writeHead(200).end(JSON.stringify(body));
		return this;
	}

	send(body: string): this {
		this.writeHead(200).end(body);
		return this;
	}

	get body(): unknown {
		return this.text === undefined ? undefined : JSON.parse(this.text);
	}
}

/** A request at the trigger's URL. */
export interface Call {
	query?: Record<string, unknown>;
	/** JSON, unless it is bytes. */
	body?: unknown;
	/** Whether n8n has left the body to be read, as it does where the Content-Type tells nothing. */
	unread?: boolean;
	/** With what n8n fails when it reads the body. */
	unreadable?: Error;
	mode?: WorkflowExecuteMode;
	/** Told of the response before the trigger is called. */
	onResponse?: (response: TestResponse) => void;
}

export interface Received {
	/** What the trigger handed to n8n. */
	data: IWebhookResponseData;
	/** What it wrote itself. */
	response: TestResponse;
	/** The item that starts the workflow; undefined when nothing starts. */
	item: IDataObject | undefined;
	/** The files of that item. */
	binary: IBinaryKeyData | undefined;
	log: LogEntry[];
}

/** The query of a good callback. */
export const query = (command = after, more: Record<string, unknown> = {}) => ({
	SdkAppid: String(app.sdkAppId),
	CallbackCommand: command,
	contenttype: 'json',
	ClientIP: '10.1.2.3',
	OptPlatform: 'Android',
	...signed(token),
	...more,
});

let nodes = 0;

/** One trigger in a workflow, in n8n's own contexts. */
export class TriggerTestbed {
	private readonly node: INode;
	private readonly credentials: InMemoryCredentials[] = [];

	/** @param changes of the credential; they may change between calls */
	constructor(
		parameters: INodeParameters,
		public changes: IDataObject = {},
		typeVersion = 2,
	) {
		this.node = {
			id: `trigger-${(nodes += 1)}`,
			name: 'Trigger',
			type: triggerType,
			typeVersion,
			position: [0, 0],
			webhookId: 'hook',
			parameters: { events: [after], ...parameters },
			credentials: { [credentialType]: { id: '1', name: 'account' } },
		};
	}

	/** What its panel says; it may change between calls. */
	get parameters(): INodeParameters {
		return this.node.parameters;
	}

	set parameters(parameters: INodeParameters) {
		this.node.parameters = parameters;
	}

	/** How often the trigger asked n8n for its credential. */
	get credentialReads(): number {
		return this.credentials.reduce((sum, { reads }) => sum + reads, 0);
	}

	/** The trigger receives a request. */
	async receive({
		query: given = query(),
		body,
		unread = false,
		unreadable,
		mode = 'webhook',
		onResponse,
	}: Call): Promise<Received> {
		const { workflow, node, data, type } = await this.parts(mode);
		const response = new TestResponse();
		onResponse?.(response);
		const bytes =
			Buffer.isBuffer(body) || body === undefined ? body : Buffer.from(JSON.stringify(body));
		const request = {
			query: given,
			rawBody: unread || unreadable ? undefined : bytes,
			readRawBody: async () => {
				if (unreadable) throw unreadable;
				await Promise.resolve(void (request.rawBody = bytes));
			},
		};
		Object.assign(data, {
			httpRequest: request,
			httpResponse: response,
		});
		const context = new WebhookContext(workflow, node, data, mode, this.webhook(data), [], null);
		const log: LogEntry[] = [];
		const result = await collectingLogs(
			(entry) => log.push(entry),
			async () => await type.webhook!.call(context),
		);
		const [first] = result.workflowData?.[0] ?? [];
		return { data: result, response, item: first?.json, binary: first?.binary, log };
	}

	/** The workflow is activated, or deactivated. */
	async lifecycle(method: 'create' | 'delete', mode: WorkflowExecuteMode = 'trigger') {
		const { workflow, node, data, type } = await this.parts(mode);
		const context = new HookContext(workflow, node, data, mode, 'activate', this.webhook(data));
		const { default: methods } = type.webhookMethods!;
		if (method === 'create' && (await methods!.checkExists!.call(context))) return;
		await methods![method]!.call(context);
	}

	private webhook(data: IWebhookData['workflowExecuteAdditionalData']): IWebhookData {
		return {
			httpMethod: 'POST',
			node: this.node.name,
			path: 'hook/callback',
			webhookDescription: { name: 'default', httpMethod: 'POST', path: 'callback' },
			workflowId: 'workflow',
			workflowExecuteAdditionalData: data,
		};
	}

	private async parts(mode: WorkflowExecuteMode) {
		const types = await loadPackage();
		const type = types.getByNameAndVersion(triggerType, 2);
		const workflow = new Workflow({
			id: 'workflow',
			name: 'workflow',
			nodes: [structuredClone(this.node)],
			connections: {},
			active: true,
			nodeTypes: types,
		});
		const node = workflow.getNode('Trigger')!;
		node.parameters =
			NodeHelpers.getNodeParameters(
				type.description.properties,
				node.parameters,
				true,
				false,
				node,
				type.description,
			) ?? {};
		const credentials = new InMemoryCredentials(
			{ [credentialType]: credential(this.changes) as never },
			(name) => types.getCredential(name),
		);
		this.credentials.push(credentials);
		const hooks = new ExecutionLifecycleHooks(mode, '1', {
			id: 'workflow',
			name: 'workflow',
			active: true,
			activeVersionId: null,
			isArchived: false,
			nodes: [],
			connections: {},
			createdAt: new Date(),
			updatedAt: new Date(),
		});
		return { workflow, node, type, data: additionalData(credentials, hooks, '1') };
	}
}

let keys = 0;

/** A message that was not sent before. */
export const message = (text: string, more: IDataObject = {}): IDataObject =>
	directMessage(`key-${(keys += 1)}`, text, more);

/** The same, before it is sent. */
export const asked = (text: string): Call => ({
	query: query(before),
	body: message(text, { CallbackCommand: before }),
});
