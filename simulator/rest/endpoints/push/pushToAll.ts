import { tellPushed } from '../../../callbacks/push';
import { isInteger, isUnsigned32, isZeroOrOne } from '../../../json';
import { accountExists } from '../../../state/world';
import { refuse, type Call, type Endpoint, type Outcome, type Refusal } from '../../endpoint';
import { readMessageBody } from '../../messageBody';
import { isOfflinePushInfo } from '../../offlinePush';
import { responseToRetry } from '../../retries';
import { readCondition, type Matcher } from './condition';
import { pushCodes } from './pushChecks';

const dayMs = 86_400_000;
const sevenDaysSeconds = 604_800;
/** Push > Error Codes (CN 117847), 90056. */
const maxRequestBytes = 10 * 1024;

/** Chat > Push to All Users (v4/all_member_push/im_push), on pages up to 2024. */
export const pushMessageToAll: Endpoint = {
	path: 'all_member_push/im_push',
	callsPerSecond: 200,
	codes: pushCodes,
	fields: ['Condition', 'MsgRandom', 'MsgBody', 'MsgLifeTime', 'From_Account', 'OfflinePushInfo'],
	handle(call: Call): Outcome {
		const { MsgLifeTime, From_Account } = call.body;
		const matches = readPush(call);
		if ('code' in matches) return matches;
		const elements = readMessageBody(call.body.MsgBody);
		if (!Array.isArray(elements)) return elements;
		if (
			MsgLifeTime !== undefined &&
			!(isInteger(MsgLifeTime) && MsgLifeTime >= 0 && MsgLifeTime <= sevenDaysSeconds)
		) {
			return refuse(90026, 'MsgLifeTime has to be from 0 to 604800 seconds');
		}
		const wrong = From_Account === undefined ? undefined : readSender(call);
		return wrong ?? pushOnce(call, matches, { revocable: false, stored: false });
	},
};

/**
 * Push > Push to All Users (v4/timpush/push, trtc.io/document/60561), and with a message Chat > Push
 * to All Users (67814).
 */
export const pushToAll: Endpoint = {
	path: 'timpush/push',
	callsPerSecond: 200,
	codes: pushCodes,
	fields: [
		'Condition',
		'MsgRandom',
		'MsgBody',
		'OnlineOnlyFlag',
		'From_Account',
		'OfflinePushInfo',
	],
	handle(call: Call): Outcome {
		const { MsgBody, OnlineOnlyFlag, OfflinePushInfo } = call.body;
		const matches = readPush(call);
		if ('code' in matches) return matches;
		const wrong = readSender(call);
		if (wrong) return wrong;
		if (OnlineOnlyFlag !== undefined && !isZeroOrOne(OnlineOnlyFlag)) {
			return refuse(90001, 'OnlineOnlyFlag has to be 0 or 1');
		}
		if (MsgBody === undefined) {
			return OfflinePushInfo === undefined
				? refuse(90001, 'OfflinePushInfo is missing')
				: pushOnce(call, matches, { revocable: true, stored: false });
		}
		const elements = readMessageBody(MsgBody);
		if (!Array.isArray(elements)) return elements;
		return pushOnce(call, matches, { revocable: true, stored: OnlineOnlyFlag !== 1 });
	},
};

/** What both commands check alike. */
function readPush(call: Call): Matcher | Refusal {
	const { Condition, MsgRandom, OfflinePushInfo } = call.body;
	if (call.bytes > maxRequestBytes) return refuse(90056, 'the request is larger than 10 KB');
	if (!isUnsigned32(MsgRandom)) {
		return refuse(90005, 'MsgRandom has to be an unsigned 32-bit Integer');
	}
	if (OfflinePushInfo !== undefined && !isOfflinePushInfo(OfflinePushInfo)) {
		return refuse(90001, 'OfflinePushInfo has a field of the wrong type');
	}
	return readCondition(call, Condition);
}

function readSender({ body, state }: Call): Refusal | undefined {
	const { From_Account } = body;
	if (typeof From_Account !== 'string') return refuse(90001, 'From_Account has to be a String');
	return accountExists(state.world, From_Account)
		? undefined
		: refuse(90001, 'From_Account does not exist');
}

/** Makes the push, unless it is the copy of an earlier one, too early or one too many for the day. */
function pushOnce(
	call: Call,
	matches: Matcher,
	kind: { revocable: boolean; stored: boolean },
): Outcome {
	const { state, behaviour, now, body } = call;
	const { push } = state;
	const key = String(body.MsgRandom);
	const first = push.sentToAll.find(key, now, behaviour.pushDedupSeconds * 1000);
	if (first) return responseToRetry(behaviour, first, {});
	const today = push.toAll.filter((at) => now - at < dayMs);
	if (today.some((at) => now - at < 1000)) {
		return refuse(90024, 'pushes have to be more than a second apart');
	}
	if (today.length >= behaviour.pushesPerDay) {
		return refuse(90047, `more than ${behaviour.pushesPerDay} pushes a day`);
	}
	push.toAll.push(now);
	const receivers = [...state.world.accounts.keys()].filter((user) => matches(call, user));
	const TaskId = push.addTask(state.app.sdkAppId, { at: now, receivers, ...kind });
	const response = { TaskId };
	tellPushed(call, TaskId, receivers);
	push.sentToAll.remember(key, now, response);
	return { response };
}
