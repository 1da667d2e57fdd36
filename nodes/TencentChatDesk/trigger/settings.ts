import type { IDataObject } from 'n8n-workflow';
import { InvalidParameter } from '../parameters/invalidParameter';
import {
	allowed,
	type CallbackResponse,
	decisionTime,
	decisionTimes,
	dropped,
	isRejectionCode,
	plainRejection,
	rejected,
	rejectionCodeHint,
} from './callbackResponse';
import { isSignal } from '../messages/desk/deskKinds';
import type { Fields } from '../parameters/fields';
import { anyEvent, type CallbackEvent } from './events';
import { isRating, startsAsRating } from './ratings';
import type { CallbackQuery } from './verification';

/** Seconds between Tencent's clock and ours. */
export const defaultWindow = 60;
/** As much as the panel allows. */
export const widestWindow = 86_400;

/** What the panel of the trigger says. */
export interface TriggerSettings {
	/** Commands that start the workflow, or the value for all of them. */
	events: readonly string[];
	/** `Event` strings of Desk that start it; all of them when empty. */
	deskEvents: readonly string[];
	ignoreRestApi: boolean;
	ignoreDeskSignals: boolean;
	ignoreSenders: readonly string[];
	/** Whether the workflow decides about "before" events. */
	decides: boolean;
	/** Milliseconds that it has for that. */
	answerWithin: number;
	beforeAnswer: 'allow' | 'drop' | 'reject';
	rejectCode: number;
	rejectText: string;
	/** Seconds, in both directions. */
	window: number;
}

/** @throws InvalidParameter naming the control that has to change */
export function readTriggerSettings(fields: Fields): TriggerSettings {
	const options = fields.collection('options', 'Options');
	const beforeAnswer =
		fields.optionalChoice('beforeAnswer', 'Answer to "Before" Events', [
			'allow',
			'drop',
			'reject',
		] as const) ?? 'allow';
	const rejects = beforeAnswer === 'reject';
	const rejectCode = rejects ? fields.integer('rejectCode', 'Error Code') : plainRejection;
	if (!isRejectionCode(rejectCode)) {
		throw new InvalidParameter(
			`'Error Code' is ${rejectCode}, which rejects nothing`,
			rejectionCodeHint,
		);
	}
	return {
		events: fields.ids('events', 'Events', { kind: 'word' }),
		deskEvents: fields.optionalIds('deskEvents', 'Session Events', { kind: 'word' }) ?? [],
		ignoreRestApi: fields.optionalBoolean('ignoreRestApi', 'Ignore REST API') ?? true,
		// Workflows that were saved before it existed want no signals either.
		ignoreDeskSignals: fields.optionalBoolean('ignoreDeskSignals', 'Ignore Desk Signals') ?? true,
		ignoreSenders: options.optionalIds('ignoreSenders', 'Ignore Senders') ?? [],
		decides: fields.optionalText('responseMode', 'Respond') === 'responseNode',
		answerWithin:
			options.optionalInteger('answerWithin', 'Answer Within', decisionTimes) ?? decisionTime,
		beforeAnswer,
		rejectCode,
		rejectText: rejects ? (fields.optionalText('rejectText', 'Error Text') ?? '') : '',
		window:
			options.optionalInteger('timeWindow', 'Time Window', { min: 1, max: widestWindow }) ??
			defaultWindow,
	};
}

/** The answer that the panel gives to an event, where the workflow gives none. */
export function answerByDefault(
	event: CallbackEvent | undefined,
	{ beforeAnswer, rejectCode, rejectText }: TriggerSettings,
): CallbackResponse {
	if (event?.reply !== 'message' && event?.reply !== 'verdict') return allowed();
	if (beforeAnswer === 'reject') return rejected(rejectCode, rejectText);
	if (beforeAnswer === 'allow') return allowed();
	// Only messages can vanish without a word.
	return event.reply === 'message' ? dropped() : rejected(plainRejection);
}

/** Whether the panel wants an event for what Tencent calls it, and for what the message is. */
function isChosen(
	item: IDataObject,
	{ events, deskEvents, ignoreDeskSignals }: TriggerSettings,
): boolean {
	const { callbackCommand: command, Event: deskEvent } = item;
	if (!events.includes(anyEvent) && !events.includes(String(command))) return false;
	const isDeskEvent = command === 'Desk.SessionEventNotify';
	const isNamed = typeof deskEvent === 'string' && deskEvents.includes(deskEvent);
	if (isDeskEvent && deskEvents.length > 0 && !isNamed) return false;
	return !ignoreDeskSignals || !(isSignal(item.messageKind) || isRating(item));
}

/** Whether an event starts the workflow; the others are answered and forgotten. */
export function isWanted(
	item: IDataObject,
	{ optPlatform }: CallbackQuery,
	settings: TriggerSettings,
): boolean {
	const { ignoreRestApi, ignoreSenders } = settings;
	const { senderId, text } = item;
	if (!startsAsRating(item, settings.events) && !isChosen(item, settings)) return false;
	if (text === undefined) return true;
	if (ignoreRestApi && optPlatform?.toUpperCase() === 'RESTAPI') return false;
	return typeof senderId !== 'string' || !ignoreSenders.includes(senderId);
}
