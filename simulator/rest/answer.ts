import { randomUUID } from 'node:crypto';
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

/** Shaped like the RequestId in the sample of Live > Send Normal Message. */
function requestId(): string {
	const [digits, sequence] = [randomUUID().replaceAll('-', ''), Math.floor(Math.random() * 1e7)];
	return `Id-${digits}-O-Seq-${sequence}`;
}
