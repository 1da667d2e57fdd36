import type { IDataObject } from 'n8n-workflow';
import { isObject, objectOf, parseReceived } from '../../parameters/json';
import {
	botAnswer,
	botKinds,
	chatbotKinds,
	type DeskKind,
	deskKinds,
	isAnswer,
	unknownKind,
} from './deskKinds';
import { filled, variablesOf } from './words';

/** What a customer thinks of a session. */
export interface Rating {
	/** 1 is the lowest; absent when the number of the choice says no score. */
	score?: number;
	/** The words of the choice. */
	label: string;
	sessionId: string;
}

/** One of Desk's own messages as a workflow reads it. */
export interface DeskReading {
	messageKind: string;
	text: string;
	rating?: Rating;
	/** What was entered in a form, by the names of its fields. */
	formAnswers?: Record<string, string>;
}

const saysOnly = (value: unknown, number: string) =>
	(typeof value === 'string' || typeof value === 'number') && String(value).trim() === number;

/** The kind of a custom message; undefined when it is none of Desk's own. */
function kindOf(data: IDataObject): DeskKind | undefined {
	const src = filled(data.src);
	const among = (kinds: Readonly<Record<string, DeskKind>>) =>
		Object.hasOwn(kinds, src) ? kinds[src] : undefined;
	if (saysOnly(data.chatbotPlugin, '2')) return among(botKinds) ?? botAnswer;
	if (saysOnly(data.chatbotPlugin, '1')) return among(chatbotKinds) ?? unknownKind;
	if (saysOnly(data.customerServicePlugin, '0')) return among(deskKinds) ?? unknownKind;
	// The mini program says so without the mark of Desk when a customer opens its window.
	if (src === '7' && data.content === undefined) return deskKinds[7];
	// A card is known by its number and its content alone.
	return src === '22' && isObject(data.content) ? deskKinds[22] : undefined;
}

const maxScore = 5;

/** Choices are numbered from 1, or from 101. Other numbers name a choice and say nothing of it. */
function scoreOf(id: unknown): number | undefined {
	const number = Number(filled(id) || Number.NaN);
	const score = number > 100 ? number - 100 : number;
	return Number.isInteger(score) && score >= 1 && score <= maxScore ? score : undefined;
}

function ratingOf({ menuSelected }: IDataObject): Rating {
	const { id, content, sessionId } = objectOf(menuSelected);
	const score = scoreOf(id);
	return {
		...(score !== undefined && { score }),
		label: filled(content),
		sessionId: filled(sessionId),
	};
}

const answersOf = (data: IDataObject): Record<string, string> =>
	Object.fromEntries(variablesOf(data).map(({ name, value }) => [name, value]));

/**
 * Reads the `Data` of a custom message that Desk, its clients or a chatbot made.
 *
 * @returns undefined for a custom message of anybody else
 */
export function readDesk(Data: unknown): DeskReading | undefined {
	const data = typeof Data === 'string' ? parseReceived(Data) : undefined;
	const kind = isObject(data) ? kindOf(data) : undefined;
	if (!isObject(data) || kind === undefined) return undefined;
	const reading = { messageKind: kind.name, text: kind.text(data) };
	if (kind === deskKinds[10]) return { ...reading, rating: ratingOf(data) };
	if (kind !== deskKinds[33] || !isAnswer(data)) return reading;
	return { ...reading, messageKind: 'formAnswer', formAnswers: answersOf(data) };
}
