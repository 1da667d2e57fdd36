import type { Json, JsonObject } from '../../../json';
import { ofRegistrationId, ofUserId, type AccountType } from '../../../state/push';
import { accountExists } from '../../../state/world';
import type { Call, Outcome } from '../../endpoint';

/**
 * The two generations of the tag and attribute commands: `v4/all_member_push/im_...` on pages up to
 * 2024, `v4/timpush/...` on those since. Only the newer ones print an ErrorList.
 */
export interface Family {
	/** The path of a command, by its older and its newer name. */
	path(older: string, newer: string): string;
	listsErrors: boolean;
}

export const olderFamily: Family = {
	path: (older) => `all_member_push/${older}`,
	listsErrors: false,
};

export const newerFamily: Family = {
	path: (_older, newer) => `timpush/${newer}`,
	listsErrors: true,
};

/** What kind of account it is; undefined for none that the app knows. */
function accountTypeOf({ state }: Call, account: string): AccountType | undefined {
	if (state.push.registrationIds.has(account)) return ofRegistrationId;
	return accountExists(state.world, account) ? ofUserId : undefined;
}

export interface Sorted<E> {
	done: E[];
	/** The entry of an ErrorList for each of the others. */
	failed: JsonObject[];
}

/**
 * The entries that a command can carry out, and the others: 70107 for an account that does not exist,
 * 90035 for a tag or an attribute that belongs to the other type of account.
 *
 * @param suits whether an entry is right for an account of this type
 */
export function sorted<E>(
	call: Call,
	{ listsErrors }: Family,
	entries: E[],
	accountOf: (entry: E) => string,
	suits: (entry: E, type: AccountType) => boolean = () => true,
): Sorted<E> {
	const listed = listsErrors || call.behaviour.olderPushErrors === 'listed';
	const result: Sorted<E> = { done: [], failed: [] };
	for (const entry of entries) {
		const To_Account = accountOf(entry);
		const type = accountTypeOf(call, To_Account);
		const ErrorCode = type === undefined ? 70107 : suits(entry, type) ? 0 : 90035;
		if (ErrorCode === 0 || !listed) result.done.push(entry);
		else result.failed.push({ To_Account, ErrorCode, ErrorInfo: '' });
	}
	return result;
}

/** Notes to whose type of account something belongs, when the first account has it. */
export function claimType(
	call: Call,
	types: Map<string, AccountType>,
	name: string,
	account: string,
): void {
	const type = accountTypeOf(call, account);
	if (type !== undefined && !types.has(name)) types.set(name, type);
}

export function responseWith(response: Record<string, Json>, failed: JsonObject[]): Outcome {
	return { response: failed.length > 0 ? { ...response, ErrorList: failed } : response };
}
