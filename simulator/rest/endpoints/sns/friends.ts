import type { Json, JsonObject } from '../../../json';
import { accountExists } from '../../../state/world';
import {
	count,
	filled,
	integer,
	objects,
	objectsOf,
	oneOf,
	short,
	text,
	texts,
	textsOf,
	flag,
} from '../../bodyRules';
import type { Call, Endpoint } from '../../endpoint';
import {
	done,
	failed,
	groupTag,
	maxFriends,
	maxFriendsOfACall,
	maxLists,
	ownerOf,
	remarkTag,
	resultsAs,
	seconds,
	snsCommand,
	tagged,
	type Result,
} from './snsChecks';

const pageSize = 100;
const deleteType = oneOf('Delete_Type_Single', 'Delete_Type_Both');
const source = (value: Json) =>
	typeof value === 'string' && /^AddSource_Type_[A-Za-z]{1,8}$/.test(value)
		? undefined
		: 'AddSource_Type_ and at most 8 letters';
const customTag = /^Tag_SNS_Custom_[A-Za-z]{1,8}$/;

/** Why two users cannot become friends; undefined where they can. */
function obstacle({ state: { world } }: Call, owner: string, other: string): Result | undefined {
	if (!accountExists(world, other)) return failed(other, 30003, 'Err_SNS_FriendAdd_No_Account');
	const { relations } = world;
	if (relations.friendsOf(owner).size >= maxFriends) return failed(other, 30010, 'list full');
	if (relations.blockedBy(owner).has(other)) return failed(other, 30515, 'blocked by you');
	if (relations.blockedBy(other).has(owner)) return failed(other, 30525, 'blocked by the other');
	return undefined;
}

/** How the other one takes requests: Tag_Profile_IM_AllowType of the profile. */
const allowTypeOf = ({ state }: Call, account: string) =>
	state.world.accounts.get(account)?.profile?.Tag_Profile_IM_AllowType;

const given = (pairs: Array<[string, Json | undefined]>): Array<[string, Json]> =>
	pairs.filter((pair): pair is [string, Json] => pair[1] !== undefined);

/** Adding Friends (1047/34902). */
const friendAdd = snsCommand(
	'friend_add',
	{
		From_Account: filled,
		AddFriendItem: objects(
			{
				To_Account: filled,
				'AddSource?': source,
				'Remark?': short(96),
				'GroupName?': short(30),
				'AddWording?': short(256),
			},
			maxFriendsOfACall,
		),
		'AddType?': oneOf('Add_Type_Both', 'Add_Type_Single'),
		'ForceAddFlags?': flag,
	},
	(call) => {
		const owner = ownerOf(call);
		const { relations } = call.state.world;
		const both = call.body.AddType !== 'Add_Type_Single';
		const results = objectsOf(call.body.AddFriendItem).map((item): Result => {
			const other = String(item.To_Account);
			const problem = obstacle(call, owner, other);
			if (problem) return problem;
			const allow = allowTypeOf(call, other);
			if (call.body.ForceAddFlags !== 1) {
				if (allow === 'AllowType_Type_DenyAny') return failed(other, 30516, 'refuses everybody');
				if (allow === 'AllowType_Type_NeedConfirm') return failed(other, 30539, 'pending');
			}
			const list = item.GroupName;
			if (typeof list === 'string') relations.listsOf(owner).add(list);
			relations.befriend(
				owner,
				other,
				given([
					[remarkTag, item.Remark],
					[groupTag, typeof list === 'string' ? [list] : undefined],
					['Tag_SNS_IM_AddSource', item.AddSource],
					['Tag_SNS_IM_AddWording', item.AddWording],
					['Tag_SNS_IM_AddTime', seconds(call)],
				]),
			);
			if (both) relations.befriend(other, owner, [['Tag_SNS_IM_AddTime', seconds(call)]]);
			return done(other);
		});
		return { response: resultsAs('ResultItem', results) };
	},
);

/** Importing Friends (1047/34903): one side only, without asking. */
const friendImport = snsCommand(
	'friend_import',
	{
		From_Account: filled,
		AddFriendItem: objects(
			{
				To_Account: filled,
				AddSource: source,
				'Remark?': short(96),
				'RemarkTime?': integer,
				'GroupName?': texts(maxLists),
				'AddWording?': short(256),
				'AddTime?': integer,
				'CustomItem?': objects({ Tag: text, Value: short(500) }),
			},
			maxFriendsOfACall,
		),
	},
	(call) => {
		const owner = ownerOf(call);
		const { relations } = call.state.world;
		const results = objectsOf(call.body.AddFriendItem).map((item): Result => {
			const other = String(item.To_Account);
			if (!accountExists(call.state.world, other)) return failed(other, 30003, 'no such account');
			const lists = textsOf(item.GroupName);
			for (const list of lists) relations.listsOf(owner).add(list);
			relations.befriend(
				owner,
				other,
				given([
					[remarkTag, item.Remark],
					['Tag_SNS_IM_RemarkTime', item.RemarkTime],
					[groupTag, lists.length > 0 ? lists : undefined],
					['Tag_SNS_IM_AddSource', item.AddSource],
					['Tag_SNS_IM_AddWording', item.AddWording],
					['Tag_SNS_IM_AddTime', item.AddTime ?? seconds(call)],
					...objectsOf(item.CustomItem).map(({ Tag, Value }): [string, Json | undefined] => [
						String(Tag),
						Value,
					]),
				]),
			);
			return done(other);
		});
		return { response: resultsAs('ResultItem', results) };
	},
);

const writable = (tag: string) => tag === remarkTag || tag === groupTag || customTag.test(tag);

