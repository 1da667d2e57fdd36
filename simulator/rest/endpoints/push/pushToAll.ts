import { tellPushed } from '../../../callbacks/push';
import { isInteger, isObject, isStringArray, isUnsigned32, type JsonObject } from '../../../json';
import { accountExists } from '../../../state/world';
import { refuse, type Call, type Endpoint, type Outcome, type Refusal } from '../../endpoint';
import { readMessageBody } from '../../messageBody';
import { isOfflinePushInfo } from '../../offlinePush';
import { isWord, maxTags, pushCodes } from './pushChecks';

const dayMs = 86_400_000;
const pushesADay = 100;
const sevenDaysSeconds = 604_800;

type Matcher = (call: Call, user: string) => boolean;

/** Chat > Push to All Users (v4/all_member_push/im_push). */
export const pushToAll: Endpoint = {
	path: 'all_member_push/im_push',
	callsPerSecond: 200,
	codes: pushCodes,
	fields: ['Condition', 'MsgRandom', 'MsgBody', 'MsgLifeTime', 'From_Account', 'OfflinePushInfo'],
	handle(call: Call): Outcome {
		const { body, state } = call;
		const { Condition, MsgRandom, MsgLifeTime, From_Account, OfflinePushInfo } = body;
		if (!isUnsigned32(MsgRandom)) {
			return refuse(90005, 'MsgRandom has to be an unsigned 32-bit Integer');
		}
		const elements = readMessageBody(body.MsgBody);
		if (!Array.isArray(elements)) return elements;
		if (
			MsgLifeTime !== undefined &&
			!(isInteger(MsgLifeTime) && MsgLifeTime >= 0 && MsgLifeTime <= sevenDaysSeconds)
		) {
			return refuse(90026, 'MsgLifeTime has to be from 0 to 604800 seconds');
		}
		if (From_Account !== undefined && typeof From_Account !== 'string') {
			return refuse(90001, 'From_Account has to be a String');
		}
		if (From_Account !== undefined && !accountExists(state.world, From_Account)) {
			return refuse(90001, 'From_Account does not exist');
		}
		if (OfflinePushInfo !== undefined && !isOfflinePushInfo(OfflinePushInfo)) {
			return refuse(90001, 'OfflinePushInfo has a field of the wrong type');
		}
		const matches = readCondition(call, Condition);
		if ('code' in matches) return matches;

		const { toAll } = state.push;
		const today = toAll.filter((at) => call.now - at < dayMs);
		if (today.some((at) => call.now - at < 1000)) {
			return refuse(90024, 'pushes have to be more than a second apart');
		}
		if (today.length >= pushesADay) return refuse(90047, 'more than 100 pushes a day');
		toAll.push(call.now);
		const receivers = [...state.world.accounts.keys()].filter((user) => matches(call, user));
		const TaskId = state.push.addTask(state.app.sdkAppId, receivers, call.now);
		tellPushed(call, TaskId, receivers);
		return { answer: { TaskId } };
	},
};

function readCondition(call: Call, value: JsonObject[string]): Matcher | Refusal {
	if (value === undefined) return () => true;
	if (!isObject(value)) return refuse(90001, 'Condition has to be an Object');
	const { TagsOr, TagsAnd, AttrsOr, AttrsAnd } = value;
	const byTags = TagsOr !== undefined || TagsAnd !== undefined;
	const byAttributes = AttrsOr !== undefined || AttrsAnd !== undefined;
	if (byTags && byAttributes) return refuse(90039, 'tags and attributes cannot be mixed');
	if (byTags) return readTagCondition(TagsOr, TagsAnd);
	return byAttributes ? readAttributeCondition(call, AttrsOr, AttrsAnd) : () => true;
}

function readTagCondition(or: JsonObject[string], and: JsonObject[string]): Matcher | Refusal {
	const [any, all] = [or ?? [], and ?? []];
	if (!isStringArray(any) || !isStringArray(all)) {
		return refuse(90001, 'tags have to be an Array of String');
	}
	if (any.length > maxTags || all.length > maxTags) return refuse(90032, 'more than 10 tags');
	if ([...any, ...all].includes('')) return refuse(90040, 'a tag is empty');
	if (![...any, ...all].every(isWord)) return refuse(90020, 'a tag is longer than 50 bytes');
	if (any.some((tag) => all.includes(tag))) return refuse(90022, 'a tag stands in both lists');
	return ({ state }, user) => {
		const tags = state.push.tagsOf(user);
		const hasAny = any.length === 0 || any.some((tag) => tags.has(tag));
		return hasAny && all.every((tag) => tags.has(tag));
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
