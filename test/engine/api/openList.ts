import { loadPackage } from '../../harness/engine';

import { LoadOptionsContext } from 'n8n-core';
import { Workflow } from 'n8n-workflow';
import type {
	INode,
	INodeListSearchResult,
	INodeParameters,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

import { InMemoryCredentials } from '../../harness/engine/credentials';
import { credentialType, packageName } from '../../harness/project';
import { credentialFor, type Testbed } from '../../harness/engineTestbed';

export interface ListRequest {
	/** What the user typed into the search. */
	filter?: string;
	/** Of the page, as the response before it gave it. */
	token?: string;
	/** What else is chosen in the panel. */
	panel?: INodeParameters;
	/** Laid over the good credential. */
	credential?: Parameters<typeof credentialFor>[1];
}

/** Opens "From List" as n8n's server does for the editor: the built node, n8n's own context. */
export async function openList(
	testbed: Testbed,
	method: string,
	{ filter, token, panel = {}, credential }: ListRequest = {},
): Promise<INodeListSearchResult> {
	const nodeTypes = await loadPackage();
	const node: INode = {
		id: 'node',
		name: 'Tencent Chat Desk',
		type: `${packageName}.tencentChatDesk`,
		typeVersion: 1,
		position: [0, 0],
		parameters: panel,
		credentials: { [credentialType]: { id: '1', name: 'Tencent Chat Desk account' } },
	};
	const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
	const data = { [credentialType]: credentialFor(testbed.simulator.url, credential) };
	const additionalData = {
		credentialsHelper: new InMemoryCredentials(data, (name) => nodeTypes.getCredential(name)),
		currentNodeParameters: panel,
	} as unknown as IWorkflowExecuteAdditionalData;
	const context = new LoadOptionsContext(workflow, node, additionalData, '');
	const search = nodeTypes.getByNameAndVersion(node.type).methods?.listSearch?.[method];
	if (!search) throw new Error(`The node has no list "${method}"`);
	return await search.call(context, filter, token);
}
