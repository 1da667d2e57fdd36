import { isObject, isStringArray, type JsonObject } from '../../../json';
import { refuse, type Call, type Refusal } from '../../endpoint';
import { isWord, maxTags } from './pushChecks';

/** Whether a push is for a user. */
export type Matcher = (call: Call, user: string) => boolean;

/** The Condition of a push to all users; everybody without one. */
export function readCondition(call: Call, value: JsonObject[string]): Matcher | Refusal {
	if (value === undefined) return () => true;
	if (!isObject(value)) return refuse(90001, 'Condition has to be an Object');
	const { TagsOr, TagsAnd, TagsNot, AttrsOr, AttrsAnd } = value;
	const byTags = TagsOr !== undefined || TagsAnd !== undefined || TagsNot !== undefined;
	const byAttributes = AttrsOr !== undefined || AttrsAnd !== undefined;
	if (byTags && byAttributes) return refuse(90039, 'tags and attributes cannot be mixed');
	if (byTags) return readTagCondition(TagsOr, TagsAnd, TagsNot);
	return byAttributes ? readAttributeCondition(call, AttrsOr, AttrsAnd) : () => true;
}

function readTagCondition(
	or: JsonObject[string],
	and: JsonObject[string],
	not: JsonObject[string],
): Matcher | Refusal {
	const [any, all, none] = [or ?? [], and ?? [], not ?? []];
	if (!isStringArray(any) || !isStringArray(all) || !isStringArray(none)) {
		return refuse(90001, 'tags have to be an Array of String');
	}
	const lists = [any, all, none];
	if (lists.some((tags) => tags.length > maxTags)) return refuse(90032, 'more than 10 tags');
	if (lists.flat().includes('')) return refuse(90040, 'a tag is empty');
	if (!lists.flat().every(isWord)) return refuse(90020, 'a tag is longer than 50 bytes');
	if (any.some((tag) => all.includes(tag))) return refuse(90022, 'a tag stands in both lists');
	return ({ state }, user) => {
		const tags = state.push.tagsOf(user);
		const hasAny = any.length === 0 || any.some((tag) => tags.has(tag));
		// "not (C and D)": who has all of them is left out.
		const isLeftOut = none.length > 0 && none.every((tag) => tags.has(tag));
		return hasAny && all.every((tag) => tags.has(tag)) && !isLeftOut;
	};
}

function readAttributeCondition(
	call: Call,
	or: JsonObject[string],
	and: JsonObject[string],
): Matcher | Refusal {
	const [any, all] = [or ?? {}, and ?? {}];
	if (!isObject(any) || !isObject(all)) return refuse(90001, 'attributes have to be an Object');
	const names = new Set(call.state.push.attributeNames.values());
	if ([...Object.keys(any), ...Object.keys(all)].some((name) => !names.has(name))) {
		return refuse(90033, 'an attribute is not known');
	}
	return ({ state }, user) => {
		const own = state.push.attributesOf(user);
		const has = ([name, wanted]: [string, unknown]) => own.get(name) === wanted;
		const hasAny = Object.keys(any).length === 0 || Object.entries(any).some(has);
		return hasAny && Object.entries(all).every(has);
	};
}
