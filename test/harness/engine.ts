/**
 * Runs workflows through n8n's own engine (n8n-core): n8n's loader loads the built package from
 * dist/, n8n's WorkflowExecute runs it. No n8n server, database or editor is involved.
 */
import './engine/environment';

import { Container } from '@n8n/di';
import { ExecutionLifecycleHooks, ExternalSecretsProxy, WorkflowExecute } from 'n8n-core';
import { Workflow } from 'n8n-workflow';
import type {
	IDataObject,
	IExecuteResponsePromiseData,
	INode,
	INodeExecutionData,
	INodeParameters,
	IPinData,
	IRun,
	ITaskData,
	IWorkflowExecuteAdditionalData,
	NodeExecutionHint,
	WorkflowExecuteMode,
} from 'n8n-workflow';

import { keyRows } from './engine/keyRows';
import { InMemoryCredentials } from './engine/credentials';
import type { CredentialData } from './engine/credentials';
import { collectingLogs } from './engine/logging';
import type { LogEntry } from './engine/logging';
import { PackageTypes } from './engine/nodeTypes';
import { visitLink } from './engine/visiting';
import type { Visit, Visited } from './engine/visiting';
import { cosCredentialType, credentialType, packageName, projectFolder } from './project';
import type { WorkflowJson } from './workflow';

export type { CredentialData } from './engine/credentials';
export type { LogEntry } from './engine/logging';
export type { Visit, Visited } from './engine/visiting';
export type { WorkflowJson } from './workflow';

/** What a run may be given. */
export interface RunOptions {
	/** Data of each credential type that a node asks for. */
	credentials?: CredentialData;
	/** What the start node puts out, in place of its own output. */
	input?: Array<INodeExecutionData | IDataObject>;
	/** The node to start from; by default n8n's own choice, the trigger. */
	startNode?: string;
	/** Default `manual`, as when a user presses "Execute workflow". */
	mode?: WorkflowExecuteMode;
	/** What nodes see as the execution's id; by default a new one for each run. */
	executionId?: string;
	/** By default the same one for all runs of single nodes. */
	workflowId?: string;
	/** IANA name of the workflow's time zone; n8n's own when left out. */
	timezone?: string;
	/** Cancels the run, as the editor's stop button does. */
	signal?: AbortSignal;
	/** Where n8n says that links to waiting executions lead; by default to this machine. */
	webhookWaitingBaseUrl?: string;
	/** Sees what nodes answer to the request that started the workflow. */
	onResponse?: (response: IExecuteResponsePromiseData) => void;
	/** Sees each log line as it is written. */
	onLog?: (entry: LogEntry) => void;
	/** The package to load; by default this project. */
	packageFolder?: string;
}

/** What came out of a run. */
export interface WorkflowRun {
	/** n8n's own record: what it would save in its database. */
	run: IRun;
	/** The error that stopped the run, if one did. */
	error: IRun['data']['resultData']['error'];
	/** Every log line of the run, of every level. */
	log: LogEntry[];
	/** How often nodes read a credential. */
	credentialReads: number;
	/** What a node put out on one of its outputs, over all its runs; empty when it did not run. */
	items(nodeName: string, outputIndex?: number): INodeExecutionData[];
	/** n8n's record of a node's last run; undefined when it did not run. */
	task(nodeName: string): ITaskData | undefined;
	/** The hints that a node showed above its output. */
	hints(nodeName: string): NodeExecutionHint[];
	/** Calls the link of a run that waits. */
	visit(link: string, visit?: Visit): Promise<Visited>;
}

/** One node's settings in n8n's node panel, and its parameters. */
export interface NodeSettings {
	parameters: INodeParameters;
	onError?: INode['onError'];
	retryOnFail?: boolean;
	/** n8n allows 2 to 5. */
	maxTries?: number;
	/** Milliseconds; n8n takes 0 for its default of 1000. */
	waitBetweenTries?: number;
	executeOnce?: boolean;
	alwaysOutputData?: boolean;
	/** Default: this package's action node. */
	type?: string;
	typeVersion?: number;
}

/** A run of a single node. */
export interface NodeRun extends WorkflowRun {
	/** What left the node on its first output. */
	output: INodeExecutionData[];
	/** What left the node on its error output; empty unless `onError` is `continueErrorOutput`. */
	errorOutput: INodeExecutionData[];
}

const loadedPackages = new Map<string, Promise<PackageTypes>>();

/** The nodes and credentials of a built package; loaded once per process. */
export async function loadPackage(folder = projectFolder): Promise<PackageTypes> {
	let loading = loadedPackages.get(folder);
	if (!loading) {
		loading = PackageTypes.load(folder);
		loadedPackages.set(folder, loading);
	}
	return await loading;
}

let executions = 0;

const nextExecutionId = () => String(++executions);

const isItem = (value: INodeExecutionData | IDataObject): value is INodeExecutionData =>
	typeof value.json === 'object' && value.json !== null;

const toItem = (value: INodeExecutionData | IDataObject): INodeExecutionData =>
	isItem(value) ? value : { json: value };

