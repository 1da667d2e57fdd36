import type { INode, INodeParameters } from 'n8n-workflow';

import { demoCredential } from '../test/harness/demoCredential';
import { credentialType, packageName } from '../test/harness/project';

/** A way to send the same messages from n8n. */
export type Peer = 'own' | 'http' | 'httpBatched' | 'httpFastBatches' | 'sequential';

export const peerNames: Record<Peer, string> = {
	own: 'This node',
	http: 'HTTP Request node',
	httpBatched: 'HTTP Request node, 50 a second',
	httpFastBatches: 'HTTP Request node, 50 every 50 ms',
	sequential: 'One item at a time',
};

/** The part of a node that differs from peer to peer. */
export type Sender = Pick<INode, 'type' | 'typeVersion' | 'parameters' | 'credentials'>;

/** A simulator, and the stored credential that leads to it. */
export interface Target {
	url: string;
	credentialId: string;
	/** Of the callbacks that the trigger receives. */
	callbackToken?: string;
}

const text = '=Hello {{ $json.name }}, your order {{ $json.order }} is on its way.';

// One expression, which is the cheapest way that a user could write it.
const jsonBody = `={{ JSON.stringify({
	To_Account: $json.userId,
	MsgRandom: Math.floor(Math.random() * 4294967296),
	MsgBody: [
		{
			MsgType: 'TIMTextElem',
			MsgContent: { Text: 'Hello ' + $json.name + ', your order ' + $json.order + ' is on its way.' }
		}
	]
}) }}`;

function httpParameters(url: string, options: INodeParameters): INodeParameters {
	return {
		method: 'POST',
		url: `${url}/v4/openim/sendmsg`,
		authentication: 'predefinedCredentialType',
		nodeCredentialType: credentialType,
		sendBody: true,
		specifyBody: 'json',
		jsonBody: jsonBody,
		options,
	};
}

const batches = (batchInterval: number): INodeParameters => ({
	batching: { batch: { batchSize: 50, batchInterval } },
});

/** Parameters, type and credential of a peer's node. `perSecond` concerns this node alone. */
export function senderOf(peer: Peer, target: Target, perSecond: number): Sender {
	const credentials = {
		[credentialType]: { id: target.credentialId, name: demoCredential.name },
	};
	const http = { type: 'n8n-nodes-base.httpRequest', typeVersion: 4.5, credentials };
	switch (peer) {
		case 'own':
			return {
				type: `${packageName}.tencentChatDesk`,
				typeVersion: 1,
				credentials,
				parameters: {
					resource: 'directMessage',
					operation: 'send',
					toAccount: '={{ $json.userId }}',
					messageType: 'text',
					text: text,
					options: { requestsPerSecond: perSecond },
				},
			};
		case 'http':
			return { ...http, parameters: httpParameters(target.url, {}) };
		case 'httpBatched':
			return { ...http, parameters: httpParameters(target.url, batches(1000)) };
		case 'httpFastBatches':
			return { ...http, parameters: httpParameters(target.url, batches(50)) };
		case 'sequential':
			return {
				type: 'n8n-nodes-bench-sequential.sequentialSender',
				typeVersion: 1,
				credentials,
				parameters: { baseUrl: target.url, toAccount: '={{ $json.userId }}', text: text },
			};
	}
}
