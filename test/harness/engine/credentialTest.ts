import './environment';

import { ExecuteContext, RoutingNode } from 'n8n-core';
import { createEmptyRunExecutionData, Workflow } from 'n8n-workflow';
import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	IDataObject,
	INode,
	INodeType,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

import { loadPackage } from '../engine';
import { credentialType } from '../project';
import { InMemoryCredentials } from './credentials';

/** n8n's own verdict, from "Connection successful!" to the message in red. */
export interface Verdict {
	status: 'OK' | 'Error';
	message: string;
}

/** What pressing "Test" in the credential's form leads to. */
export interface CredentialTest {
	verdict: Verdict;
	/** The response that n8n judged; undefined when the request failed. */
	response: IDataObject | undefined;
	/** What the request threw; undefined when it was answered. */
	error: unknown;
}

/** A node with nothing but the credential's test request, as n8n makes one for each test. */
function testingNode(test: ICredentialTestRequest): INodeType {
	return {
		description: {
			displayName: 'Temp',
			name: 'n8n-nodes-base.noOp',
			group: [],
			version: 1,
			description: '',
			defaults: {},
			inputs: ['main'],
			outputs: ['main'],
			credentials: [{ name: credentialType, required: true }],
			properties: [
				{
					displayName: 'Temp',
					name: 'temp',
					type: 'string',
					routing: { request: test.request },
					default: '',
				},
			],
		},
	};
}

interface RequestError extends Error {
	cause?: { code?: string; response?: { status: number; statusText?: string } };
}

function verdictOf(error: unknown): Verdict {
	const { message, cause } = error as RequestError;
	if (cause?.response) {
		const { status, statusText } = cause.response;
		return { status: 'Error', message: statusText || `Received HTTP status code: ${status}` };
	}
	return { status: 'Error', message: cause?.code ?? message };
}

/**
 * The steps of n8n's CredentialsTester for a declarative test: a node that makes the request, then
 * the rules in their order. Errors end up in the dialog with their message.
 */
export async function pressTest(data: ICredentialDataDecryptedObject): Promise<CredentialTest> {
	const types = await loadPackage();
	const test = types.getCredential(credentialType).test as ICredentialTestRequest;
	const nodeType = testingNode(test);
	const node: INode = {
		id: 'temp',
		name: 'Temp-Node',
		type: nodeType.description.name,
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		credentials: { [credentialType]: { id: '1', name: 'Account' } },
	};
	const workflow = new Workflow({
		nodes: [node],
		connections: {},
		active: false,
		nodeTypes: {
			getByName: () => nodeType,
			getByNameAndVersion: () => nodeType,
			getKnownTypes: () => ({}),
		},
	});
	const credentialsHelper = new InMemoryCredentials({ [credentialType]: data }, (name) =>
		types.getCredential(name),
	);
	const context = new ExecuteContext(
		workflow,
		node,
		{ credentialsHelper, variables: {} } as unknown as IWorkflowExecuteAdditionalData,
		'internal',
		createEmptyRunExecutionData(),
		0,
		[],
		{ main: [[{ json: {} }]] },
		{ node, data: {}, source: null },
		[],
	);
	const routing = new RoutingNode(context, nodeType, {
		id: '1',
		name: 'Account',
		type: credentialType,
		data,
	});
	let response: IDataObject | undefined;
	try {
		response = (await routing.runNode())?.[0]?.[0]?.json;
	} catch (error) {
		return { verdict: verdictOf(error), response: undefined, error };
	}
	for (const rule of test.rules ?? []) {
		if (rule.type !== 'responseSuccessBody') continue;
		const { key, value, message } = rule.properties;
		if (response?.[key] === value) {
			return { verdict: { status: 'Error', message }, response, error: undefined };
		}
	}
	const verdict: Verdict = { status: 'OK', message: 'Connection successful!' };
	return { verdict, response, error: undefined };
}
