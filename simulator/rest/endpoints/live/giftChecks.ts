import type { JsonObject } from '../../../json';
import type { Texts } from '../../../state/gifts';
import { type Call, type Endpoint, type Outcome, type Refusal } from '../../endpoint';
import { badParameter, isFilled, liveEndpoint } from './room';

/** A command that sets up gifts: one call a second (T-72845 and its siblings). */
export const giftCommand = (
	command: string,
	fields: readonly string[],
	handle: (call: Call) => Outcome,
	callsPerSecond = 1,
): Endpoint => ({
	...liveEndpoint(`live_engine_http_srv/${command}`, fields, handle, callsPerSecond),
	rateLimitCode: 100012,
});

const maxId = 20;
const maxName = 20;
const maxExtensionInfo = 100;
const maxUrl = 200;
const languages = ['en', 'zh-Hans', 'zh-Hant'];

const bytesOf = (value: unknown) => Buffer.byteLength(String(value));

export function idFault(body: JsonObject, field: 'GiftId' | 'CategoryId'): Refusal | undefined {
	const { [field]: id } = body;
	if (isFilled(id) && bytesOf(id) <= maxId) return undefined;
	return badParameter(`${field} has to be a String of at most ${maxId} bytes`);
}

export function textFault(body: JsonObject, sizes: Record<string, number>): Refusal | undefined {
	for (const [field, max] of Object.entries(sizes)) {
		const { [field]: value } = body;
		if (value === undefined) continue;
		if (typeof value !== 'string') return badParameter(`${field} has to be a String`);
		if (bytesOf(value) > max) return badParameter(`${field} has more than ${max} bytes`);
	}
	return undefined;
}

/** What gifts and categories both have beside their ID. */
export function infoFault(body: JsonObject, maxDescription: number): Refusal | undefined {
	if (!isFilled(body.DefaultName)) return badParameter('DefaultName has to be a String');
	const fault = textFault(body, {
		DefaultName: maxName,
		DefaultDesc: maxDescription,
		ExtensionInfo: maxExtensionInfo,
		IconUrl: maxUrl,
		ResourceUrl: maxUrl,
	});
	if (fault) return fault;
	const { ExtensionInfo } = body;
	return ExtensionInfo === undefined || isJson(String(ExtensionInfo))
		? undefined
		: badParameter('ExtensionInfo has to be JSON text');
}

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}

/** A call about texts in one language, which are kept somewhere. */
export function languageOf({ Language }: JsonObject): string | Refusal {
	const language = languages.find((one) => one === Language);
	return language ?? badParameter(`Language is one of ${languages.join(', ')}`);
}

/** Sets texts; a part that is absent stays, and the first time the name is needed (T-72854). */
export function setTexts(
	texts: Map<string, Texts>,
	body: JsonObject,
	[nameField, descField]: [string, string],
	maxDescription: number,
): Refusal | undefined {
	const language = languageOf(body);
	if (typeof language !== 'string') return language;
	const fault = textFault(body, { [nameField]: maxName, [descField]: maxDescription });
	if (fault) return fault;
	const known = texts.get(language);
	const name = body[nameField] ?? known?.name;
	if (!isFilled(name)) return badParameter(`${nameField} is needed the first time`);
	const desc = body[descField] ?? known?.desc ?? '';
	texts.set(language, { name, desc: String(desc) });
	return undefined;
}
