import type { IDataObject } from 'n8n-workflow';
import { objectOf } from '../../parameters/json';
import { fieldLines, filled, itemLines, joined, lines, variablesOf } from './words';

/** What one of Desk's own messages is, and what it says. */
export interface DeskKind {
	/** The value of `messageKind`. */
	name: string;
	/** No message, but news for the client or the server. Clients draw nothing. */
	isSignal?: true;
	/** Its words, from the whole `Data`. */
	text: (data: IDataObject) => string;
}

const signal = (name: string): DeskKind => ({ name, isSignal: true, text: () => '' });

const contentOf = ({ content }: IDataObject): IDataObject => objectOf(content);
const menuOf = ({ menuContent }: IDataObject): IDataObject => objectOf(menuContent);
const wholeContent = ({ content }: IDataObject) => filled(content);

/** What was chosen, as soon as the server has written it into the message. */
const selectedIn = ({ selected }: IDataObject) => filled(objectOf(selected).content);

/** A title, and below it the choices or the one that was taken. */
function choicesText(title: unknown, items: unknown, content: IDataObject): string {
	return lines(title, selectedIn(content) || itemLines(items));
}

const listText = (data: IDataObject) => {
	const content = contentOf(data);
	return choicesText(filled(content.header) || filled(content.title), content.items, content);
};

const options = 1;

function formText(data: IDataObject): string {
	const content = contentOf(data);
	const items = content.type === options ? content.items : undefined;
	return choicesText(content.header, items, content);
}

function cardText(data: IDataObject): string {
	const { header, desc, url, customField } = contentOf(data);
	return lines(header, desc, url, fieldLines(customField));
}

function orderText(data: IDataObject): string {
	const { guide, name, desc, customField } = contentOf(data);
	return lines(guide, name, desc, fieldLines(customField));
}

function taskFormText(data: IDataObject): string {
	const names = variablesOf(data).map(({ name, value }) =>
		value === '' ? name : `${name}: ${value}`,
	);
	return lines(contentOf(data).tip, ...names);
}

/** The client takes this one field away when it sends the form back. */
export const isAnswer = ({ nodeStatus }: IDataObject): boolean => nodeStatus === undefined;

/**
 * Desk's own messages by their `src`. Documentation: Desk > "No UI user-end integration"
 * (cloud.tencent.com/document/product/269/96058) as far as it goes, and the official clients.
 */
export const deskKinds: Readonly<Record<string, DeskKind>> = {
	7: signal('windowOpened'),
	9: {
		name: 'ratingRequest',
		text: (data) => choicesText(menuOf(data).head, menuOf(data).menu, menuOf(data)),
	},
	10: {
		name: 'rating',
		text: ({ menuSelected }) => filled(objectOf(menuSelected).content),
	},
	11: signal('clientState'),
	12: signal('typing'),
	13: signal('robotCommand'),
	15: { name: 'choices', text: listText },
	18: signal('noAgentOnline'),
	19: signal('sessionEnded'),
	20: signal('sessionTimedOut'),
	21: { name: 'form', text: formText },
	22: { name: 'card', text: cardText },
	23: signal('ratingRule'),
	24: signal('ratingWanted'),
	25: signal('botStatus'),
	26: signal('agentStatus'),
	27: signal('sessionEndWanted'),
	28: { name: 'order', text: orderText },
	29: { name: 'welcome', text: listText },
	30: { name: 'richText', text: wholeContent },
	31: { name: 'stream', text: ({ chunks }) => joined(chunks) },
	32: { name: 'taskChoices', text: listText },
	33: { name: 'taskForm', text: taskFormText },
	35: signal('thinking'),
	37: { name: 'tip', text: wholeContent },
	38: signal('agentTip'),
};

/** The same of a chatbot's client, which numbers its stream differently (`chatbotPlugin` 1). */
export const chatbotKinds: Readonly<Record<string, DeskKind>> = {
	...deskKinds,
	2: deskKinds[31]!,
};

/** A bot's answer may stand in any of three fields. */
const botText = ({ chunks, content, text }: IDataObject) =>
	joined(chunks) || joined(content) || joined(text);

/** Messages of Chat's own bots (`chatbotPlugin` 2). What has no number of its own is an answer. */
export const botAnswer: DeskKind = { name: 'botAnswer', text: botText };

export const botKinds: Readonly<Record<string, DeskKind>> = {
	22: signal('stopAnswer'),
	23: { name: 'botError', text: ({ errorInfo }) => filled(errorInfo) },
};

/** A number that is not known yet: no words, so that nobody reads JSON. */
export const unknownKind: DeskKind = { name: 'unknown', text: () => '' };

const all = [...Object.values(deskKinds), ...Object.values(botKinds)];
const signals = new Set(all.filter(({ isSignal }) => isSignal).map(({ name }) => name));

/** Whether a `messageKind` is a signal and no message. */
export const isSignal = (kind: unknown): boolean => typeof kind === 'string' && signals.has(kind);
