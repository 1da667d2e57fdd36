import type { IDataObject } from 'n8n-workflow';
import { isObject, objectsIn, parseReceived } from '../parameters/json';
import { type DeskReading, readDesk } from './desk/readDesk';

const parsed = (text: unknown) => (typeof text === 'string' ? parseReceived(text) : undefined);

/** A value as text; empty for one that has none, such as an object with a `toString` of its own. */
function word(value: unknown): string {
	try {
		return String(value);
	} catch {
		return '';
	}
}

/** The parts that say something, behind what kind of thing they belong to. */
function labelled(label: string, ...parts: unknown[]): string {
	const words = parts.filter((part) => part !== undefined && part !== null && part !== '');
	return [`[${label}]`, ...words.map(word)].join(' ');
}

/** The address of the first of several versions of a picture. */
function pictureAddress({ ImageInfoArray: versions }: IDataObject): unknown {
	const [first] = objectsIn(versions);
	return first?.URL ?? first?.Url;
}

/** A custom message says what its notification would say, and its data without one. */
function customText({ Data, Desc }: IDataObject): string {
	const data = parsed(Data);
	const content = isObject(data) && isObject(data.content) ? data.content : undefined;
	if (content && typeof content.header === 'string') {
		return [content.header, content.desc, content.url]
			.filter((part) => typeof part === 'string' && part !== '')
			.join('\n');
	}
	if (typeof Desc === 'string' && Desc !== '') return Desc;
	return typeof Data === 'string' ? Data : '';
}

const indexOf = (chunk: IDataObject) => (typeof chunk.Index === 'number' ? chunk.Index : 0);

/**
 * The pieces of a streamed message in their order; its `CompatibleText` is for clients that cannot
 * show it. Documentation: cloud.tencent.com/document/product/269/129279.
 */
function streamText({ Chunks: chunks }: IDataObject): string {
	return objectsIn(chunks)
		.sort((a, b) => indexOf(a) - indexOf(b))
		.map(({ Markdown }) => (typeof Markdown === 'string' ? Markdown : ''))
		.join('');
}

/** How an element of a type is called, and what it says. */
type Reader = [messageKind: string, text: (content: IDataObject) => string];

/** The elements by type. Documentation: Chat > "Message Formats". */
const readers: Record<string, Reader> = {
	TIMTextElem: ['text', ({ Text }) => (typeof Text === 'string' ? Text : '')],
	TIMCustomElem: ['custom', customText],
	TIMFaceElem: ['face', ({ Data, Index }) => labelled('Face', Data || Index)],
	TIMLocationElem: [
		'location',
		({ Desc, Latitude, Longitude }) =>
			labelled('Location', Desc, `(${word(Latitude)}, ${word(Longitude)})`),
	],
	TIMImageElem: ['image', (content) => labelled('Image', pictureAddress(content))],
	TIMFileElem: ['file', ({ FileName, Url }) => labelled('File', FileName, Url)],
	TIMSoundElem: ['sound', ({ Url }) => labelled('Sound', Url)],
	TIMVideoFileElem: ['video', ({ VideoUrl }) => labelled('Video', VideoUrl)],
	TIMRelayElem: ['mergedMessages', ({ Title }) => labelled('Merged Messages', Title)],
	TIMStreamElem: ['stream', streamText],
};

/** What a message is and says, whatever its type. */
export type MessageReading = DeskReading;

const nothing: MessageReading = { messageKind: 'other', text: '' };

function readElement(element: unknown): MessageReading {
	if (!isObject(element) || !isObject(element.MsgContent)) return nothing;
	const { MsgType: type, MsgContent: content } = element;
	if (type === 'TIMCustomElem') {
		const desk = readDesk(content.Data);
		if (desk) return desk;
	}
	const known =
		typeof type === 'string' && Object.hasOwn(readers, type) ? readers[type] : undefined;
	if (known) return { messageKind: known[0], text: known[1](content) };
	return { ...nothing, text: labelled(word(type).replace(/^TIM|Elem$/g, '')) };
}

/** Kinds that are told of every element; a Desk message among others says what the message is. */
const plainKinds = new Set(['other', ...Object.values(readers).map(([kind]) => kind)]);

/**
 * A `MsgBody` of any type: its words, what kind of message it is, and what a customer has chosen or
 * entered. Texts are as they are, other elements a word in brackets and what tells them, such as
 * `[Image] https://example.com/photo.jpg`; one line an element. Signals have no words.
 */
export function readMsgBody(msgBody: readonly unknown[]): MessageReading {
	const elements = msgBody.map(readElement);
	const main = elements.find(({ messageKind }) => !plainKinds.has(messageKind)) ?? elements[0];
	const text = elements
		.map((element) => element.text)
		.filter((words) => words !== '')
		.join('\n');
	return { ...(main ?? nothing), text };
}

/** A `MsgBody` of any type as one text. */
export const plainText = (msgBody: readonly unknown[]): string => readMsgBody(msgBody).text;
