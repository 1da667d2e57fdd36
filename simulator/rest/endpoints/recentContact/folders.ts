import type { JsonObject } from '../../../json';
import type { ConversationList, Folder } from '../../../state/conversationLists';
import {
	count,
	filled,
	object,
	objects,
	objectsOf,
	oneOf,
	short,
	text,
	texts,
	textsOf,
} from '../../bodyRules';
import { refuse, type Endpoint, type Outcome } from '../../endpoint';
import { isObject, type Json } from '../../../json';
import {
	contactObject,
	contactOf,
	contactRules,
	listCommand,
	objectOfContact,
} from './contactItems';

const maxFolders = 20;
const maxNameBytes = 32;
const maxConversations = 100;
const maxSearched = 300;
const maxMarked = 100;
const pageSize = 100;
const bits = 64;

const contact = contactObject('ToGroupId');
const folderItem = (name: string, { id }: Folder): JsonObject => ({ GroupName: name, GroupId: id });

const good = (name: string): JsonObject => ({
	ContactItem: objectOfContact(name, 'ToGroupId'),
	ResultCode: 0,
	ResultInfo: '',
});

/** Creating Conversation Groups (1047/53437). */
const create = listCommand(
	'create_contact_group',
	{
		GroupContactItem: objects(
			{ GroupName: filled, 'ContactItem?': objects(contactRules('ToGroupId')) },
			1,
		),
	},
	(call, list) => {
		const [item = {}] = objectsOf(call.body.GroupContactItem);
		const name = String(item.GroupName);
		const names = objectsOf(item.ContactItem).map((one) => contactOf(one, 'ToGroupId'));
		if (Buffer.byteLength(name) > maxNameBytes) return refuse(51011, 'the name is too long');
		if (names.length === 0 || names.length > maxConversations) {
			return refuse(51006, 'no or more than 100 conversations');
		}
		if (list.folders.size >= maxFolders) return refuse(51010, 'more than 20 groups');
		const contacts = names.filter((one) => one !== undefined);
		const folder: Folder = { id: list.nextFolderId(), conversations: new Set(contacts) };
		list.folders.set(name, folder);
		return {
			response: {
				GroupResultItem: [{ GroupItem: folderItem(name, folder), ResultItem: contacts.map(good) }],
			},
		};
	},
);

function renamed(list: ConversationList, old: string, update: JsonObject): Outcome {
	const { NewGroupName } = update;
	const folder = list.folders.get(old);
	if (!folder) return refuse(51009, 'there is no such group');
	if (typeof NewGroupName !== 'string' || NewGroupName === '') {
		return refuse(50002, 'NewGroupName is missing');
	}
	if (Buffer.byteLength(NewGroupName) > maxNameBytes) return refuse(51011, 'the name is too long');
	list.folders.delete(old);
	list.folders.set(NewGroupName, folder);
	return updated(1, NewGroupName, old, folder, []);
}

function updated(
	type: number,
	name: string,
	old: string,
	folder: Folder,
	results: JsonObject[],
): Outcome {
	return {
		response: {
			UpdateType: 1,
			UpdateGroupResult: {
				UpdateGroupType: type,
				...folderItem(name, folder),
				OldGroupName: old,
				ContactResultItem: results,
			},
		},
	};
}

/** Updating a Conversation Group (1047/53439): a new name, or conversations in and out. */
const update = listCommand(
	'update_contact_group',
	{ UpdateType: oneOf(1), UpdateGroup: object },
	(call, list) => {
		const change = isObject(call.body.UpdateGroup) ? call.body.UpdateGroup : {};
		const old = String(change.OldGroupName);
		if (change.UpdateGroupType === 1) return renamed(list, old, change);
		const folder = list.folders.get(old);
		if (!folder) return refuse(51009, 'there is no such group');
		const items = objectsOf(change.ContactUpdateItem);
		if (items.length === 0) return refuse(51006, 'no conversations');
		const results = items.map(({ ContactOptType, ContactItem }): JsonObject => {
			const name = isObject(ContactItem) ? contactOf(ContactItem, 'ToGroupId') : undefined;
			const opt = ContactOptType ?? 0;
			if (name === undefined) {
				return { ContactOptType: opt, ContactItem, ResultCode: 50002, ResultInfo: 'wrong' };
			}
			if (ContactOptType === 1) folder.conversations.add(name);
			else folder.conversations.delete(name);
			return { ContactOptType: opt, ...good(name) };
		});
		return updated(2, old, old, folder, results);
	},
);

