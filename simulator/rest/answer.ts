import { randomUUID } from 'node:crypto';
import type { Fault } from '../faults';
import type { JsonObject } from '../json';
import { isRefusal, type Endpoint, type Outcome } from './endpoint';

/**
 * The JSON of an answer: the envelope of REST API Introduction, and what the API adds to it.
 */
export function answerBody(outcome: Outcome, endpoint: Endpoint | undefined): JsonObject {
	const refused = isRefusal(outcome);
	return {
		ActionStatus: refused ? 'FAIL' : 'OK',
		ErrorInfo: refused ? outcome.info : '',
		ErrorCode: refused ? outcome.code : 0,
		...(endpoint?.answersWithRequestId && { RequestId: requestId() }),
		...(!refused && outcome.answer),
	};
}

/** The same answer, in which a part of the call failed, if it is a good one and the fault says so. */
export function withFailedPart(answer: JsonObject, fault: Fault | undefined): JsonObject {
	if (fault?.kind !== 'part' || answer.ErrorCode !== 0) return answer;
	const { field, entry } = fault;
	if (typeof entry === 'string' && !listsOfNames.has(field)) return { ...answer, [field]: entry };
	const list = answer[field];
	return { ...answer, [field]: [...(Array.isArray(list) ? list : []), entry] };
}

/** Lists that hold names and not objects. */
const listsOfNames = new Set([
	'FailAccounts',
	'Fail_Account',
	'InvalidAccountList',
	'InvalidMsgKeyList',
]);

/** Shaped like the RequestId in the sample of Live > Send Normal Message. */
function requestId(): string {
	const [digits, sequence] = [randomUUID().replaceAll('-', ''), Math.floor(Math.random() * 1e7)];
	return `Id-${digits}-O-Seq-${sequence}`;
}
