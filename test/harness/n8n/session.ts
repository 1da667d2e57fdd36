import { setUpOwner } from './setUp';
import type { Owner } from './setUp';

/** The owner of a running n8n, who uses its REST API as the editor in a browser does. */
export class N8nSession {
	private constructor(
		readonly url: string,
		/** What the browser would send as its cookie. */
		readonly cookie: string,
	) {}

	/** Creates the owner's account when there is none, and logs in. */
	static async logIn(url: string, owner: Owner): Promise<N8nSession> {
		await setUpOwner(url, owner);
		const response = await fetch(`${url}/rest/login`, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: JSON.stringify({ emailOrLdapLoginId: owner.email, password: owner.password }),
		});
		const cookies = response.headers.getSetCookie().map((line) => line.split(';', 1)[0]);
		if (response.ok && cookies.length > 0) return new N8nSession(url, cookies.join('; '));
		throw new Error(
			`n8n refused the log-in of ${owner.email} (${response.status}): ${await response.text()}`,
		);
	}

	/** Calls a path below `/rest/`; a POST when there is a body. */
	async request(path: string, body?: object): Promise<Response> {
		return await fetch(`${this.url}/rest/${path}`, {
			headers: { 'Content-Type': 'application/json', Cookie: this.cookie },
			...(body && { method: 'POST', body: JSON.stringify(body) }),
		});
	}

	/** The same; gives the `data` of the response and throws when it is a refusal. */
	async call<Data>(path: string, body?: object): Promise<Data> {
		const response = await this.request(path, body);
		const text = await response.text();
		if (!response.ok) throw new Error(`n8n refused ${path} (${response.status}): ${text}`);
		return (JSON.parse(text) as { data: Data }).data;
	}

	/** Makes a stored workflow active. n8n may still take a moment until it listens. */
	async activate(workflowId: string): Promise<void> {
		const { versionId } = await this.call<{ versionId: string }>(`workflows/${workflowId}`);
		await this.call(`workflows/${workflowId}/activate`, { versionId });
	}

	/** Stores a workflow and gives back its id. */
	async store(workflow: object): Promise<string> {
		// n8n 1 wants to be told that it is not active.
		return (await this.call<{ id: string }>('workflows', { active: false, ...workflow })).id;
	}
}
