import { createHash } from 'crypto';
import type { IDataObject } from 'n8n-workflow';
import { isObject, objectOf } from '../parameters/json';
import { anyEvent } from './events';

/** The value of the picker for ratings, which Tencent has no callback of its own for. */
export const ratingEvent = 'rating';

/** A rating is a message, so these tell of it; which of them depends on what is switched on. */
const commands = ['C2C.CallbackAfterSendMsg', 'Desk.SessionEventNotify', 'Bot.OnC2CMessage'];

export const isRating = ({ rating }: IDataObject): boolean => isObject(rating);

/** Whether an item starts the workflow as a rating, whatever callback brings it. */
export const startsAsRating = (item: IDataObject, events: readonly string[]): boolean =>
	isRating(item) &&
	((events.includes(ratingEvent) && commands.includes(String(item.callbackCommand))) ||
		events.includes(anyEvent));

/** What the callbacks that tell of one rating have in common; nothing for what is no rating. */
export function ratingKeys(item: IDataObject, events: readonly string[]): string[] {
	const isOwnEvent = events.includes(ratingEvent) && startsAsRating(item, events);
	const { sessionId, label, score } = objectOf(item.rating);
	if (!isOwnEvent || typeof sessionId !== 'string' || sessionId === '') return [];
	const digest = createHash('sha256').update(JSON.stringify([sessionId, label, score]));
	return [`rating ${digest.digest('base64')}`];
}
