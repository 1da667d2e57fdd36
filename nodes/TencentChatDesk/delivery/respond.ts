import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { BadInput } from '../parameters/invalidParameter';
import type { ReplyRule } from '../contract';
import { Fields } from '../parameters/fields';
import { failedItem, sentItem } from './errors/items';
import { mergePatch } from './mergePatch';
import { troubleOf, toNodeError, type Trouble } from './errors/nodeErrors';

/** The trigger that the execution began with, and what its panel says. */
interface Origin {
	name: string;
	parameters: IDataObject;
}

const noOrigin = new BadInput(
	'No Tencent Chat Desk Trigger stands before this node',
	'Put it into the workflow that begins with the trigger. A workflow that is called by another one gives its decision back as data, and the calling one answers.',
);

const notAsked = new BadInput(
	'The trigger does not leave the answer to the workflow, so it has gone out already',
	"In the trigger, set 'Respond' to 'Decide in the Workflow'.",
);

const nobodyWaits = 'No callback waits for it: the workflow was started by hand';
const tooLate = 'The time was over: the answer chosen in the trigger has gone out';
const decided = 'An earlier item has decided';

function originOf(context: IExecuteFunctions, { trigger }: ReplyRule): Origin | undefined {
	const before = context.getParentNodes(context.getNode().name, { includeNodeParameters: true });
	const found = before.find(({ type, disabled }) => !disabled && type.endsWith(`.${trigger}`));
	return found && { name: found.name, parameters: (found.parameters ?? {}) as IDataObject };
}

/** Milliseconds since the epoch at which the trigger received what it put out; if it did. */
function receivedAt(context: IExecuteFunctions, { name }: Origin): number | undefined {
	try {
		const { $items: items } = context.getWorkflowDataProxy(0);
		const [first] = items(name) as INodeExecutionData[];
		const time = Date.parse(String(first?.json.receivedAt));
		return Number.isNaN(time) ? undefined : time;
	} catch {
		// n8n throws where the trigger has not run in this execution.
		return undefined;
	}
}

/** Why the answer cannot reach anybody; undefined when it can. */
function obstacle(context: IExecuteFunctions, rule: ReplyRule): string | undefined {
	const origin = originOf(context, rule);
	const byHand = context.getMode() === 'manual';
	if (!origin && !byHand) throw noOrigin;
	const received = origin && receivedAt(context, origin);
	if (!origin || (received === undefined && byHand)) return nobodyWaits;
	if (!rule.asked(origin.parameters)) throw notAsked;
	if (received === undefined) return undefined;
	return Date.now() - received > rule.within(origin.parameters) ? tooLate : undefined;
}

function answerOf(context: IExecuteFunctions, { answer }: ReplyRule, item: number): IDataObject {
	const fields = new Fields(
		(name) => context.getNodeParameter(name, item, ''),
		context.getTimezone(),
	);
	const extra = fields.collection('options', 'Options');
	return mergePatch(
		answer(fields),
		extra.optionalJsonObject('extraBody', 'Extra Body Fields (JSON)'),
	);
}

/**
 * Answers the request that the execution began with, through n8n's own `sendResponse`. There is one
 * request, so the first item that can answer does; nothing is called. A late answer goes nowhere:
 * it is kept back here where the time is known to be over, and dropped by the trigger otherwise.
 *
 * @throws NodeError at the first failure where the node is set to stop
 */
export async function reply(
	context: IExecuteFunctions,
	rule: ReplyRule,
): Promise<INodeExecutionData[]> {
	const results: INodeExecutionData[] = [];
	let hindrance: string | undefined;
	for (const [item] of context.getInputData().entries()) {
		let trouble: Trouble | undefined;
		try {
			const answer = answerOf(context, rule, item);
			hindrance ??= obstacle(context, rule);
			if (hindrance === undefined) {
				await context.sendResponse({ body: answer, statusCode: 200 });
			}
			const note = hindrance === undefined ? {} : { note: hindrance };
			results.push(sentItem({ answered: hindrance === undefined, ...note, ...answer }, item));
			hindrance ??= decided;
		} catch (error) {
			trouble = troubleOf(error);
		}
		if (!trouble) continue;
		if (!context.continueOnFail()) throw toNodeError(context.getNode(), trouble, item);
		results.push(failedItem(trouble, item));
	}
	return results;
}
