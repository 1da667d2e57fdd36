import { parse } from 'flatted';
import type { IRun, IRunExecutionData } from 'n8n-workflow';
import type { Page } from 'playwright-core';

import type { RunningN8n } from '../../../scripts/n8n';
import { setUpOwner } from '../../../scripts/n8n';
import type { WorkflowJson } from '../../../scripts/workflow';

const OWNER = {
	email: 'owner@example.com',
	firstName: 'Olga',
	lastName: 'Owner',
	password: 'Local-only-2048',
};

/** One execution as n8n lists it. */
export interface ListedExecution {
	id: string;
	status: string;
	mode: string;
}

const ENDED = new Set(['success', 'error', 'crashed', 'canceled']);
const POLL_MS = 200;
const WITHIN_MS = 60_000;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Waits for something to become true, and fails when it does not. */
export async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
	const deadline = Date.now() + WITHIN_MS;
	while (!(await isSo())) {
		if (Date.now() > deadline) throw new Error(`${what} did not happen within ${WITHIN_MS} ms`);
		await pause(POLL_MS);
	}
}

/** What the owner of a running n8n does through the API of its editor. */
export class Server {
	private constructor(
		readonly url: string,
		private readonly cookie: string,
	) {}

	/** Creates the owner and logs in. */
	static async open({ url }: RunningN8n): Promise<Server> {
		await setUpOwner(url, OWNER);
		const response = await fetch(`${url}/rest/login`, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify({ emailOrLdapLoginId: OWNER.email, password: OWNER.password }),
		});
		const cookies = response.headers.getSetCookie().map((line) => line.split(';')[0]);
		if (!response.ok || cookies.length === 0) throw new Error(`No login: ${response.status}`);
		return new Server(url, cookies.join('; '));
	}

	/** Lets a browser in as the owner. */
	async signIn(page: Page): Promise<void> {
		const cookies = this.cookie.split('; ').map((pair) => {
			const [name = '', ...value] = pair.split('=');
			return { name, value: value.join('='), url: this.url };
		});
		await page.context().addCookies(cookies);
	}

	/** Stores a workflow and gives back its id. */
	async create(workflow: WorkflowJson): Promise<string> {
		const { id } = await this.call<{ id: string }>('POST', 'workflows', {
			settings: { executionOrder: 'v1' },
			...workflow,
		});
		return id;
	}

	/** @returns the words of n8n's refusal; undefined when the workflow is active */
	async activate(id: string): Promise<string | undefined> {
		const { versionId } = await this.call<{ versionId: string }>('GET', `workflows/${id}`);
		const response = await this.request('POST', `workflows/${id}/activate`, { versionId });
		const text = await response.text();
		return response.ok ? undefined : text;
	}

	/**
	 * Resolves when n8n listens at a webhook, which it does some time after the workflow is active.
	 * To a GET it says that the address takes POST, so that looking starts nothing.
	 */
	async listens(webhook: string): Promise<void> {
		await until(`Listening at ${webhook}`, async () => {
			const response = await fetch(webhook);
			return (await response.text()).includes('make a POST request');
		});
	}

	async deactivate(id: string): Promise<void> {
		await this.call('POST', `workflows/${id}/deactivate`, {});
	}

	/** The executions of a workflow, newest first. */
	async executions(workflowId: string): Promise<ListedExecution[]> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId }));
		const { results } = await this.call<{ results: ListedExecution[] }>(
			'GET',
			`executions?filter=${filter}&limit=100`,
		);
		return results;
	}

	/** The executions of a workflow, once there are that many and all of them have ended. */
	async ended(workflowId: string, count: number): Promise<ListedExecution[]> {
		let last: ListedExecution[] = [];
		await until(`The end of ${count} executions`, async () => {
			last = await this.executions(workflowId);
			return last.length >= count && last.every(({ status }) => ENDED.has(status));
		});
		return last;
	}

	/** Presses "Execute workflow" on a stored workflow; gives the id of the execution. */
	async run(workflowId: string, trigger: string): Promise<string> {
		const { executionId } = await this.call<{ executionId: string }>(
			'POST',
			`workflows/${workflowId}/run`,
			{ triggerToStartFrom: { name: trigger } },
		);
		return executionId;
	}

	/** n8n's own record of an execution, once it has ended. */
	async outcome(executionId: string): Promise<IRun> {
		type Packed = Omit<IRun, 'data'> & { data: string };
		let run: Packed | undefined;
		await until(`The end of execution ${executionId}`, async () => {
			run = await this.call<Packed>('GET', `executions/${executionId}`);
			return ENDED.has(run.status);
		});
		return { ...run!, data: parse(run!.data) as IRunExecutionData };
	}

	/** The content of a file that a node put out. */
	async file(id: string): Promise<string> {
		const query = new URLSearchParams({ id, action: 'download' });
		const response = await this.request('GET', `binary-data?${query}`);
		if (!response.ok) throw new Error(`The file ${id}: ${response.status}`);
		return await response.text();
	}

	/** n8n's own record of an execution, in its packed form. */
	async record(executionId: string): Promise<string> {
		const { data } = await this.call<{ data: string }>('GET', `executions/${executionId}`);
		return data;
	}

	private async request(method: string, path: string, body?: unknown): Promise<Response> {
		return await fetch(`${this.url}/rest/${path}`, {
			method,
			headers: { 'Content-Type': 'application/json', cookie: this.cookie },
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
		});
	}

	private async call<T>(method: string, path: string, body?: unknown): Promise<T> {
		const response = await this.request(method, path, body);
		if (!response.ok) {
			throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
		}
		return ((await response.json()) as { data: T }).data;
	}
}
