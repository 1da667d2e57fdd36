import type { Json, JsonObject } from '../../../json';
import { accountExists } from '../../../state/world';
import { command, type Rules } from '../../bodyRules';
import { refuse, type Call, type Endpoint, type Outcome } from '../../endpoint';

/** Use Limits of relationships. */
export const maxFriendsOfACall = 1000;
export const maxFriends = 3000;
export const maxBlocked = 1000;
export const maxLists = 32;

export const groupTag = 'Tag_SNS_IM_Group';
export const remarkTag = 'Tag_SNS_IM_Remark';

export const seconds = ({ now }: Call) => Math.floor(now / 1000);

/** A command of v4/sns: 30001 for a bad body, 30003 for an owner that does not exist. */
export function snsCommand(name: string, rules: Rules, handle: (call: Call) => Outcome): Endpoint {
	return ownedCommand(`sns/${name}`, rules, handle);
}

/** The same of v4/follow, which has the codes of v4/sns. */
export function followCommand(
	name: string,
	rules: Rules,
	handle: (call: Call) => Outcome,
): Endpoint {
	return ownedCommand(`follow/${name}`, rules, handle);
}

function ownedCommand(path: string, rules: Rules, handle: (call: Call) => Outcome): Endpoint {
	return command({
		path,
		badBody: 30001,
		codes: { notAdmin: 30004 },
		rules,
		handle(call) {
			if (!accountExists(call.state.world, ownerOf(call))) {
				return refuse(30003, 'From_Account does not exist');
			}
			const outcome = handle(call);
			return 'code' in outcome
				? outcome
				: { ...outcome, response: { ...outcome.response, ErrorDisplay: '' } };
		},
	});
}

export const ownerOf = ({ body }: Call): string => String(body.From_Account);

/** What became of one account of a call; a code of 0 is good. */
export interface Result {
	account: string;
	code: number;
	info: string;
	more?: JsonObject;
}

export const done = (account: string, more?: JsonObject): Result => ({
	account,
	code: 0,
	info: '',
	more,
});

export const failed = (account: string, code: number, info: string): Result => ({
	account,
	code,
	info,
});

/** The list of results, and the accounts that failed where there are any. */
export function resultsAs(field: string, results: Result[], listsFailed = true): JsonObject {
	const bad = results.filter(({ code }) => code !== 0).map(({ account }) => account);
	return {
		[field]: results.map(({ account, code, info, more }): JsonObject => ({
			To_Account: account,
			...more,
			ResultCode: code,
			ResultInfo: info,
		})),
		...(listsFailed && bad.length > 0 && { Fail_Account: bad }),
	};
}

export const tagged = (tags: Iterable<[string, Json]>): JsonObject[] =>
	[...tags].map(([Tag, Value]) => ({ Tag, Value }));
