import { parse } from 'flatted';
import type {
	ExecutionStatus,
	INodeListSearchResult,
	INodeParameters,
	IRun,
	IRunExecutionData,
} from 'n8n-workflow';

import { DEMO_CREDENTIAL } from '../../../scripts/demoCredential';
import { setUpOwner } from '../../../scripts/n8n';
import { CREDENTIAL_TYPE, PACKAGE_NAME } from '../../../scripts/project';
import type { WorkflowJson } from '../../../scripts/workflow';
import { START } from './workflows';

const ACCOUNT = {
	email: 'owner@example.com',
	firstName: 'Test',
	lastName: 'Owner',
	password: 'Tencent-desk-1',
};

const RUN_WITHIN_MS = 60_000;
const POLL_MS = 25;

/** What ends a run. */
const OVER: readonly ExecutionStatus[] = ['success', 'error', 'canceled', 'crashed'];

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

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
	/** Of the page, as the answer before it gave it. */
	paginationToken?: unknown;
}

/** The owner of an n8n, who uses its REST API as the editor in a browser does. */
export class Owner {
	private constructor(
		private readonly url: string,
		private readonly cookie: string,
	) {}

	/** Creates the owner's account and logs in. */
	static async logIn(url: string): Promise<Owner> {
		await setUpOwner(url, ACCOUNT);
		const response = await fetch(`${url}/rest/login`, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify({ emailOrLdapLoginId: ACCOUNT.email, password: ACCOUNT.password }),
		});
		const [cookie] = response.headers.getSetCookie();
		if (!response.ok || cookie === undefined) {
			throw new Error(`n8n refused the log-in (${response.status}): ${await response.text()}`);
		}
		return new Owner(url, cookie.split(';', 1)[0] ?? '');
	}

	/** Saves a workflow, presses "Execute workflow", and waits for the end of the run. */
	async run(workflow: WorkflowJson): Promise<IRun> {
		const { id } = await this.call<{ id: string }>('POST', '/workflows', workflow);
		const { executionId } = await this.call<{ executionId: string }>(
			'POST',
			`/workflows/${id}/run`,
			{ triggerToStartFrom: { name: START } },
		);
		const deadline = Date.now() + RUN_WITHIN_MS;
		for (;;) {
			const execution = await this.call<StoredExecution>('GET', `/executions/${executionId}`);
			if (OVER.includes(execution.status)) {
				return { ...execution, data: parse(execution.data) as IRunExecutionData };
			}
			if (Date.now() > deadline) {
				throw new Error(`'${workflow.name}' is still ${execution.status} after a minute`);
			}
			await pause(POLL_MS);
		}
	}

	/** Opens a picker of this package's action node. */
	async openPicker({
		list,
		parameter,
		panel = {},
		...page
	}: OpenedPicker): Promise<INodeListSearchResult> {
		return await this.call('POST', '/dynamic-node-parameters/resource-locator-results', {
			path: `parameters.${parameter}`,
			nodeTypeAndVersion: { name: `${PACKAGE_NAME}.tencentChatDesk`, version: 1 },
			currentNodeParameters: panel,
			credentials: { [CREDENTIAL_TYPE]: { ...DEMO_CREDENTIAL } },
			methodName: list,
			...page,
		});
	}

	private async call<T>(method: string, path: string, body?: unknown): Promise<T> {
		const response = await fetch(`${this.url}/rest${path}`, {
			method,
			headers: { 'Content-Type': 'application/json', Cookie: this.cookie },
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
		});
		const text = await response.text();
		if (!response.ok) throw new Error(`n8n refused ${path} (${response.status}): ${text}`);
		return (JSON.parse(text) as { data: T }).data;
	}
}
