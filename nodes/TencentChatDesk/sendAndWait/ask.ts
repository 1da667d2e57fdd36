import {
	WAIT_INDEFINITELY,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
} from 'n8n-workflow';
import { InvalidParameter } from '../parameters/invalidParameter';
import { deliver } from '../delivery/deliver';
import { access, unreadable } from '../delivery/transport/access';
import { failureOf } from '../delivery/errors/failure';
import { failedItem } from '../delivery/errors/items';
import { toNodeError } from '../delivery/errors/nodeErrors';
import type { Body, SingleCall } from '../contract';
import type { Fields } from '../parameters/fields';
import { readQuestion, type AnswerPlace, type Question } from './question';
import { readWaitEnd } from './waitTime';
import { answerLink } from './link';
import { withQuestion } from './chat/ask';

/** Where each type of answer stands in `data`, which is also where an earlier answer would stand. */
const answerFields = { approval: 'approved', choice: 'option', freeText: 'text' } as const;

function refuseSeveral(context: IExecuteFunctions): void {
	const { length } = context.getInputData();
	if (length <= 1) return;
	throw new InvalidParameter(
		`'Send and Wait for Response' asks one question at a time, and got ${length} items`,
		"Put a Loop Over Items node with a batch size of 1 before this node, or turn on 'Execute Once' in its settings to ask for the first item only.",
	);
}

/** n8n gives the answer back to an agent from a human review only, not from a tool that waited. */
function refuseTool(context: IExecuteFunctions): void {
	const { type } = context.getNode();
	if (!type.endsWith('Tool') || type.endsWith('HitlTool')) return;
	throw new InvalidParameter(
		"'Send and Wait for Response' cannot be called by an AI agent as a tool",
		'Add this node as human review between the agent and a tool, or use it as a step of the workflow.',
	);
}

/** After the time limit n8n passes the item on as it is: what looks like an answer would be one. */
function refuseOldAnswer(context: IExecuteFunctions, { reply }: Question): void {
	const data = context.getInputData()[0]?.json.data as IDataObject | undefined;
	const field = answerFields[reply.type];
	if (typeof data !== 'object' || data === null || !(field in data)) return;
	throw new InvalidParameter(
		`The item already holds 'data.${field}', as from an earlier answer, and would keep it when the time limit passes`,
		"Remove 'data' from the item before this node, for example with Edit Fields, or remove 'Limit Wait Time'.",
	);
}

/** Names of the machine itself: a link to them opens nowhere else. */
const ownMachine = /^(localhost|127(\.\d+){3}|0\.0\.0\.0|\[::1?\])$/;
/** n8n's endpoint, the execution and the node; anything before them comes from WEBHOOK_URL. */
const pathOfLink = /^(\/[^/]+){3}\/?$/;

/** Why nobody may be able to answer, by the link alone. In the chat n8n itself opens it. */
function* obstaclesOn(link: string, answerIn: AnswerPlace): Iterable<string> {
	const { hostname, origin, pathname } = new URL(link);
	if (answerIn === 'page' && ownMachine.test(hostname)) {
		yield `The link in the message leads to ${origin}, which opens on this computer only. Set WEBHOOK_URL to an address of n8n that the recipient can reach.`;
	}
	if (/(^|\/)(%20)+\//.test(pathname)) {
		yield 'WEBHOOK_URL of this n8n ends with a blank, so the answer reaches nothing. Remove the blank from the environment of n8n and start it again.';
	} else if (!pathOfLink.test(pathname)) {
		yield `The address for the answer begins with the path of WEBHOOK_URL, ${pathname.split('/').slice(0, -3).join('/')}/. n8n takes no answers below a path: a proxy that strips it breaks the signature of the link, one that keeps it does not reach the page. Give n8n a host name of its own, and set WEBHOOK_URL to that without a path.`;
	}
}

/** The question is on its way: nothing here may make it look as if it were not. */
function warnOfObstacles(context: IExecuteFunctions, link: string, answerIn: AnswerPlace): void {
	try {
		for (const message of obstaclesOn(link, answerIn)) {
			context.addExecutionHints({ message, type: 'warning', location: 'outputPane' });
		}
	} catch {
		context.logger.debug('A hint about the link of a question could not be shown');
	}
}

/** The question went out, and the answer will reach nothing. */
const cannotWait = failureOf(
	'lost',
	'The question was sent, but n8n could not put the execution to wait for the answer',
	'Its link leads nowhere. Tell the recipient before you ask again. The log of n8n says why it cannot wait; its database may be out of reach.',
);

const isSent = ({ json }: INodeExecutionData) => !('error' in json) && json.dryRun !== true;

/**
 * Sends the question of an operation that waits, and puts the execution to wait for the answer.
 * What is sent is delivered like any other message: a repeat and a retry carry the same link.
 *
 * @returns what is shown until then; or the failed item, or the dry run, with which it goes on
 */
export async function ask(
	context: IExecuteFunctions,
	operation: SingleCall,
): Promise<INodeExecutionData[]> {
	let waitEnd: Date | undefined;
	let link = '';
	let answerIn: AnswerPlace = 'page';
	const needsKey = context.getNode().parameters.answerIn === 'chat';
	// Where it cannot be read, delivering says so.
	const granted = needsKey ? await access(context).catch(() => undefined) : undefined;
	const request = (fields: Fields): Body => {
		refuseSeveral(context);
		refuseTool(context);
		const question = readQuestion(fields);
		waitEnd = readWaitEnd(fields, Date.now());
		if (waitEnd) refuseOldAnswer(context, question);
		link = answerLink(context, question);
		({ answerIn } = question);
		const body = operation.request(fields, link);
		if (answerIn === 'page') return body;
		if (!granted) throw unreadable;
		return withQuestion(body, fields, granted.account, link, waitEnd);
	};
	const items = await deliver(context, { ...operation, request });
	if (items.length === 0 || !items.every(isSent)) return items;
	warnOfObstacles(context, link, answerIn);
	try {
		await context.putExecutionToWait(waitEnd ?? WAIT_INDEFINITELY);
	} catch {
		if (!context.continueOnFail()) throw toNodeError(context.getNode(), cannotWait, 0);
		return items.map((_sent, item) => failedItem(cannotWait, item));
	}
	return items;
}
