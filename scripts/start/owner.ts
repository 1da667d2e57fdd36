import { setUpOwner } from '../n8n';
import type { WorkflowJson } from '../workflow';

/** Who logs in to the editor. */
export const OWNER = {
	email: 'demo@example.com',
	firstName: 'Demo',
	lastName: 'Owner',
	// For an n8n that listens on loopback only and holds nothing but the demonstration.
	password: 'Tencent-desk-1',
};

/** Creates the owner's account when there is none, and publishes the workflows. */
export async function publishAsOwner(url: string, workflows: WorkflowJson[]): Promise<void> {
	await setUpOwner(url, OWNER);
	if (workflows.length === 0) return;
	const cookie = await logIn(url);
	for (const { id = '' } of workflows) {
		const { versionId } = await call<{ versionId: string }>(url, cookie, `/workflows/${id}`);
		await call(url, cookie, `/workflows/${id}/activate`, { versionId });
	}
}

async function logIn(url: string): Promise<string> {
	const response = await fetch(`${url}/rest/login`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/json' },
		body: JSON.stringify({ emailOrLdapLoginId: OWNER.email, password: OWNER.password }),
	});
	const [cookie] = response.headers.getSetCookie();
	if (response.ok && cookie !== undefined) return cookie.split(';', 1)[0] ?? '';
	throw new Error(
		`n8n refused the log-in of ${OWNER.email} (${response.status}).\n` +
			'When its password was changed, delete the folder .cache/n8n-user and start again.',
	);
}

/** Calls n8n as its editor does; a POST when there is a body. */
async function call<Data>(url: string, cookie: string, path: string, body?: object): Promise<Data> {
	const response = await fetch(`${url}/rest${path}`, {
		method: body ? 'POST' : 'GET',
		headers: { 'Content-Type': 'application/json', Cookie: cookie },
		...(body && { body: JSON.stringify(body) }),
	});
	const text = await response.text();
	if (!response.ok) throw new Error(`n8n refused ${path} (${response.status}): ${text}`);
	return (JSON.parse(text) as { data: Data }).data;
}
