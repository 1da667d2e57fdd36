import type { IDataObject } from 'n8n-workflow';
import type { ApiResponse, Outcome } from '../../contract';
import { withoutAbsent } from '../../parameters/fields';

const envelope = new Set(['ActionStatus', 'ErrorCode', 'ErrorInfo', 'ErrorDisplay']);

/** What a response says beyond its envelope. */
export function responseFields(response: ApiResponse): IDataObject {
	return Object.fromEntries(Object.entries(response).filter(([name]) => !envelope.has(name)));
}

/** A call that did what it was asked to: what identifies it, then what the response adds. */
export function sent(response: ApiResponse, identity: IDataObject): Outcome {
	return { done: true, output: { ...withoutAbsent(identity), ...responseFields(response) } };
}
