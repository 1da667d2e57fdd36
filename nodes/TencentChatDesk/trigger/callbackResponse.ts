import type { IDataObject } from 'n8n-workflow';
import { isObject, objectsIn } from '../parameters/json';
import { type CallbackEvent, eventOf } from './events';
import { isWithin, plainRejection, rejectionCodes } from './rejectionCodes';

export type { ResponsePower } from './events';
// What operations may know of callbacks comes from this file.
export { isRejectionCode, plainRejection, rejectionCodeHint } from './rejectionCodes';

/**
 * What Tencent's callbacks get, in the API's own spelling. Anything else, or another
 * HTTP status than 200, counts as a failed callback. Documentation: Chat > "Webhook Overview".
 */
export interface CallbackResponse extends IDataObject {
	ActionStatus: 'OK';
	/** A text for the sender of what was rejected. */
	ErrorInfo: string;
	/** 0 allows, 1 rejects with Tencent's own code, 2 drops without a word; others reject. */
	ErrorCode: number;
}

/**
 * Milliseconds that a workflow has to decide: Tencent waits two seconds, and the response has to
 * travel.
 */
export const decisionTime = 1_800;

/** What an operator may make of it, where n8n itself needs longer or less long. */
export const decisionTimes = { min: 500, max: 1_900 } as const;

/** A callback that a response belongs to. */
export interface Asked {
	/** Undefined where it is not known what was asked. */
	event?: CallbackEvent;
	body: IDataObject;
}

/** What was asked, by the item that a trigger put out; nothing is known without one. */
export function askedIn(item: IDataObject | undefined): Asked {
	const { callbackCommand: command, body } = item ?? {};
	return {
		event: typeof command === 'string' ? eventOf(command) : undefined,
		// A simplified item has it under one key.
		body: isObject(body) ? body : (item ?? {}),
	};
}

const callbackResponse = (ErrorCode: number, ErrorInfo = ''): CallbackResponse => ({
	ActionStatus: 'OK',
	ErrorInfo,
	ErrorCode,
});

/** OK: the response to every callback that only informs. */
export const acknowledged = (): CallbackResponse => callbackResponse(0);

/** Drops a message without telling its sender. */
export const dropped = (): CallbackResponse => callbackResponse(2);

/** The friends that are to be added (T-43468), or whose requests are answered (T-43467). */
function friendsIn({ FriendItem, ResponseFriendItem }: IDataObject): string[] {
	return objectsIn(FriendItem ?? ResponseFriendItem).flatMap(({ To_Account: to }) =>
		typeof to === 'string' ? [to] : [],
	);
}

/**
 * The verdict on friends stands beside each of them, and one on everybody is none: an `ErrorCode`
 * other than 0 means that the server failed, and Tencent goes on without it.
 */
function onFriends(
	body: IDataObject,
	verdictOn: (userId: string) => { ResultCode: number; ResultInfo: string },
): CallbackResponse {
	const ResultItem = friendsIn(body).map((To_Account) => ({
		To_Account,
		...verdictOn(To_Account),
	}));
	return { ...acknowledged(), ResultItem };
}

/** Lets it pass. */
export function allowed({ event, body }: Asked): CallbackResponse {
	if (event?.power !== 'friends') return acknowledged();
	return onFriends(body, () => ({ ResultCode: 0, ResultInfo: '' }));
}

/**
 * The code with which a rejection goes out: the given one where it fits what was asked, or where
 * nothing is known of that. Another one could count as a broken response, and let it pass.
 */
export function rejectionCodeOf({ event }: Asked, code: number): number {
	if (event === undefined || event.power === 'unknown') return code;
	if (event.codes && isWithin(event.codes, code)) return code;
	return event.power === 'friends' ? rejectionCodes.friend.from : plainRejection;
}

/** @param text told to the sender's app with the code */
export function rejected(asked: Asked, code: number, text = ''): CallbackResponse {
	const fitting = rejectionCodeOf(asked, code);
	if (asked.event?.power !== 'friends') return callbackResponse(fitting, text);
	return onFriends(asked.body, () => ({ ResultCode: fitting, ResultInfo: text }));
}

/**
 * Lets it pass without some of its users.
 *
 * @param text told to the app of whoever asked, where there is room for it
 */
export function refusedFor(
	{ event, body }: Asked,
	userIds: readonly string[],
	text = '',
): CallbackResponse {
	if (event?.power !== 'friends') {
		return event?.refusedField
			? { ...acknowledged(), [event.refusedField]: [...userIds] }
			: acknowledged();
	}
	const refused = { ResultCode: rejectionCodes.friend.from, ResultInfo: text };
	return onFriends(body, (userId) =>
		userIds.includes(userId) ? refused : { ResultCode: 0, ResultInfo: '' },
	);
}

/** Whether a value is a response that Tencent understands. */
export function isCallbackResponse(value: unknown): value is CallbackResponse {
	return isObject(value) && 'ActionStatus' in value && Number.isInteger(value.ErrorCode);
}
