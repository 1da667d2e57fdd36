import type { IDataObject } from 'n8n-workflow';
import type { Answer, Meaning } from '../contract';
import { withoutAbsent } from '../fields';

/** Largest value of an unsigned 32-bit integer, the range of message numbers. */
export const largestUnsigned = 0xffff_ffff;

/** Error 93000: the JSON packet of a message may not exceed 12 KB. */
export const messageBytes = 12 * 1024;

const envelope = new Set(['ActionStatus', 'ErrorCode', 'ErrorInfo', 'ErrorDisplay']);

/** What an answer says beyond its envelope. */
export function payload(answer: Answer): IDataObject {
	return Object.fromEntries(Object.entries(answer).filter(([name]) => !envelope.has(name)));
}

/** A call that did what it was asked to: what identifies it, then what the answer adds. */
export function sent(answer: Answer, identity: IDataObject): Meaning {
	return { done: true, output: { ...withoutAbsent(identity), ...payload(answer) } };
}
