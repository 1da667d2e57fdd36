import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../parameters/json';

/**
 * What Tencent's callbacks are answered with, in the API's own spelling. Anything else, or another
 * HTTP status than 200, counts as a failed callback. Documentation: Chat > "Webhook Overview".
 */
export interface CallbackResponse extends IDataObject {
	ActionStatus: 'OK';
	/** A text for the sender of what was rejected. */
	ErrorInfo: string;
	/** 0 allows, 1 rejects with Tencent's own code, 2 drops without a word; others reject. */
	ErrorCode: number;
}

/**
 * Milliseconds that a workflow has to decide: Tencent waits two seconds, and the answer has to
 * travel.
 */
export const decisionTime = 1_800;

/** What an operator may make of it, where n8n itself needs longer or less long. */
export const decisionTimes = { min: 500, max: 1_900 } as const;

/** Ranges of the codes that reach the sender of what was rejected. */
const rejectionCodes = [
	// Messages. Documentation: Chat > "Before a One-to-One Message Is Sent".
	[120_001, 130_000],
	// Gifts. Documentation: Live > "Before a Gift Is Sent".
	[102_100, 102_200],
] as const;

/** What the controls for a code say about it. */
export const rejectionCodeHint =
	"The code that the sender's app receives: 120001 to 130000 for messages, 102100 to 102200 for gifts. 1 leaves the code to Tencent (20006 for direct messages, 10016 in groups).";

/** Rejects with Tencent's own code. */
export const plainRejection = 1;

const callbackResponse = (ErrorCode: number, ErrorInfo = ''): CallbackResponse => ({
	ActionStatus: 'OK',
	ErrorInfo,
	ErrorCode,
});

/** Lets it pass; also the answer to every callback that only informs. */
export const allowed = (): CallbackResponse => callbackResponse(0);

/** Drops a message without telling its sender. */
export const dropped = (): CallbackResponse => callbackResponse(2);

/** @param text told to the sender's app with the code */
export const rejected = (code: number, text = ''): CallbackResponse => callbackResponse(code, text);

/** Whether a code may reject. */
export function isRejectionCode(code: number): boolean {
	if (code === plainRejection) return true;
	return rejectionCodes.some(([first, last]) => code >= first && code <= last);
}

/** Whether something that was to be answered is an answer that Tencent understands. */
export function isCallbackResponse(value: unknown): value is CallbackResponse {
	return isObject(value) && 'ActionStatus' in value && Number.isInteger(value.ErrorCode);
}
