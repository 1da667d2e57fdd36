import type { IExecuteFunctions, IWebhookFunctions } from 'n8n-workflow';

/**
 * A node in a loop asks again and again, and n8n's address of the waiting execution is the same
 * each time. The turn tells the questions apart, so that the link of an earlier one answers no
 * later one.
 */
type QuestionId = string;

/** n8n's name for this node where it reviews what an AI agent wants to do. */
const isReview = (context: IExecuteFunctions | IWebhookFunctions): boolean =>
	context.getNode().type.endsWith('HitlTool');

/** The name of a node as a text inside an expression, which ends at the first closing braces. */
const quoted = (name: string) =>
	JSON.stringify(name).replace(/[{}]/g, (brace) => `\\u00${brace.charCodeAt(0).toString(16)}`);

/** The turn of the question that is about to be asked. */
export function questionIdToAsk(context: IExecuteFunctions): QuestionId {
	// Several calls of tools can wait for a review at once; each has an ID.
	if (isReview(context)) return String(context.getInputData()[0]?.json.toolCallId);
	return String(context.getWorkflowDataProxy(0).$runIndex);
}

/**
 * The turn of the question that the execution waits with. n8n takes the run that waits out of its
 * record before it calls the node: what is left are the runs before it.
 */
export function questionIdThatWaits(context: IWebhookFunctions): QuestionId {
	if (isReview(context)) return String(context.evaluateExpression('{{ $json.toolCallId }}', 0));
	const last = context.evaluateExpression(
		`{{ $node[${quoted(context.getNode().name)}].runIndex }}`,
	);
	return String(Number(last) + 1);
}
