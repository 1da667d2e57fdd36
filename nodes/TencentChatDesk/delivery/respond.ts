import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { InvalidParameter } from '../parameters/invalidParameter';
import type { Response, RespondRule } from '../contract';
import { Fields, withoutAbsent } from '../parameters/fields';
import { failedItem, sentItem } from './errors/items';
import { mergePatch } from './mergePatch';
import { itemErrorOf, toNodeError, type ItemError } from './errors/nodeErrors';

/** The trigger that the execution began with, and what its panel says. */
interface TriggerNode {
	name: string;
	parameters: IDataObject;
}

const noTrigger = new InvalidParameter(
	'There is no Tencent Chat Desk Trigger before this node',
	'Put it into the workflow that begins with the trigger. A workflow that is called by another one gives its decision back as data, and the calling one answers.',
);

const notAsked = new InvalidParameter(
	'The trigger does not leave the answer to the workflow, so it has gone out already',
	"In the trigger, set 'Respond' to 'Decide in the Workflow'.",
);

const nobodyWaits = 'No callback waits for it: the workflow was started by hand';
const tooLate = 'The time was over: the answer chosen in the trigger has gone out';
const decided = 'An earlier item has decided';

function triggerOf(context: IExecuteFunctions, { trigger }: RespondRule): TriggerNode | undefined {
	const before = context.getParentNodes(context.getNode().name, { includeNodeParameters: true });
	const found = before.find(({ type, disabled }) => !disabled && type.endsWith(`.${trigger}`));
	return found && { name: found.name, parameters: (found.parameters ?? {}) as IDataObject };
}

/** What the trigger put out first; undefined where it has not run in this execution. */
function receivedBy(context: IExecuteFunctions, { name }: TriggerNode): IDataObject | undefined {
	try {
		const { $items: items } = context.getWorkflowDataProxy(0);
		const [first] = items(name) as INodeExecutionData[];
		return first?.json;
	} catch {
		// n8n throws where the trigger has not run in this execution.
		return undefined;
	}
}

/** Milliseconds since the epoch at which the trigger received what it put out; if it did. */
function receivedAt(item: IDataObject | undefined): number | undefined {
	const time = Date.parse(String(item?.receivedAt));
	return Number.isNaN(time) ? undefined : time;
}

/** Why the response cannot reach anybody; undefined when it can. */
function obstacle(
	context: IExecuteFunctions,
	rule: RespondRule,
	origin: TriggerNode | undefined,
	item: IDataObject | undefined,
): string | undefined {
	const byHand = context.getMode() === 'manual';
	if (!origin && !byHand) throw noTrigger;
	const received = receivedAt(item);
	if (!origin || (received === undefined && byHand)) return nobodyWaits;
	if (!rule.isExpected(origin.parameters)) throw notAsked;
	if (received === undefined) return undefined;
	return Date.now() - received > rule.timeLimit(origin.parameters) ? tooLate : undefined;
}

function responseOf(
	context: IExecuteFunctions,
	{ response }: RespondRule,
	received: IDataObject | undefined,
	item: number,
): Response {
	const fields = new Fields(
		(name) => context.getNodeParameter(name, item, ''),
		context.getTimezone(),
	);
	const extra = fields.collection('options', 'Options');
	const { body, note } = response(fields, received);
	const patch = extra.optionalJsonObject('extraBody', 'Extra Body Fields (JSON)');
	return { body: mergePatch(body, patch), note };
}

/**
 * Responds to the request that the execution began with, through n8n's own `sendResponse`. There is one
 * request, so the first item that can responds; nothing is called. A late response goes nowhere:
 * it is kept back here where the time is known to be over, and dropped by the trigger otherwise.
 *
 * @throws NodeError at the first failure where the node is set to stop
 */
export async function respond(
	context: IExecuteFunctions,
	rule: RespondRule,
): Promise<INodeExecutionData[]> {
	const results: INodeExecutionData[] = [];
	const origin = triggerOf(context, rule);
	const received = origin && receivedBy(context, origin);
	let hindrance: string | undefined;
	for (const [item] of context.getInputData().entries()) {
		let itemError: ItemError | undefined;
		try {
			const { body, note } = responseOf(context, rule, received, item);
			hindrance ??= obstacle(context, rule, origin, received);
			if (hindrance === undefined) await context.sendResponse({ body, statusCode: 200 });
			const told = withoutAbsent({ note: hindrance ?? note });
			results.push(sentItem({ answered: hindrance === undefined, ...told, ...body }, item));
			hindrance ??= decided;
		} catch (error) {
			itemError = itemErrorOf(error);
		}
		if (!itemError) continue;
		if (!context.continueOnFail()) throw toNodeError(context.getNode(), itemError, item);
		results.push(failedItem(itemError, item));
	}
	return results;
}
