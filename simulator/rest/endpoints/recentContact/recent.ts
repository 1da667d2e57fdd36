import type { JsonObject } from '../../../json';
import { between, count, flag, objects, objectsOf, oneOf } from '../../bodyRules';
import { refuse, type Call, type Endpoint } from '../../endpoint';
import {
	contactOf,
	contactRules,
	listCommand,
	objectOfContact,
	ofGroup,
	ofUser,
} from './contactItems';

const pageSize = 100;
const maxPinned = 50;
const pin = 1;
const emptyToo = 2;

const seconds = ({ now }: Call) => Math.floor(now / 1000);

/** Every conversation of a user, with the time of its last message; 0 where there is none. */
function conversationsOf(call: Call): Map<string, number> {
	const owner = String(call.body.From_Account);
	const { app, world } = call.state;
	const found = new Map<string, number>();
	for (const { kind, sdkAppId, participants, entries } of call.conversations.newestFirst()) {
		if (kind !== 'c2c' || sdkAppId !== app.sdkAppId || !participants.includes(owner)) continue;
		const other = participants.find((one) => one !== owner) ?? owner;
		found.set(`${ofUser}:${other}`, Math.max(0, ...entries.map(({ time }) => time)));
	}
	for (const { groupId, members, lastMsgTime } of world.groups.values()) {
		if (members.has(owner)) found.set(`${ofGroup}:${groupId}`, lastMsgTime);
	}
	return found;
}

/** Pulling a Conversation List (1047/43087): pages hold 100 here, pinned ones come first. */
const getList = listCommand(
	'get_list',
	{
		TimeStamp: count,
		StartIndex: count,
		TopTimeStamp: count,
		TopStartIndex: count,
		AssistFlags: between(0, 7),
	},
	(call, list) => {
		const withEmpty = (Number(call.body.AssistFlags) & emptyToo) !== 0;
		const shown = [...conversationsOf(call)].filter(([name, time]) => {
			const deleted = list.deleted.get(name);
			if (deleted !== undefined && deleted >= time) return false;
			return time > 0 || withEmpty || list.pinned.has(name);
		});
		const isPinned = ([name]: [string, number]) => (list.pinned.has(name) ? 1 : 0);
		shown.sort((a, b) => isPinned(b) - isPinned(a) || b[1] - a[1]);
		const start = Number(call.body.StartIndex);
		const end = start + pageSize;
		return {
			response: {
				SessionItem: shown.slice(start, end).map((entry): JsonObject => ({
					...objectOfContact(entry[0], 'GroupId'),
					MsgTime: entry[1],
					TopFlag: isPinned(entry),
				})),
				CompleteFlag: end >= shown.length ? 1 : 0,
				TimeStamp: seconds(call),
				StartIndex: Math.min(end, shown.length),
				TopTimeStamp: seconds(call),
				TopStartIndex: 0,
			},
		};
	},
);

/** Deleting a Conversation (1047/43088); the group's field has a small i here. */
const deleteOne = listCommand(
	'delete',
	{ ...contactRules('ToGroupid'), 'ClearRamble?': flag },
	(call, list) => {
		const name = contactOf(call.body, 'ToGroupid');
		if (name === undefined) return refuse(50002, 'the conversation is missing');
		list.deleted.set(name, seconds(call));
		list.pinned.delete(name);
		return { response: {} };
	},
);

/** Pinning Conversations (1047/78304). */
const top = listCommand(
	'top',
	{ OperationType: oneOf(1, 2), RecentContactItem: objects(contactRules('GroupId')) },
	(call, list) => {
		const names = objectsOf(call.body.RecentContactItem).map((item) => contactOf(item, 'GroupId'));
		const pinned = new Set(list.pinned.keys());
		for (const name of names) {
			if (name === undefined) return refuse(50002, 'a conversation is missing');
			if (call.body.OperationType === pin) pinned.add(name);
			else pinned.delete(name);
		}
		if (pinned.size > maxPinned) return refuse(51012, 'more than 50 are pinned');
		list.pinned.clear();
		for (const name of pinned) list.pinned.set(name, seconds(call));
		return { response: {} };
	},
);

export const recentCommands: readonly Endpoint[] = [getList, deleteOne, top];
