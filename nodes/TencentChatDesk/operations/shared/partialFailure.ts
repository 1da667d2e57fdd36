import type { IDataObject } from 'n8n-workflow';
import type { Outcome } from '../../contract';

/** Codes that say, in one API or another, that an account does not exist. */
const noAccount = new Set<unknown>([20003, 40003, 70107, 90012, 90048]);

const importFirst =
	"The account does not exist in your Chat app. Check its spelling, or import it first with the resource 'User'.";

/** What to do about an account that failed within a call that did not. */
export function adviceFor(codes: unknown[]): string {
	return codes.length > 0 && codes.every((code) => noAccount.has(code))
		? importFirst
		: 'Look the ErrorCode up in the error codes of Tencent Chat, and run the item again if it is a passing failure.';
}

/** A part that failed inside a response whose envelope says OK. */
export function partFailed(message: string, advice: string, data: IDataObject): Outcome {
	return { done: false, kind: 'permanent', message, advice, data };
}
