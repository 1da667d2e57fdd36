import type { Body, Recovery } from '../../contract';
import { noAccountCodes } from './noAccountCodes';

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
		codes: [...noAccountCodes, ...codes],
		path: 'im_open_login_svc/account_import',
		bodies: (body) =>
			accounts(body)
				.filter((account) => typeof account === 'string')
				.map((UserID) => ({ UserID })),
		perSecond: 100,
		failureMessage: ({ UserID }) => `The account '${String(UserID)}' could not be imported`,
	};
}
