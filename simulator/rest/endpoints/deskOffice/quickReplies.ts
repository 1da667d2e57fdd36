import type { JsonObject } from '../../../json';
import type { QuickReply, QuickReplyCategory } from '../../../state/office';
import type { Agent, World } from '../../../state/world';
import { refuse, type Refusal } from '../../endpoint';
import { deskCommand, isFilled, typeFault, wrong } from './checks';

const maxCategories = 100;
const scopes = ['all', 'groups', 'members'] as const;
const categoryFields = ['GroupName', 'UseScopeType', 'UseScopeList'];

type CategoryFields = Pick<QuickReplyCategory, 'name' | 'scope' | 'scopeList'>;

function readCategory(
	body: JsonObject,
	{ office }: World,
	self?: QuickReplyCategory,
): CategoryFields | Refusal {
	const fault = typeFault(body, { UseScopeList: 'texts' });
	if (fault) return fault;
	const { GroupName, UseScopeType } = body;
	if (!isFilled(GroupName)) return wrong('GroupName', 'a String');
	const scope = scopes.find((candidate) => candidate === UseScopeType);
	if (!scope) return wrong('UseScopeType', scopes.join(', '));
	const taken = [...office.categories.values()].some(
		(category) => category !== self && category.name === GroupName,
	);
	if (taken) return refuse(141004, 'GroupName is taken');
	return { name: GroupName, scope, scopeList: (body.UseScopeList ?? []) as string[] };
}

function knownCategory({ office }: World, id: unknown): QuickReplyCategory | Refusal {
	if (typeof id !== 'string' || id === '') return wrong('GroupId', 'a String');
	return office.categories.get(id) ?? refuse(141004, 'there is no such category');
}

function knownAgent({ agents }: World, id: unknown): Agent | Refusal {
	if (typeof id !== 'string' || id === '') return wrong('MemberId', 'a String');
	return agents.get(id) ?? refuse(141004, 'there is no such member');
}

const shown = ({ quickReplyId, groupId, title, content }: QuickReply) => ({
	QuickReplyId: quickReplyId,
	GroupId: groupId,
	Title: title,
	Content: content,
});

const repliesOf = ({ office }: World, groupId: string) =>
	[...office.quickReplies.values()].filter((reply) => reply.groupId === groupId).map(shown);

function mayUse({ memberId, groupIds }: Agent, { scope, scopeList }: QuickReplyCategory): boolean {
	if (scope === 'all') return true;
	if (scope === 'members') return scopeList.includes(memberId);
	return groupIds.some((id) => scopeList.includes(String(id)));
}

/** Product 269, page 119745: names are unique, 100 categories at most. */
const addCategory = deskCommand(
	'add_quick_reply_group',
	categoryFields,
	({ body, state: { world } }) => {
		const fields = readCategory(body, world);
		if ('code' in fields) return fields;
		const { categories } = world.office;
		if (categories.size >= maxCategories) return refuse(141004, 'too many categories');
		const categoryId = String(Math.max(0, ...[...categories.keys()].map(Number)) + 1);
		categories.set(categoryId, { categoryId, ...fields });
		return { response: { GroupId: categoryId } };
	},
);

/** Product 269, page 119746. */
const updateCategory = deskCommand(
	'update_quick_reply_group',
	['GroupId', ...categoryFields],
	({ body, state: { world } }) => {
		const category = knownCategory(world, body.GroupId);
		if ('code' in category) return category;
		const fields = readCategory(body, world, category);
		if ('code' in fields) return fields;
		Object.assign(category, fields);
		return { response: {} };
	},
);

/** Product 269, page 119748. */
const listCategories = deskCommand('get_quick_reply_group_list', [], ({ state: { world } }) => ({
	response: {
		Data: [...world.office.categories.values()].map(({ categoryId, name, scope, scopeList }) => ({
			GroupId: categoryId,
			GroupName: name,
			UseScopeType: scope,
			UseScopeList: scopeList,
		})),
	},
}));

/** Product 269, page 119752. */
const listReplies = deskCommand(
	'get_quick_reply_list',
	['GroupId'],
	({ body, state: { world } }) => {
		const category = knownCategory(world, body.GroupId);
		if ('code' in category) return category;
		return { response: { Data: repliesOf(world, category.categoryId) } };
	},
);

/** Product 269, page 119756: in the personal list, GroupId is the e-mail address. */
const listAvailableReplies = deskCommand(
	'get_available_quick_reply_list',
	['MemberId'],
	({ body, state: { world } }) => {
		const agent = knownAgent(world, body.MemberId);
		if ('code' in agent) return agent;
		const categories = [...world.office.categories.values()]
			.filter((category) => mayUse(agent, category))
			.map(({ categoryId, name }) => ({ GroupId: categoryId, GroupName: name }));
		const lists = [...categories, { GroupId: agent.memberId, GroupName: '' }];
		const Data = lists.map((list) => ({
			...list,
			QuickReplyList: repliesOf(world, list.GroupId),
		}));
		return { response: { Data } };
	},
);

function changeReply(
	{ office }: World,
	body: JsonObject,
	mayChange: (reply: QuickReply) => boolean,
	groupId: string,
): Refusal | { response: JsonObject } {
	const { QuickReplyId, Title, Content } = body;
	if (!isFilled(QuickReplyId)) return wrong('QuickReplyId', 'a String');
	if (!isFilled(Title)) return wrong('Title', 'a String');
	if (!isFilled(Content)) return wrong('Content', 'a String');
	const reply = office.quickReplies.get(QuickReplyId);
	if (!reply || !mayChange(reply)) return refuse(141004, 'there is no such quick reply');
	Object.assign(reply, { groupId, title: Title, content: Content });
	return { response: {} };
}

/** Product 269, page 119750. */
const updateReply = deskCommand(
	'update_quick_reply',
	['QuickReplyId', 'GroupId', 'Title', 'Content'],
	({ body, state: { world } }) => {
		const category = knownCategory(world, body.GroupId);
		if ('code' in category) return category;
		const isShared = ({ groupId }: QuickReply) => world.office.categories.has(groupId);
		return changeReply(world, body, isShared, category.categoryId);
	},
);

/** Product 269, page 119754. */
const updatePersonalReply = deskCommand(
	'update_member_quick_reply',
	['MemberId', 'QuickReplyId', 'Title', 'Content'],
	({ body, state: { world } }) => {
		const agent = knownAgent(world, body.MemberId);
		if ('code' in agent) return agent;
		const isOwn = ({ groupId }: QuickReply) => groupId === agent.memberId;
		return changeReply(world, body, isOwn, agent.memberId);
	},
);

export const quickReplyCommands = [
	addCategory,
	listAvailableReplies,
	listCategories,
	listReplies,
	updateCategory,
	updatePersonalReply,
	updateReply,
];
