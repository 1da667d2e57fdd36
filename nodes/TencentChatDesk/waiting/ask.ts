import {
	WAIT_INDEFINITELY,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';
import { BadInput } from '../badInput';
import { deliver } from '../delivery/deliver';
import type { Fields } from '../fields';
import { readQuestion, type Question } from '../messages/question';
import type { Operation } from '../operations/operation';
import { readWaitEnd } from '../operations/waitTime';
import { answerLink } from './link';

/** Where each type of answer stands in `data`, which is also where an earlier answer would stand. */
const answerFields = { approval: 'approved', choice: 'option', freeText: 'text' } as const;

function refuseSeveral(context: IExecuteFunctions): void {
	const { length } = context.getInputData();
	if (length <= 1) return;
	throw new BadInput(
		`'Send and Wait for Response' asks one question at a time, and got ${length} items`,
		"Put a Loop Over Items node with a batch size of 1 before this node, or turn on 'Execute Once' in its settings to ask for the first item only.",
	);
}

/** n8n gives the answer back to an agent from a human review only, not from a tool that waited. */
function refuseTool(context: IExecuteFunctions): void {
	const { type } = context.getNode();
	if (!type.endsWith('Tool') || type.endsWith('HitlTool')) return;
	throw new BadInput(
		"'Send and Wait for Response' cannot be called by an AI agent as a tool",
		'Add this node as human review between the agent and a tool, or use it as a step of the workflow.',
	);
}

/** After the time limit n8n passes the item on as it is: what looks like an answer would be one. */
function refuseOldAnswer(context: IExecuteFunctions, { reply }: Question): void {
	const data = context.getInputData()[0]?.json.data as IDataObject | undefined;
	const field = answerFields[reply.type];
	if (typeof data !== 'object' || data === null || !(field in data)) return;
	throw new BadInput(
		`The item already holds 'data.${field}', as from an earlier answer, and would keep it when the time limit passes`,
		"Remove 'data' from the item before this node, for example with Edit Fields, or remove 'Limit Wait Time'.",
	);
}

/** Names of the machine itself: a link to them opens nowhere else. */
const ownMachine = /^(localhost|127(\.\d+){3}|0\.0\.0\.0|\[::1?\])$/;

function warnOfOwnMachine(context: IExecuteFunctions, link: string): void {
	const { hostname, origin } = new URL(link);
	if (!ownMachine.test(hostname)) return;
	context.addExecutionHints({
		message: `The link in the message leads to ${origin}, which opens on this computer only. Set WEBHOOK_URL to an address of n8n that the recipient can reach.`,
		type: 'warning',
		location: 'outputPane',
	});
}

const isSent = ({ json }: INodeExecutionData) => !('error' in json) && json.dryRun !== true;

/**
 * Sends the question of an operation that waits, and puts the execution to wait for the answer.
 * What is sent is delivered like any other message: a repeat and a retry carry the same link.
 *
 * @returns what is shown until then; or the failed item, or the dry run, with which it goes on
 */
export async function ask(
	context: IExecuteFunctions,
	operation: Operation,
): Promise<INodeExecutionData[]> {
	let waitEnd: Date | undefined;
	let link = '';
	const request = (fields: Fields) => {
		refuseSeveral(context);
		refuseTool(context);
		const question = readQuestion(fields);
		waitEnd = readWaitEnd(fields, Date.now());
		if (waitEnd) refuseOldAnswer(context, question);
		link = answerLink(context, question);
		return operation.request(fields, link);
	};
	const items = await deliver(context, { ...operation, request });
	if (items.length > 0 && items.every(isSent)) {
		warnOfOwnMachine(context, link);
		await context.putExecutionToWait(waitEnd ?? WAIT_INDEFINITELY);
	}
	return items;
}
