import type { IDataObject } from 'n8n-workflow';
import type { ApiResponse, Outcome } from '../../contract';
import { withoutAbsent } from '../../parameters/fields';
import { type FailedPart, partsAbout } from './failedParts';
import { noAccountCodes } from './noAccountCodes';
import { responseFields } from './responses';

const importFirst =
	"The account does not exist in your Chat app. Check its spelling, or import it first with the resource 'User'.";

/** What to do about an account that failed within a call that did not. */
export function adviceFor(parts: readonly FailedPart[]): string {
	return parts.length > 0 && parts.every(({ code }) => code && noAccountCodes.includes(code))
		? importFirst
		: 'Look the ErrorCode up in the error codes of Tencent Chat, and run the item again if it is a passing failure.';
}

/** A part that failed inside a response whose envelope says OK. */
export function partFailed(message: string, advice: string, data: IDataObject): Outcome {
	return { done: false, kind: 'permanent', message, advice, data };
}

/**
 * What a response means for the accounts that an item names, where an `ErrorList` says for which of
 * them it failed. Documentation: Chat > "Sending One-to-One Messages to Multiple Users", Push > "Push
 * to Single or Multiple Users".
 *
 * @param what "The message" or the like, which has not reached somebody
 */
export function reachedAccounts(
	response: ApiResponse,
	accounts: readonly unknown[],
	identity: IDataObject,
	what: string,
): Outcome {
	const failed = partsAbout(response, accounts);
	const { ErrorList: _list, ...rest } = responseFields(response);
	const [first] = failed;
	if (!first) return { done: true, output: { ...withoutAbsent(identity), ...rest } };
	const names = failed.map((part) => part.names[0]).join(', ');
	const others = accounts.length - failed.length;
	return partFailed(
		accounts.length === 1
			? `${what} did not reach '${names}'`
			: `${what} did not reach ${failed.length} of ${accounts.length} accounts: ${names}`,
		`${others > 0 ? 'The other accounts of this item have it: do not send to them again. ' : ''}${adviceFor(failed)}`,
		withoutAbsent({
			ErrorCode: first.code,
			...identity,
			...rest,
			ErrorList: failed.map(({ record }) => record),
		}),
	);
}