/** Updating Friends (1047/34904): remark, lists and custom fields. */
const friendUpdate = snsCommand(
	'friend_update',
	{
		From_Account: filled,
		UpdateItem: objects({ To_Account: filled, SnsItem: objects({ Tag: filled }) }),
	},
	(call) => {
		const owner = ownerOf(call);
		const { relations } = call.state.world;
		const results = objectsOf(call.body.UpdateItem).map((item): Result => {
			const other = String(item.To_Account);
			const friend = relations.friendsOf(owner).get(other);
			if (!friend) return failed(other, 30001, 'Err_SNS_FriendUpdate_Friend_Not_Exist');
			const changes = objectsOf(item.SnsItem);
			if (!changes.every(({ Tag }) => writable(String(Tag)))) {
				return failed(other, 30001, 'a tag that cannot be changed');
			}
			for (const { Tag, Value } of changes) {
				if (Tag === groupTag) for (const list of textsOf(Value)) relations.listsOf(owner).add(list);
				friend.tags.set(String(Tag), Value ?? '');
			}
			return done(other);
		});
		return { response: resultsAs('ResultItem', results) };
	},
);

/** Deleting Friends (1047/34905). */
const friendDelete = snsCommand(
	'friend_delete',
	{ From_Account: filled, To_Account: texts(maxFriendsOfACall), 'DeleteType?': deleteType },
	(call) => {
		const owner = ownerOf(call);
		const { relations } = call.state.world;
		const results = textsOf(call.body.To_Account).map((other): Result => {
			if (!relations.friendsOf(owner).has(other)) return failed(other, 31704, 'no such friend');
			relations.part(owner, other, call.body.DeleteType === 'Delete_Type_Both');
			return done(other);
		});
		return { response: resultsAs('ResultItem', results, false) };
	},
);

/** Deleting All Friends (1047/34906). */
const friendDeleteAll = snsCommand(
	'friend_delete_all',
	{ From_Account: filled, 'DeleteType?': deleteType },
	(call) => {
		const owner = ownerOf(call);
		const { relations } = call.state.world;
		for (const other of [...relations.friendsOf(owner).keys()]) {
			relations.part(owner, other, call.body.DeleteType === 'Delete_Type_Both');
		}
		return { response: {} };
	},
);

/** Verifying Friends (1047/34907). */
const friendCheck = snsCommand(
	'friend_check',
	{
		From_Account: filled,
		To_Account: texts(maxFriendsOfACall),
		CheckType: oneOf('CheckResult_Type_Single', 'CheckResult_Type_Both'),
	},
	(call) => {
		const owner = ownerOf(call);
		const { world } = call.state;
		const { relations } = world;
		const results = textsOf(call.body.To_Account).map((other): Result => {
			if (!accountExists(world, other)) return failed(other, 30003, 'no such account');
			const there = relations.friendsOf(owner).has(other);
			const back =
				call.body.CheckType === 'CheckResult_Type_Both' && relations.friendsOf(other).has(owner);
			return done(other, { Relation: `CheckResult_Type_${directions(there, back)}` });
		});
		return { response: resultsAs('InfoItem', results) };
	},
);

export function directions(there: boolean, back: boolean, none = 'NoRelation'): string {
	if (there && back) return 'BothWay';
	return there ? 'AWithB' : back ? 'BWithA' : none;
}

/** Pulling Friends (1047/34908): the server decides how long a page is. */
const friendGet = snsCommand(
	'friend_get',
	{
		From_Account: filled,
		StartIndex: count,
		'StandardSequence?': integer,
		'CustomSequence?': integer,
	},
	(call) => {
		const friends = [...call.state.world.relations.friendsOf(ownerOf(call))];
		const start = Number(call.body.StartIndex);
		const end = start + pageSize;
		return {
			response: {
				UserDataItem: friends.slice(start, end).map(([To_Account, { tags }]): JsonObject => ({
					To_Account,
					ValueItem: tagged(tags),
				})),
				StandardSequence: 1,
				CustomSequence: 1,
				FriendNum: friends.length,
				CompleteFlag: end >= friends.length ? 1 : 0,
				NextStartIndex: Math.min(end, friends.length),
			},
		};
	},
);

/** Pulling Specified Friends (1047/34910): tags of friends and of profiles. */
const friendGetList = snsCommand(
	'friend_get_list',
	{ From_Account: filled, To_Account: texts(maxFriendsOfACall), TagList: texts(100) },
	(call) => {
		const owner = ownerOf(call);
		const { world } = call.state;
		const wanted = textsOf(call.body.TagList);
		const results = textsOf(call.body.To_Account).map((other): Result => {
			const friend = world.relations.friendsOf(owner).get(other);
			if (!friend) return failed(other, 30001, 'Err_SNS_GetFriend_Friend_Not_Exist');
			const account = world.accounts.get(other);
			const known = new Map<string, Json>([
				...friend.tags,
				...Object.entries(account?.profile ?? {}),
				['Tag_Profile_IM_Nick', account?.nick ?? ''],
			]);
			const tags = wanted.flatMap((tag): Array<[string, Json]> => {
				const value = known.get(tag);
				return value === undefined ? [] : [[tag, value]];
			});
			return done(other, { SnsProfileItem: tagged(tags) });
		});
		return { response: resultsAs('InfoItem', results) };
	},
);

export const friendCommands: readonly Endpoint[] = [
	friendAdd,
	friendImport,
	friendUpdate,
	friendDelete,
	friendDeleteAll,
	friendCheck,
	friendGet,
	friendGetList,
];
