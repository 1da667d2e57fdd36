import type { IDataObject } from 'n8n-workflow';
import type { ApiResponse, Body, Outcome, Recovery } from '../../contract';
import { withoutAbsent } from '../../parameters/fields';

/** Largest value of an unsigned 32-bit integer, the range of message numbers. */
export const maxUnsigned = 0xffff_ffff;

/** Error 93000: the JSON packet of a message may not exceed 12 KB. */
export const maxMessageBytes = 12 * 1024;

const envelope = new Set(['ActionStatus', 'ErrorCode', 'ErrorInfo', 'ErrorDisplay']);

/** What an answer says beyond its envelope. */
export function responseFields(answer: ApiResponse): IDataObject {
	return Object.fromEntries(Object.entries(answer).filter(([name]) => !envelope.has(name)));
}

/** A call that did what it was asked to: what identifies it, then what the answer adds. */
export function sent(answer: ApiResponse, identity: IDataObject): Outcome {
	return { done: true, output: { ...withoutAbsent(identity), ...responseFields(answer) } };
}

/** Codes that say of an account that it does not exist, whichever API answers them. */
const noAccount = [10019, 20003, 70107, 90012, 90048, 141015];

/**
 * "Import Missing Account": imports the accounts that a call names, where they do not exist yet.
 * Importing one that exists changes nothing.
 *
 * @param codes what the page of the API has besides, where a code of its own covers more than that
 */
export function importsAccounts(
	accounts: (body: Body) => unknown[],
	codes: readonly number[] = [],
): Recovery {
	return {
		codes: [...noAccount, ...codes],
		path: 'im_open_login_svc/account_import',
		bodies: (body) =>
			accounts(body)
				.filter((account) => typeof account === 'string')
				.map((UserID) => ({ UserID })),
		perSecond: 100,
		failureMessage: ({ UserID }) => `The account '${String(UserID)}' could not be imported`,
	};
}
