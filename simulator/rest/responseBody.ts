import { randomUUID } from 'node:crypto';
import type { Fault } from '../faults';
import type { JsonObject } from '../json';
import { isRefusal, type Endpoint, type Outcome } from './endpoint';

/**
 * The JSON of a response: the envelope of REST API Introduction, and what the API adds to it.
 */
export function responseBody(outcome: Outcome, endpoint: Endpoint | undefined): JsonObject {
	const refused = isRefusal(outcome);
	return {
		ActionStatus: refused ? 'FAIL' : 'OK',
		ErrorInfo: refused ? outcome.info : '',
		ErrorCode: refused ? outcome.code : 0,
		...(endpoint?.withRequestId && { RequestId: requestId() }),
		...(!refused && outcome.response),
	};
}

/** The same response, in which a part of the call failed, if it is a good one and the fault says so. */
export function withFailedPart(response: JsonObject, fault: Fault | undefined): JsonObject {
	if (fault?.kind !== 'part' || response.ErrorCode !== 0) return response;
	const { field, entry } = fault;
	if (typeof entry === 'string' && !listsOfNames.has(field)) return { ...response, [field]: entry };
	const list = response[field];
	return { ...response, [field]: [...(Array.isArray(list) ? list : []), entry] };
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
