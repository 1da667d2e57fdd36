import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Deliverable } from '../contract';
import { isAboutWebAddress, letFailuresOut } from './errors/webhookUrl';
import { access, unreadable, type Access } from './transport/access';
import { Run } from './run';
import { failedItem } from './errors/items';
import {
	isOwnError,
	nodeErrorOf,
	toNodeError,
	itemErrorOf,
	type ItemError,
} from './errors/nodeErrors';
import { aboutMemory } from './ledger/aboutMemory';
import { respond } from './respond';

/** With "Continue" a node that throws would pass its input on as if it had been sent. */
function allFailed(context: IExecuteFunctions, error: ItemError): INodeExecutionData[] {
	return context.getInputData().map((_input, item) => failedItem(error, item));
}

/**
 * Runs what comes before the first item is touched, and makes whatever it throws the failure of
 * every item, or the node error that stops the workflow.
 */
export async function guarded(
	context: IExecuteFunctions,
	run: () => Promise<INodeExecutionData[][]>,
): Promise<INodeExecutionData[][]> {
	try {
		return await run();
	} catch (error) {
		if (isAboutWebAddress(error)) letFailuresOut(context);
		if (context.continueOnFail()) return [allFailed(context, itemErrorOf(error))];
		throw nodeErrorOf(context.getNode(), error);
	}
}

/**
 * Turns the input items into calls of one operation and the responses into items, in input order.
 *
 * @returns the items of the node's output; those with `error` in their data go to the error branch
 * @throws NodeError at the first failure where the node is set to stop
 */
export async function deliver(
	context: IExecuteFunctions,
	operation: Deliverable,
): Promise<INodeExecutionData[]> {
	if (operation.shape === 'respond') return await respond(context, operation.respond);
	if (operation.shape === 'memory') return await aboutMemory(context, operation);
	let granted: Access;
	try {
		granted = await access(context);
	} catch (error) {
		if (context.continueOnFail()) {
			return allFailed(context, isOwnError(error) ? error : unreadable);
		}
		// What n8n itself says of a deleted credential, say, is more exact.
		throw toNodeError(context.getNode(), itemErrorOf(error, unreadable.advice), 0);
	}
	const { account, client, ownHost } = granted;
	return await new Run(context, operation, client, account, ownHost).run();
}