/** What n8n's server hands to everything that runs, as far as it is there without a server. */
export function additionalData(
	credentialsHelper: InMemoryCredentials,
	hooks: ExecutionLifecycleHooks,
	executionId: string,
	webhookWaitingBaseUrl = 'http://127.0.0.1:5678/webhook-waiting',
): IWorkflowExecuteAdditionalData {
	// n8n builds resume links from these for every expression; nothing listens there.
	const base = 'http://127.0.0.1:5678';
	const refuse = async (): Promise<never> => {
		throw new Error('Not available when a workflow runs outside an n8n server');
	};
	return {
		credentialsHelper,
		hooks,
		externalSecretsProxy: Container.get(ExternalSecretsProxy),
		executionId,
		currentNodeExecutionIndex: 0,
		restApiUrl: `${base}/rest`,
		instanceBaseUrl: `${base}/`,
		formBaseUrl: `${base}/form`,
		formWaitingBaseUrl: `${base}/form-waiting`,
		formTestBaseUrl: `${base}/form-test`,
		webhookBaseUrl: `${base}/webhook`,
		webhookWaitingBaseUrl,
		webhookTestBaseUrl: `${base}/webhook-test`,
		mcpBaseUrl: `${base}/mcp`,
		mcpTestBaseUrl: `${base}/mcp-test`,
		variables: {},
		logAiEvent: () => undefined,
		executeWorkflow: refuse,
		startRunnerTask: refuse,
		getRunExecutionData: async () => undefined,
		getRuntimeCredential: async () => undefined,
	};
}

/**
 * Runs a whole workflow. A node that fails does not reject: the failure is in `error`, as in n8n.
 * Rejects when the workflow cannot start, as when a required parameter is missing.
 */
export async function runWorkflow(
	json: WorkflowJson,
	options: RunOptions = {},
): Promise<WorkflowRun> {
	const types = await loadPackage(options.packageFolder);
	keyRows();
	const mode = options.mode ?? 'manual';
	const executionId = options.executionId ?? nextExecutionId();
	const workflowId = options.workflowId ?? json.id ?? 'workflow';
	const workflow = new Workflow({
		id: workflowId,
		name: json.name,
		// The engine writes into nodes; the caller's copy stays as it is.
		nodes: structuredClone(json.nodes),
		connections: json.connections,
		active: false,
		nodeTypes: types,
		settings: {
			executionOrder: 'v1',
			...(options.timezone === undefined ? {} : { timezone: options.timezone }),
			...json.settings,
		},
	});
	const startNode = options.startNode
		? (workflow.getNode(options.startNode) ?? undefined)
		: workflow.getStartNode();
	if (!startNode) throw new Error(`The workflow "${json.name ?? workflowId}" has no start node`);

	const pinData: IPinData = { ...json.pinData };
	if (options.input) pinData[startNode.name] = options.input.map(toItem);

	const hooks = new ExecutionLifecycleHooks(mode, executionId, {
		id: workflowId,
		name: json.name ?? workflowId,
		active: false,
		activeVersionId: null,
		isArchived: false,
		nodes: json.nodes,
		connections: json.connections,
		createdAt: new Date(),
		updatedAt: new Date(),
	});
	hooks.addHandler('sendResponse', (response) => options.onResponse?.(response));
	const credentials = new InMemoryCredentials(options.credentials ?? {}, (name) =>
		types.getCredential(name),
	);

	const log: LogEntry[] = [];
	const write = (entry: LogEntry) => {
		log.push(entry);
		options.onLog?.(entry);
	};
	const data = additionalData(credentials, hooks, executionId, options.webhookWaitingBaseUrl);
	const run = await collectingLogs(write, async () => {
		const executing = new WorkflowExecute(data, mode).run({ workflow, startNode, pinData });
		const cancel = () => executing.cancel();
		options.signal?.addEventListener('abort', cancel, { once: true });
		if (options.signal?.aborted) cancel();
		try {
			return await executing;
		} finally {
			options.signal?.removeEventListener('abort', cancel);
		}
	});

	const tasks = (nodeName: string) => run.data.resultData.runData[nodeName] ?? [];
	const task = (nodeName: string) => tasks(nodeName).at(-1);
	return {
		run,
		error: run.data.resultData.error,
		log,
		credentialReads: credentials.reads,
		task,
		items: (nodeName, outputIndex = 0) =>
			tasks(nodeName).flatMap(({ data }) => data?.main?.[outputIndex] ?? []),
		hints: (nodeName) => task(nodeName)?.hints ?? [],
		visit: async (link, visit) =>
			await visitLink({ run, workflow, additionalData: data }, link, visit),
	};
}

/** The name that the single node of {@link runNode} has. */
export const nodeName = 'Tencent Chat Desk';

/** Runs one node on the given items, with the credential attached, and nothing around it. */
export async function runNode(
	settings: NodeSettings,
	input: Array<INodeExecutionData | IDataObject>,
	options: Omit<RunOptions, 'input' | 'startNode'> = {},
): Promise<NodeRun> {
	const { type = `${packageName}.tencentChatDesk`, typeVersion = 1, ...rest } = settings;
	const workflow: WorkflowJson = {
		name: 'One node',
		nodes: [
			{
				id: 'start',
				name: 'Start',
				type: 'n8n-nodes-base.manualTrigger',
				typeVersion: 1,
				position: [0, 0],
				parameters: {},
			},
			{
				id: 'node',
				name: nodeName,
				type,
				typeVersion,
				position: [200, 0],
				credentials: {
					[credentialType]: { id: '1', name: 'Tencent Chat Desk account' },
					[cosCredentialType]: { id: '2', name: 'Tencent COS account' },
				},
				...rest,
			},
		],
		connections: { Start: { main: [[{ node: nodeName, type: 'main', index: 0 }]] } },
	};
	const result = await runWorkflow(workflow, { ...options, input, startNode: 'Start' });
	return {
		...result,
		output: result.items(nodeName, 0),
		errorOutput: result.items(nodeName, 1),
	};
}
