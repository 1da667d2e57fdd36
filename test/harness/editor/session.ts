import { parse } from 'flatted';
import type {
	ExecutionStatus,
	ICredentialDataDecryptedObject,
	INodeCredentialTestResult,
	INodeListSearchResult,
	INodeParameters,
	IRun,
	IRunExecutionData,
} from 'n8n-workflow';
import type { Page } from 'playwright-core';

import { demoCredential } from '../demoCredential';
import { N8nSession } from '../n8n';
import type { RunningN8n } from '../n8n';
import { owner } from '../owner';
import { credentialType, packageName } from '../project';
import type { WorkflowJson } from '../workflow';
import { eventually, until } from '../eventually';

/** One execution as n8n lists it. */
export interface ListedExecution {
	id: string;
	status: ExecutionStatus;
	mode: string;
}

/** An execution as n8n's REST API gives it; `data` is the run in the notation of "flatted". */
interface StoredExecution extends Omit<IRun, 'data'> {
	data: string;
}

/** A picker "From List" that is opened in the panel of an action node. */
export interface OpenedPicker {
	/** The list that the picker offers. */
	list: string;
	/** Name of the parameter that the picker belongs to. */
	parameter: string;
	/** What else is chosen in the panel. */
	panel?: INodeParameters;
	/** What was typed into the search. */
	filter?: string;
	/** Of the page, as the response before it gave it. */
	paginationToken?: unknown;
}

/** What ends a run. */
const ended = new Set<ExecutionStatus>(['success', 'error', 'crashed', 'canceled']);

/** What the owner of a running n8n does in its editor. */
export class EditorSession {
	private constructor(private readonly session: N8nSession) {}

	/** Creates the owner and logs in. */
	static async open({ url }: RunningN8n): Promise<EditorSession> {
		return new EditorSession(await N8nSession.logIn(url, owner));
	}

	/** Lets a browser in as the owner. */
	async signIn(page: Page): Promise<void> {
		const cookies = this.session.cookie.split('; ').map((pair) => {
			const [name = '', ...value] = pair.split('=');
			return { name, value: value.join('='), url: this.session.url };
		});
		await page.context().addCookies(cookies);
	}

	/** Stores a workflow and gives back its id. */
	async create(workflow: WorkflowJson): Promise<string> {
		return await this.session.store({ settings: { executionOrder: 'v1' }, ...workflow });
	}

	/** Makes a workflow active. */
	async activate(id: string): Promise<void> {
		await this.session.activate(id);
	}

	async deactivate(id: string): Promise<void> {
		await this.session.call(`workflows/${id}/deactivate`, {});
	}

	/** The executions of a workflow, newest first. */
	async executions(workflowId: string): Promise<ListedExecution[]> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId }));
		const { results } = await this.session.call<{ results: ListedExecution[] }>(
			`executions?filter=${filter}&limit=100`,
		);
		return results;
	}

	/** The executions of a workflow, once there are that many and all of them have ended. */
	async ended(workflowId: string, count: number): Promise<ListedExecution[]> {
		let last: ListedExecution[] = [];
		await until(`The end of ${count} executions`, async () => {
			last = await this.executions(workflowId);
			return last.length >= count && last.every(({ status }) => ended.has(status));
		});
		return last;
	}

	/** Presses "Execute workflow" on a stored workflow; gives the id of the execution. */
	async run(workflowId: string, trigger: string): Promise<string> {
		const { executionId } = await this.session.call<{ executionId: string }>(
			`workflows/${workflowId}/run`,
			{
				// n8n 1 runs what it is given; n8n 2 what is stored.
				workflowData: await this.session.call<object>(`workflows/${workflowId}`),
				triggerToStartFrom: { name: trigger },
			},
		);
		return executionId;
	}

	/** n8n's own record of an execution, once it has ended. */
	async outcome(executionId: string): Promise<IRun> {
		return await eventually(
			`the end of execution ${executionId}`,
			async () => {
				const run = await this.session.call<StoredExecution>(`executions/${executionId}`);
				if (!ended.has(run.status)) return undefined;
				const data = parse(run.data) as IRunExecutionData | undefined;
				// n8n 1 may know how a run ended a moment before it has stored the rest.
				return data?.resultData ? { ...run, data } : undefined;
			},
			60,
		);
	}

	/** Presses "Retry" in the form of the credential. */
	async testCredential(data: ICredentialDataDecryptedObject): Promise<INodeCredentialTestResult> {
		return await this.session.call('credentials/test', {
			credentials: { ...demoCredential, type: credentialType, data },
		});
	}

	/** Opens a picker of this package's action node. */
	async openPicker({
		list,
		parameter,
		panel = {},
		...page
	}: OpenedPicker): Promise<INodeListSearchResult> {
		return await this.session.call('dynamic-node-parameters/resource-locator-results', {
			path: `parameters.${parameter}`,
			nodeTypeAndVersion: { name: `${packageName}.tencentChatDesk`, version: 1 },
			currentNodeParameters: panel,
			credentials: { [credentialType]: { ...demoCredential } },
			methodName: list,
			...page,
		});
	}

	/** The content of a file that a node put out. */
	async file(id: string): Promise<string> {
		const query = new URLSearchParams({ id, action: 'download' });
		const response = await this.session.request(`binary-data?${query}`);
		if (!response.ok) throw new Error(`The file ${id}: ${response.status}`);
		return await response.text();
	}

	/** n8n's own record of an execution, in its packed form. */
	async record(executionId: string): Promise<string> {
		const { data } = await this.session.call<StoredExecution>(`executions/${executionId}`);
		return data;
	}
}
