import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { customersOf } from '../harness/messages';
import { runNode, type NodeRun } from '../harness/engine';
import {
	demoApp,
	demoWorld,
	startSimulator,
	type FaultRule,
	type Simulator,
} from '../../simulator';

/** The faults of a bad network, in the mixture that the project promises to survive. */
export const badNetwork: FaultRule[] = [
	{ probability: 0.03, fault: { kind: 'reset' } },
	{ probability: 0.03, fault: { kind: 'status502' } },
	{ probability: 0.03, fault: { kind: 'loseResponse' } },
	{ probability: 0.03, fault: { kind: 'errorCode', code: 60008 } },
	{ probability: 0.02, fault: { kind: 'garbage' } },
	{ probability: 0.02, fault: { kind: 'slow', factor: 10 } },
];

/** A simulator that knows the customers and fails as often as `badNetwork` says. */
export async function startBadNetwork(seed: number, customers: number): Promise<Simulator> {
	const world = demoWorld();
	return await startSimulator({
		seed,
		world: {
			accounts: [...world.accounts, ...customersOf(customers)],
			// A group for each of them, with the customer's own name.
			groups: customersOf(customers).map((groupId) => ({ groupId, owner: 'alice' })),
		},
		behaviour: { latencyMs: 4, rateLimit: null, liveRoomPerSecond: null, faults: badNetwork },
	});
}

export const deliveryOptions = { requestsPerSecond: 5_000 };

/** Sends the messages with the given parameters; what fails goes to the error branch. */
export async function sendAll(
	simulator: Simulator,
	parameters: INodeParameters,
	items: IDataObject[],
): Promise<NodeRun> {
	return await runNode({ parameters, onError: 'continueErrorOutput' }, items, {
		credentials: {
			tencentChatDeskApi: {
				sdkAppId: demoApp.sdkAppId,
				identifier: 'administrator',
				secretKey: demoApp.secretKey,
				region: 'custom',
				customHost: simulator.url,
			},
		},
	});
}
