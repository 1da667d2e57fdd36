import type { IDataObject } from 'n8n-workflow';
import { isObject, parseReceived } from '../parameters/json';

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
	const [first] = Array.isArray(versions) ? (versions as unknown[]).filter(isObject) : [];
	return first?.URL ?? first?.Url;
}

/** A Desk card says what is on it; any other custom message what its notification would say. */
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

/** Texts of the elements by type. Documentation: Chat > "Message Formats". */
const texts: Record<string, (content: IDataObject) => string> = {
	TIMTextElem: ({ Text }) => (typeof Text === 'string' ? Text : ''),
	TIMCustomElem: customText,
	TIMFaceElem: ({ Data, Index }) => labelled('Face', Data || Index),
	TIMLocationElem: ({ Desc, Latitude, Longitude }) =>
		labelled('Location', Desc, `(${word(Latitude)}, ${word(Longitude)})`),
	TIMImageElem: (content) => labelled('Image', pictureAddress(content)),
	TIMFileElem: ({ FileName, Url }) => labelled('File', FileName, Url),
	TIMSoundElem: ({ Url }) => labelled('Sound', Url),
	TIMVideoFileElem: ({ VideoUrl }) => labelled('Video', VideoUrl),
	TIMRelayElem: ({ Title }) => labelled('Merged Messages', Title),
};

function elementText(element: unknown): string {
	if (!isObject(element) || !isObject(element.MsgContent)) return '';
	const { MsgType: type, MsgContent: content } = element;
	const known = typeof type === 'string' && Object.hasOwn(texts, type) ? texts[type] : undefined;
	return known ? known(content) : labelled(word(type).replace(/^TIM|Elem$/g, ''));
}

/**
 * A `MsgBody` of any type as one text: texts as they are, other elements by a word in brackets and
 * what tells them, such as `[Image] https://example.com/photo.jpg`; one line an element.
 */
export function plainText(msgBody: readonly unknown[]): string {
	return msgBody
		.map(elementText)
		.filter((text) => text !== '')
		.join('\n');
}
