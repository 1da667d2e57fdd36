import { N8nSession, type Owner } from './n8n';
import type { WorkflowJson } from './workflow';

/** Who logs in to the editor, in the demonstration, the tests and the bench. */
export const owner: Owner = {
	email: 'demo@example.com',
	firstName: 'Demo',
	lastName: 'Owner',
	// For an n8n that listens on loopback only and holds nothing of worth.
	password: 'Tencent-desk-1',
};

/**
 * Creates the owner's account when there is none, and publishes the workflows.
 *
 * @param folder in which this n8n keeps everything, for the reader of an error
 */
export async function publishAsOwner(
	url: string,
	workflows: WorkflowJson[],
	folder = '.cache/n8n-user',
): Promise<void> {
	const session = await logIn(url, folder);
	for (const { id = '' } of workflows) await session.activate(id);
}

async function logIn(url: string, folder: string): Promise<N8nSession> {
	try {
		return await N8nSession.logIn(url, owner);
	} catch (cause) {
		throw new Error(
			`${(cause as Error).message}\n` +
				`When its password was changed, delete the folder ${folder} and start again.`,
			{ cause },
		);
	}
}
