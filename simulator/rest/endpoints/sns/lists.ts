import type { JsonObject } from '../../../json';
import type { Relations } from '../../../state/contacts';
import { filled, oneOf, texts, textsOf } from '../../bodyRules';
import { refuse, type Endpoint } from '../../endpoint';
import {
	done,
	failed,
	groupTag,
	maxFriendsOfACall,
	maxLists,
	ownerOf,
	resultsAs,
	snsCommand,
} from './snsChecks';

const maxNameBytes = 30;

const membersOf = (relations: Relations, owner: string, list: string): string[] =>
	[...relations.friendsOf(owner)]
		.filter(([, { tags }]) => textsOf(tags.get(groupTag)).includes(list))
		.map(([friend]) => friend);

/** Adding Lists (1047/34950). */
const groupAdd = snsCommand(
	'group_add',
	{ From_Account: filled, GroupName: texts(maxLists), 'To_Account?': texts(maxFriendsOfACall) },
	(call) => {
		const owner = ownerOf(call);
		const { relations } = call.state.world;
		const names = textsOf(call.body.GroupName);
		const all = new Set([...relations.listsOf(owner), ...names]);
		if (all.size > maxLists) return refuse(30011, 'too many lists');
		if (names.some((name) => name === '' || Buffer.byteLength(name) > maxNameBytes)) {
			return refuse(30001, 'a name has 1 to 30 bytes');
		}
		for (const name of names) relations.listsOf(owner).add(name);
		const sequence = { CurrentSequence: relations.nextSequence(owner) };
		const { To_Account } = call.body;
		if (To_Account === undefined) return { response: sequence };
		const results = textsOf(To_Account).map((friend) => {
			const known = relations.friendsOf(owner).get(friend);
			if (!known) return failed(friend, 32216, 'no friend');
			const lists = new Set([...textsOf(known.tags.get(groupTag)), ...names]);
			known.tags.set(groupTag, [...lists]);
			return done(friend);
		});
		return { response: { ...resultsAs('ResultItem', results), ...sequence } };
	},
);

/** Deleting Lists (1047/34926): friends stay friends. */
const groupDelete = snsCommand(
	'group_delete',
	{ From_Account: filled, GroupName: texts(maxLists) },
	(call) => {
		const owner = ownerOf(call);
		const { relations } = call.state.world;
		const gone = textsOf(call.body.GroupName);
		for (const name of gone) relations.listsOf(owner).delete(name);
		for (const { tags } of relations.friendsOf(owner).values()) {
			const left = textsOf(tags.get(groupTag)).filter((name) => !gone.includes(name));
			if (tags.has(groupTag)) tags.set(groupTag, left);
		}
		return { response: { CurrentSequence: relations.nextSequence(owner) } };
	},
);

/** Pulling Lists (1047/40123). */
const groupGet = snsCommand(
	'group_get',
	{
		From_Account: filled,
		'NeedFriend?': oneOf('Need_Friend_Type_Yes', 'Need_Friend_Type_No'),
		'GroupName?': texts(maxLists),
	},
	(call) => {
		const owner = ownerOf(call);
		const { relations } = call.state.world;
		const { GroupName, NeedFriend } = call.body;
		const wanted = [...relations.listsOf(owner)].filter(
			(name) => GroupName === undefined || textsOf(GroupName).includes(name),
		);
		return {
			response: {
				ResultItem: wanted.map((name): JsonObject => {
					const members = membersOf(relations, owner, name);
					return {
						GroupName: name,
						FriendNumber: members.length,
						...(NeedFriend === 'Need_Friend_Type_Yes' && { To_Account: members }),
					};
				}),
				CurrentSequence: relations.sequenceOf(owner),
			},
		};
	},
);

export const listCommands: readonly Endpoint[] = [groupAdd, groupDelete, groupGet];
