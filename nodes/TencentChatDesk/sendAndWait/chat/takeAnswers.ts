import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { ListCall } from '../../contract';
import { deliver } from '../../delivery/deliver';
import { failedItem } from '../../delivery/errors/items';
import { itemErrorOf, toNodeError, type ItemError } from '../../delivery/errors/nodeErrors';
import type { Failure } from '../../delivery/errors/failure';
import { itemFields } from '../../delivery/itemFields';
import { access } from '../../delivery/transport/access';
import type { Fields } from '../../parameters/fields';
import { InvalidParameter } from '../../parameters/invalidParameter';
import { readReplyFields, readSaid } from '../questionReplyFields';
import { handOver } from './handOver';
import { isSecondTap, questionsFor } from './history';
import type { Sealer } from './ticket';

/**
 * Why a message is no answer:
 * - `noText`: it says nothing;
 * - `noQuestion`: nothing was asked that is not over;
 * - `closed`: what was asked is answered already;
 * - `noMatch`: it is none of the answers that the newest open question offers.
 */
type Reason = 'closed' | 'noMatch' | 'noQuestion' | 'noText';

/** What the output says of a message, beside what came in. */
type Verdict = { taken: true; answer: IDataObject } | { taken: false; reason: Reason };

function refuseTool(context: IExecuteFunctions): void {
	if (!context.getNode().type.endsWith('Tool')) return;
	throw new InvalidParameter(
		"'Take Answer' cannot be called by an AI agent as a tool",
		'Put it behind the trigger, before the agent: what it takes for an answer does not concern the agent.',
	);
}

/** Hands the reply to the newest question that is open, and to no other. */
async function verdictOn(
	context: IExecuteFunctions,
	item: number,
	history: readonly IDataObject[],
	sealer: Sealer,
): Promise<Verdict | Failure> {
	const fields = itemFields(context, item);
	if (readSaid(fields) === '') return { taken: false, reason: 'noText' };
	const { said, ...reply } = readReplyFields(fields);
	const now = Date.now();
	const writtenAt = reply.writtenAt ?? now / 1000;
	const questions = questionsFor(reply, history, sealer, now);
	for (const [closed, question] of questions.entries()) {
		if (closed > 0 && isSecondTap({ ...reply, writtenAt }, said, history)) break;
		const taking = await handOver(context, question, said, writtenAt);
		if (!('state' in taking)) return taking;
		if (taking.state === 'taken') return { taken: true, answer: taking.answer };
		if (taking.state === 'open') return { taken: false, reason: 'noMatch' };
	}
	return { taken: false, reason: questions.length === 0 ? 'noQuestion' : 'closed' };
}

/** The item as it came in, and whether it was an answer. */
function tellingOf(
	{ json, binary }: INodeExecutionData,
	item: number,
	verdict: Verdict,
): INodeExecutionData {
	const answer = verdict.taken
		? { taken: true, ...verdict.answer }
		: { taken: false, reason: verdict.reason };
	return { json: { ...json, answer }, ...(binary ? { binary } : {}), pairedItem: { item } };
}

/** A failure, or what a dry run puts out: no message of a history. */
const isOutput = ({ json }: INodeExecutionData) => 'error' in json || json.dryRun === true;

/** What was read for each item. */
function byItem(read: readonly INodeExecutionData[]): Map<number, INodeExecutionData[]> {
	const found = new Map<number, INodeExecutionData[]>();
	for (const one of read) {
		const { pairedItem } = one;
		const item = typeof pairedItem === 'object' && 'item' in pairedItem ? pairedItem.item : 0;
		found.set(item, [...(found.get(item) ?? []), one]);
	}
	return found;
}

/**
 * Looks for each item, a message that somebody wrote, for the question that it answers, and hands it to
 * the execution that waits. What is known of a question stands in Tencent's history and in n8n's record
 * of the execution, so that any process of n8n can do it.
 *
 * @returns the answers, and the other items; those with `error` in their data go to the error branch
 * @throws NodeError at the first failure where the node is set to stop
 */
export async function takeAnswers(
	context: IExecuteFunctions,
	operation: ListCall,
): Promise<INodeExecutionData[][]> {
	const answers: INodeExecutionData[] = [];
	const others: INodeExecutionData[] = [];
	const needsCall = (fields: Fields) => {
		refuseTool(context);
		return operation.needsCall?.(fields) ?? true;
	};
	const read = byItem(await deliver(context, { ...operation, needsCall }));
	let sealer: Sealer | undefined;
	for (const [item, input] of context.getInputData().entries()) {
		const found = read.get(item) ?? [];
		if (found.some(isOutput)) {
			others.push(...found);
			continue;
		}
		let error: ItemError;
		try {
			sealer ??= (await access(context)).account;
			const history = found.map(({ json }) => json);
			const verdict = await verdictOn(context, item, history, sealer);
			if ('taken' in verdict) {
				(verdict.taken ? answers : others).push(tellingOf(input, item, verdict));
				continue;
			}
			error = verdict;
		} catch (thrown) {
			error = itemErrorOf(thrown);
		}
		if (!context.continueOnFail()) throw toNodeError(context.getNode(), error, item);
		others.push(failedItem(error, item));
	}
	return [answers, others];
}