/** Deleting a Conversation Group (1047/53441). */
const remove = listCommand('del_contact_group', { GroupName: texts(1) }, (call, list) => {
	const [name = ''] = textsOf(call.body.GroupName);
	const folder = list.folders.get(name);
	if (!folder) return refuse(51009, 'there is no such group');
	list.folders.delete(name);
	return { response: { GroupItem: [folderItem(name, folder)] } };
});

/** 64 characters, the first of which stands for bit 0. */
const bitText = (marks: Set<number> | undefined) =>
	Array.from({ length: bits }, (_one, bit) => (marks?.has(bit) ? '1' : '0')).join('');

function contactState(list: ConversationList, name: string, now: number): JsonObject {
	const marks = list.marks.get(name);
	return {
		...objectOfContact(name, 'ToGroupId'),
		StandardMark: bitText(marks?.standard),
		CustomMark: marks?.custom ?? '',
		ContactGroupId: [...list.folders.values()]
			.filter(({ conversations }) => conversations.has(name))
			.map(({ id }) => id),
		Timestamp: Math.floor(now / 1000),
	};
}

const folderItems = (list: ConversationList): Json =>
	[...list.folders].map(([name, folder]) => folderItem(name, folder));

/** Pulling Conversation Groups and Marks (1047/53440). */
const getAll = listCommand('get_contact_group', { StartIndex: count }, (call, list) => {
	const names = [...list.known()];
	const start = Number(call.body.StartIndex);
	const end = start + pageSize;
	return {
		response: {
			ContactItem: names.slice(start, end).map((name) => contactState(list, name, call.now)),
			GroupItem: folderItems(list),
			CompleteFlag: end >= names.length ? 1 : 0,
			NextStartIndex: Math.min(end, names.length),
		},
	};
});

/** Searching for Conversation Groups and Marks (1047/53442). */
const search = listCommand(
	'search_contact_group',
	{ ContactItem: objects(contactRules('ToGroupId'), maxSearched) },
	(call, list) => {
		const known = list.known();
		const found = objectsOf(call.body.ContactItem)
			.map((item) => contactOf(item, 'ToGroupId'))
			.filter((name) => name !== undefined)
			.filter((name) => known.has(name));
		return {
			response: {
				ContactResultItem: found.map((name) => contactState(list, name, call.now)),
				GroupItem: folderItems(list),
			},
		};
	},
);

const isBits = (value: Json | undefined): value is number[] =>
	Array.isArray(value) &&
	value.every((bit) => typeof bit === 'number' && Number.isInteger(bit) && bit >= 0 && bit <= bits);

const bitList = (value: Json) => (isBits(value) ? undefined : 'an Array of Integer');

/** Marking Conversations (1047/53438). */
const mark = listCommand(
	'mark_contact',
	{
		MarkItem: objects(
			{
				OptType: oneOf(1, 2, 3),
				ContactItem: contact,
				'SetMark?': bitList,
				'ClearMark?': bitList,
				'CustomMark?': (value) => text(value) ?? short(256)(value),
			},
			maxMarked,
			51006,
		),
	},
	(call, list) => {
		const results = objectsOf(call.body.MarkItem).map((item): JsonObject => {
			const { OptType, ContactItem, SetMark, ClearMark, CustomMark } = item;
			const name = contactOf(isObject(ContactItem) ? ContactItem : undefined, 'ToGroupId') ?? '';
			const known = list.marks.get(name) ?? { standard: new Set<number>(), custom: '' };
			if (OptType !== 2) {
				for (const bit of isBits(ClearMark) ? ClearMark : []) known.standard.delete(bit);
				for (const bit of isBits(SetMark) ? SetMark : []) known.standard.add(bit);
			}
			if (OptType !== 1 && typeof CustomMark === 'string') known.custom = CustomMark;
			list.marks.set(name, known);
			return { OptType: OptType ?? 0, ...good(name) };
		});
		return { response: { ResultItem: results } };
	},
);

export const folderCommands: readonly Endpoint[] = [create, update, remove, getAll, search, mark];
