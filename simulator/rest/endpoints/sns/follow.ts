import type { JsonObject } from '../../../json';
import { accountExists } from '../../../state/world';
import { between, filled, objects, objectsOf, oneOf, text, texts, textsOf } from '../../bodyRules';
import { refuse, type Call, type Endpoint } from '../../endpoint';
import { done, failed, followCommand, ownerOf, resultsAs, seconds, type Result } from './snsChecks';

const maxFollowed = 20;
const maxChecked = 100;

/** Following Users (1047/70345). */
const followAdd = followCommand(
	'follow_add',
	{ From_Account: filled, FollowItem: objects({ To_Account: filled }, maxFollowed) },
	(call) => {
		const owner = ownerOf(call);
		const { world } = call.state;
		const results = objectsOf(call.body.FollowItem).map(({ To_Account }): Result => {
			const other = String(To_Account);
			if (!accountExists(world, other) || other === owner) {
				return failed(other, 30003, 'cannot be followed');
			}
			world.relations.followedBy(owner).set(other, seconds(call));
			return done(other);
		});
		return { response: resultsAs('ResultItem', results, false) };
	},
);

/** Unfollowing Users (1047/70346). */
const followDelete = followCommand(
	'follow_delete',
	{ From_Account: filled, To_Account: texts(maxFollowed) },
	(call) => {
		const followed = call.state.world.relations.followedBy(ownerOf(call));
		const results = textsOf(call.body.To_Account).map((other) => {
			followed.delete(other);
			return done(other);
		});
		return { response: resultsAs('ResultItem', results, false) };
	},
);

function mutualOf({ state }: Call, user: string): Map<string, number> {
	const { relations } = state.world;
	const followers = relations.followersOf(user);
	return new Map([...relations.followedBy(user)].filter(([other]) => followers.has(other)));
}

/** Getting Followers, Followed Users and Mutual Ones (1047/70347). */
const followGet = followCommand(
	'follow_get',
	{
		From_Account: filled,
		FollowType: oneOf(1, 2, 3),
		StartCursor: text,
		WantNum: between(1, 1000),
	},
	(call) => {
		const owner = ownerOf(call);
		const { accounts, relations } = call.state.world;
		const { FollowType, StartCursor, WantNum } = call.body;
		const lists = {
			1: () => relations.followersOf(owner),
			2: () => relations.followedBy(owner),
			3: () => mutualOf(call, owner),
		};
		const all = [...lists[FollowType as 1 | 2 | 3]()];
		const start = StartCursor === '' ? 0 : Number(StartCursor);
		if (Number.isNaN(start)) return refuse(30001, 'StartCursor is none that was given');
		const end = start + Number(WantNum);
		return {
			response: {
				FollowItem: all.slice(start, end).map(([To_Account, FollowTime]): JsonObject => ({
					To_Account,
					FollowTime,
					ProfileItem: [
						{ Tag: 'Tag_Profile_IM_Nick', Value: accounts.get(To_Account)?.nick ?? '' },
					],
				})),
				NextCursor: end < all.length ? String(end) : '',
			},
		};
	},
);

/** Checking the Relation of Users (1047/70349). */
const followCheck = followCommand(
	'follow_check',
	{ From_Account: filled, To_Account: texts(maxChecked) },
	(call) => {
		const owner = ownerOf(call);
		const { world } = call.state;
		const results = textsOf(call.body.To_Account).map((other): Result => {
			if (!accountExists(world, other)) return failed(other, 30003, 'no such account');
			const theyDo = world.relations.followedBy(other).has(owner) ? 1 : 0;
			const iDo = world.relations.followedBy(owner).has(other) ? 2 : 0;
			return done(other, { FollowType: theyDo + iDo });
		});
		return { response: resultsAs('ResultItem', results, false) };
	},
);

/** Getting the Numbers of Followers (1047/70350). */
const followGetInfo = followCommand(
	'follow_get_info',
	{ From_Account: filled, To_Account: texts(maxFollowed) },
	(call) => {
		const { world } = call.state;
		const results = textsOf(call.body.To_Account).map((user): Result => {
			if (!accountExists(world, user)) return failed(user, 30003, 'no such account');
			return done(user, {
				FollowerCount: world.relations.followersOf(user).size,
				FollowingCount: world.relations.followedBy(user).size,
				MutualFollowingCount: mutualOf(call, user).size,
			});
		});
		return { response: resultsAs('FollowInfo', results, false) };
	},
);

export const followCommands: readonly Endpoint[] = [
	followAdd,
	followDelete,
	followGet,
	followCheck,
	followGetInfo,
];
