import type { JsonObject } from '../../../json';
import { filled, oneOf, type Rule, type Rules, command } from '../../bodyRules';
import { refuse, type Call, type Endpoint, type Outcome } from '../../endpoint';
import { accountExists } from '../../../state/world';
import type { ConversationList } from '../../../state/conversationLists';

export const ofUser = 1;
export const ofGroup = 2;

type GroupField = 'GroupId' | 'ToGroupid' | 'ToGroupId';

/** The rules of a conversation: its type, and whom it is with. */
export const contactRules = (groupField: GroupField): Rules => ({
	Type: oneOf(ofUser, ofGroup),
	'To_Account?': filled,
	[`${groupField}?`]: filled,
});

/** A conversation as one object, whose field for the group has this spelling. */
export const contactObject =
	(groupField: GroupField): Rule =>
	(value) =>
		contactOf(value as JsonObject, groupField) === undefined ? 'a conversation' : undefined;

/** The name of a conversation; undefined where the type and the ID do not fit. */
export function contactOf(
	item: JsonObject | undefined,
	groupField: GroupField,
): string | undefined {
	if (!item) return undefined;
	const { Type } = item;
	const id = Type === ofUser ? item.To_Account : Type === ofGroup ? item[groupField] : undefined;
	return typeof id === 'string' && id !== '' ? `${Type as number}:${id}` : undefined;
}

/** The object of a conversation by its name. */
export function objectOfContact(name: string, groupField: GroupField): JsonObject {
	const id = name.slice(2);
	return name.startsWith(`${ofUser}:`)
		? { Type: ofUser, To_Account: id }
		: { Type: ofGroup, [groupField]: id };
}

/** A command of v4/recentcontact: 50002 for a bad body, 50001 for an owner that does not exist. */
export function listCommand(
	name: string,
	rules: Rules,
	handle: (call: Call, list: ConversationList) => Outcome,
): Endpoint {
	return command({
		path: `recentcontact/${name}`,
		badBody: 50002,
		codes: { notAdmin: 50003 },
		rules: { From_Account: filled, ...rules },
		handle(call) {
			const owner = String(call.body.From_Account);
			const { world } = call.state;
			if (!accountExists(world, owner)) return refuse(50001, 'the account does not exist');
			const outcome = handle(call, world.conversationLists.of(owner));
			return 'code' in outcome
				? outcome
				: { ...outcome, response: { ...outcome.response, ErrorDisplay: '' } };
		},
	});
}
