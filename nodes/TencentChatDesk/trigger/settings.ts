import type { IDataObject } from 'n8n-workflow';
import { InvalidParameter } from '../parameters/invalidParameter';
import {
	allowed,
	type Asked,
	type CallbackResponse,
	decisionTime,
	decisionTimes,
	dropped,
	rejected,
} from './callbackResponse';
import { type DownloadSettings, readDownload } from '../messages/downloadOptions';
import type { Fields } from '../parameters/fields';
import { anyEvent, eventOf } from './events';
import { isSignal } from '../messages/desk/deskKinds';
import { isMessage, type ToldEvent } from './item';
import { isRejectionCode, plainRejection, rejectionCodeHint } from './rejectionCodes';
import { isRating, startsAsRating } from './ratings';
import { isSessionPart, sessionEvent } from './sessionParts';
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
	timeToDecide: number;
	beforeResponse: 'allow' | 'drop' | 'reject';
	rejectCode: number;
	rejectText: string;
	/** Whether gifts pass while nobody responds in time, where the node registers the URL for Live. */
	letGiftsPass: boolean;
	/** Whether the item has the body under one key, behind what most workflows need. */
	simplify: boolean;
	/** What of messages is loaded, where anything is. */
	download: DownloadSettings | undefined;
	/** Seconds, in both directions. */
	window: number;
}

/** @throws InvalidParameter naming the control that has to change */
export function readTriggerSettings(fields: Fields): TriggerSettings {
	const options = fields.collection('options', 'Options');
	const beforeResponse =
		fields.optionalChoice('beforeAnswer', 'Answer to "Before" Events', [
			'allow',
			'drop',
			'reject',
		] as const) ?? 'allow';
	const rejects = beforeResponse === 'reject';
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
		ignoreRestApi: fields.optionalBoolean('ignoreRestApi', 'Ignore REST API Messages') ?? true,
		// Workflows that were saved before it existed want no signals either.
		ignoreDeskSignals: fields.optionalBoolean('ignoreDeskSignals', 'Ignore Desk Signals') ?? true,
		ignoreSenders: options.optionalIds('ignoreSenders', 'Ignore Senders') ?? [],
		decides: fields.optionalText('responseMode', 'Respond') === 'responseNode',
		timeToDecide:
			options.optionalInteger('answerWithin', 'Answer Within (Milliseconds)', decisionTimes) ??
			decisionTime,
		beforeResponse,
		rejectCode,
		letGiftsPass:
			fields.optionalBoolean('letGiftsPass', 'Let Gifts Pass Without an Answer') ?? true,
		// Older triggers have no such control, and give what they always gave.
		simplify: fields.optionalBoolean('simplify', 'Simplify') ?? false,
		rejectText: rejects ? (fields.optionalText('rejectText', 'Error Text') ?? '') : '',
		download: readDownload(options),
		window:
			options.optionalInteger('timeWindow', 'Time Window (Seconds)', {
				min: 1,
				max: widestWindow,
			}) ?? defaultWindow,
	};
}

/** The response that the panel gives to what is asked, where the workflow gives none. */
export function defaultResponseTo(
	asked: Asked,
	{ beforeResponse, rejectCode, rejectText }: TriggerSettings,
): CallbackResponse {
	const power = asked.event?.power ?? 'none';
	// There is nothing to refuse: without a response Desk goes on as it would have anyway.
	if (power === 'assignment' || power === 'none' || power === 'values') return allowed(asked);
	if (beforeResponse === 'reject') return rejected(asked, rejectCode, rejectText);
	if (beforeResponse === 'allow') return allowed(asked);
	// Only messages can vanish without a word.
	return power === 'message' ? dropped() : rejected(asked, plainRejection);
}

/** Whether the panel names a command, or the other name for the same. */
function isNamed(command: string, events: readonly string[]): boolean {
	const { sameAs } = eventOf(command) ?? {};
	return [anyEvent, command, sameAs].some((name) => name !== undefined && events.includes(name));
}

/** Whether the panel wants an event for what Tencent calls it, and for what the message is. */
function isChosen(
	command: string,
	item: IDataObject,
	{ events, deskEvents, ignoreDeskSignals }: TriggerSettings,
): boolean {
	const { Event: deskEvent } = item;
	const isPart = isSessionPart(item, events);
	if (!isPart && !isNamed(command, events)) return false;
	const isDeskEvent = command === sessionEvent && !isPart;
	const isListed = typeof deskEvent === 'string' && deskEvents.includes(deskEvent);
	if (isDeskEvent && deskEvents.length > 0 && !isListed) return false;
	return !ignoreDeskSignals || !(isSignal(item.messageKind) || isRating(item));
}

/** Whether an event starts the workflow; the others are acknowledged and forgotten. */
export function isWanted(
	{ command, body }: ToldEvent,
	item: IDataObject,
	{ optPlatform }: CallbackQuery,
	settings: TriggerSettings,
): boolean {
	const { events, ignoreRestApi, ignoreSenders } = settings;
	const { senderId } = item;
	if (!startsAsRating(item, events) && !isChosen(command, item, settings)) return false;
	if (!isMessage(command, body)) return true;
	if (ignoreRestApi && optPlatform?.toUpperCase() === 'RESTAPI') return false;
	return typeof senderId !== 'string' || !ignoreSenders.includes(senderId);
}
