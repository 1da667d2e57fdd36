import type { JsonObject } from '../../../json';
import { accountExists } from '../../../state/world';
import { count, filled, oneOf, texts, textsOf } from '../../bodyRules';
import type { Endpoint } from '../../endpoint';
import { directions } from './friends';
import {
	done,
	failed,
	maxBlocked,
	maxFriendsOfACall,
	ownerOf,
	resultsAs,
	seconds,
	snsCommand,
	type Result,
} from './snsChecks';

/** Adding Users to Blocklist (1047/34911): it ends a friendship in both directions. */
const blackListAdd = snsCommand(
	'black_list_add',
	{ From_Account: filled, To_Account: texts(maxFriendsOfACall) },
	(call) => {
		const owner = ownerOf(call);
		const { world } = call.state;
		const blocked = world.relations.blockedBy(owner);
		const results = textsOf(call.body.To_Account).map((other): Result => {
			if (!accountExists(world, other)) return failed(other, 30003, 'no such account');
			if (blocked.has(other)) {
				return failed(other, 30001, 'Err_SNS_BlackListAdd_Already_Exist');
			}
			if (blocked.size >= maxBlocked) return failed(other, 30013, 'block list full');
			blocked.set(other, seconds(call));
			world.relations.part(owner, other, true);
			return done(other);
		});
		return { response: resultsAs('ResultItem', results) };
	},
);

/** Removing Users from Blocklist (1047/34912); no page prints a code for one who is not on it. */
const blackListDelete = snsCommand(
	'black_list_delete',
	{ From_Account: filled, To_Account: texts(maxFriendsOfACall) },
	(call) => {
		const blocked = call.state.world.relations.blockedBy(ownerOf(call));
		const results = textsOf(call.body.To_Account).map((other) => {
			blocked.delete(other);
			return done(other);
		});
		return { response: resultsAs('ResultItem', results) };
	},
);

/** Pulling a Blocklist (1047/34914); the page spells CurruentSequence so. */
const blackListGet = snsCommand(
	'black_list_get',
	{ From_Account: filled, StartIndex: count, MaxLimited: count, LastSequence: count },
	(call) => {
		const all = [...call.state.world.relations.blockedBy(ownerOf(call))];
		const start = Number(call.body.StartIndex);
		const end = start + Number(call.body.MaxLimited);
		return {
			response: {
				BlackListItem: all.slice(start, end).map(([To_Account, time]): JsonObject => ({
					To_Account,
					AddBlackTimeStamp: time,
				})),
				StartIndex: end < all.length ? end : 0,
				CurruentSequence: 1,
			},
		};
	},
);

/** Verifying Users on a Blocklist (1047/34913). */
const blackListCheck = snsCommand(
	'black_list_check',
	{
		From_Account: filled,
		To_Account: texts(maxFriendsOfACall),
		CheckType: oneOf('BlackCheckResult_Type_Single', 'BlackCheckResult_Type_Both'),
	},
	(call) => {
		const owner = ownerOf(call);
		const { world } = call.state;
		const results = textsOf(call.body.To_Account).map((other): Result => {
			const there = world.relations.blockedBy(owner).has(other);
			const back =
				call.body.CheckType === 'BlackCheckResult_Type_Both' &&
				world.relations.blockedBy(other).has(owner);
			const more = { Relation: `BlackCheckResult_Type_${directions(there, back, 'NO')}` };
			// A failed item carries a Relation all the same.
			return accountExists(world, other)
				? done(other, more)
				: { ...failed(other, 30003, 'no such account'), more };
		});
		return { response: resultsAs('BlackListCheckItem', results) };
	},
);

export const blockListCommands: readonly Endpoint[] = [
	blackListAdd,
	blackListDelete,
	blackListGet,
	blackListCheck,
];
