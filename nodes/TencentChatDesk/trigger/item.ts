import type { IDataObject } from 'n8n-workflow';
import { readMsgBody } from '../messages/plainText';
import { isObject } from '../parameters/json';
import { eventOf, type FlatFields, guessedFields } from './events';
import type { CallbackQuery } from './verification';

/** What stands at a path of field names with dots between them. */
function valueAt(body: IDataObject, path: string): unknown {
	let value: unknown = body;
	for (const name of path.split('.')) {
		if (!isObject(value) || !Object.hasOwn(value, name)) return undefined;
		value = value[name];
	}
	return value;
}

/** A text that says something, or a list of texts, each on a line of its own. */
function textIn(value: unknown): string | undefined {
	if (typeof value === 'string') return value === '' ? undefined : value;
	if (!Array.isArray(value)) return undefined;
	const texts = value.filter((one): one is string => typeof one === 'string' && one !== '');
	return texts.length === 0 ? undefined : texts.join('\n');
}

function flattened(body: IDataObject, fields: FlatFields): IDataObject {
	const found: IDataObject = {};
	for (const [name, places] of Object.entries(fields)) {
		const text = [places]
			.flat()
			.map((path) => textIn(valueAt(body, path)))
			.find((one) => one !== undefined);
		if (text !== undefined) found[name] = text;
	}
	return found;
}

/** Whether a callback tells of a message, or asks about one. */
export function isMessage(command: string, { MsgBody }: IDataObject): boolean {
	return Array.isArray(MsgBody) || eventOf(command)?.flattening?.isMessage === true;
}

/** Who did what to whom, whatever the callback; for messages also what was written. */
function flatOf(command: string, body: IDataObject): IDataObject {
	const { MsgBody, Event } = body;
	const flattening = eventOf(command)?.flattening;
	const message = isMessage(command, body);
	const fields = flattening?.fields ?? (message ? guessedFields : {});
	const { byEvent = {} } = flattening ?? {};
	// Who wrote is certain where something was written.
	const more =
		message && typeof Event === 'string' && Object.hasOwn(byEvent, Event) ? byEvent[Event] : {};
	const said = message ? readMsgBody(Array.isArray(MsgBody) ? MsgBody : []) : {};
	return {
		...said,
		...flattened(body, { ...fields, ...more }),
	};
}

/**
 * What a workflow gets of a callback: the body as it came, what the address said, who did what to whom,
 * whatever the type of the callback, and of a message what it says and what kind it is.
 *
 * @param receivedAt milliseconds since the epoch
 */
export function itemOf(
	command: string,
	query: CallbackQuery,
	body: IDataObject,
	receivedAt: number,
): IDataObject {
	const flat = inReadingOrder(flatOf(command, body));
	return {
		...flat,
		...body,
		...addressOf(command, query, receivedAt),
		// A field of the body may have the same name.
		...flat,
	};
}

const addressOf = (command: string, query: CallbackQuery, receivedAt: number): IDataObject => ({
	callbackCommand: command,
	sdkAppId: Number(query.sdkAppId),
	clientIp: query.clientIp ?? '',
	optPlatform: query.optPlatform ?? '',
	receivedAt: new Date(receivedAt).toISOString(),
});

/** What most workflows read first. */
const firstFields = ['text', 'senderId', 'recipientId', 'sessionId'];

function inReadingOrder(flat: IDataObject): IDataObject {
	const first = firstFields.filter((name) => name in flat).map((name) => [name, flat[name]]);
	return { ...Object.fromEntries(first), ...flat };
}

/** The same with the body under one key, behind what most workflows need. */
export function simplifiedItemOf(
	command: string,
	query: CallbackQuery,
	body: IDataObject,
	receivedAt: number,
): IDataObject {
	const { Event: event } = body;
	return {
		...inReadingOrder(flatOf(command, body)),
		...(typeof event === 'string' && { event }),
		...addressOf(command, query, receivedAt),
		body,
	};
}

/** One thing that a call tells of. */
export interface ToldEvent {
	command: string;
	body: IDataObject;
}

/**
 * What one call tells of: a push reports up to a hundred things in `Events`, each under a command of
 * its own (T-67551, T-67552); every other callback one.
 */
export function toldEvents(command: string, body: IDataObject): ToldEvent[] {
	const { Events: list } = body;
	const isReport = command.startsWith('Push.') && Array.isArray(list) && list.length > 0;
	if (!isReport || !list.every(isObject)) return [{ command, body }];
	return list.map((event) => {
		const { CallbackCommand: own } = event;
		const isPush = typeof own === 'string' && own.startsWith('Push.');
		return { command: isPush ? own : command, body: event };
	});
}
