import type { IDataObject } from 'n8n-workflow';
import type { ApiResponse, Outcome } from '../../contract';
import { withoutAbsent } from '../../parameters/fields';

const envelope = new Set(['ActionStatus', 'ErrorCode', 'ErrorInfo', 'ErrorDisplay']);

/** What an answer says beyond its envelope. */
export function responseFields(answer: ApiResponse): IDataObject {
	return Object.fromEntries(Object.entries(answer).filter(([name]) => !envelope.has(name)));
}

/** A call that did what it was asked to: what identifies it, then what the answer adds. */
export function sent(answer: ApiResponse, identity: IDataObject): Outcome {
	return { done: true, output: { ...withoutAbsent(identity), ...responseFields(answer) } };
}
