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
import type { Fields } from '../parameters/fields';
import { anyEvent, type CallbackEvent } from './events';
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

/** Whether an event starts the workflow; the others are answered and forgotten. */
export function isWanted(
	item: IDataObject,
	{ optPlatform }: CallbackQuery,
	settings: TriggerSettings,
): boolean {
	const { events, deskEvents, ignoreRestApi, ignoreSenders } = settings;
	const { callbackCommand: command, Event: deskEvent, senderId, text } = item;
	if (!events.includes(anyEvent) && !events.includes(String(command))) return false;
	const isDeskEvent = command === 'Desk.SessionEventNotify';
	const isChosen = typeof deskEvent === 'string' && deskEvents.includes(deskEvent);
	if (isDeskEvent && deskEvents.length > 0 && !isChosen) return false;
	if (text === undefined) return true;
	if (ignoreRestApi && optPlatform?.toUpperCase() === 'RESTAPI') return false;
	return typeof senderId !== 'string' || !ignoreSenders.includes(senderId);
}
