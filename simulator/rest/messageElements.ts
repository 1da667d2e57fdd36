import { isInteger, isObject, isStringArray, type Json, type JsonObject } from '../json';

/** One field of a MsgContent: whether it has to be there, and what it may hold. */
interface FieldRule {
	required: boolean;
	accepts: (value: Json) => boolean;
	expected: string;
}

const isText = (value: Json) => typeof value === 'string';
const isNumber = (value: Json) => typeof value === 'number';

const text: FieldRule = { required: true, accepts: isText, expected: 'a String' };
const number: FieldRule = { required: true, accepts: isNumber, expected: 'a Number' };
const integer: FieldRule = { required: true, accepts: isInteger, expected: 'an Integer' };
const optional = (rule: FieldRule): FieldRule => ({ ...rule, required: false });
const oneOf = (...values: number[]): FieldRule => ({
	required: true,
	accepts: (value) => values.some((allowed) => allowed === value),
	expected: values.join(' or '),
});
/** REST senders always give the URL of a file themselves, which is what flag 2 says. */
const downloadFlag = oneOf(2);

const imageInfo: Record<string, FieldRule> = {
	Type: oneOf(1, 2, 3),
	Size: integer,
	Width: integer,
	Height: integer,
	URL: text,
};

const imageInfos: FieldRule = {
	required: true,
	accepts: (value) =>
		Array.isArray(value) &&
		value.length > 0 &&
		value.every((info) => isObject(info) && contentProblem(imageInfo, info) === undefined),
	expected: 'an Array of image descriptions',
};

/** Chat > Message Formats: what the MsgContent of each MsgType holds. */
const contentRules: Record<string, Record<string, FieldRule>> = {
	TIMTextElem: { Text: text },
	TIMFaceElem: { Index: number, Data: optional(text) },
	TIMLocationElem: { Desc: optional(text), Latitude: number, Longitude: number },
	TIMCustomElem: {
		Data: text,
		Desc: optional(text),
		Ext: optional(text),
		Sound: optional(text),
	},
	TIMSoundElem: {
		Url: text,
		UUID: text,
		Size: integer,
		Second: integer,
		Download_Flag: downloadFlag,
	},
	TIMImageElem: {
		UUID: text,
		ImageFormat: oneOf(1, 2, 3, 4, 255),
		ImageInfoArray: imageInfos,
	},
	TIMFileElem: {
		Url: text,
		UUID: text,
		FileSize: integer,
		FileName: text,
		Download_Flag: downloadFlag,
	},
	TIMVideoFileElem: {
		VideoUrl: text,
		VideoUUID: text,
		VideoSize: integer,
		VideoSecond: integer,
		VideoFormat: text,
		VideoDownloadFlag: downloadFlag,
		ThumbUrl: text,
		ThumbUUID: text,
		ThumbSize: integer,
		ThumbWidth: integer,
		ThumbHeight: integer,
		ThumbFormat: text,
		ThumbDownloadFlag: downloadFlag,
	},
	TIMRelayElem: {
		Title: text,
		MsgNum: integer,
		CompatibleText: text,
		AbstractList: { required: true, accepts: isStringArray, expected: 'an Array of String' },
		MsgList: optional({ required: true, accepts: Array.isArray, expected: 'an Array' }),
		JsonMsgKey: optional(text),
	},
};

function contentProblem(rules: Record<string, FieldRule>, content: JsonObject): string | undefined {
	for (const [name, rule] of Object.entries(rules)) {
		const value = content[name];
		if (value === undefined) {
			if (rule.required) return `${name} is missing`;
		} else if (!rule.accepts(value)) {
			return `${name} has to be ${rule.expected}`;
		}
	}
	return undefined;
}

/** What is wrong with the content of an element, in words; undefined when it is good. */
export function elementProblem(msgType: string, content: JsonObject): string | undefined {
	if (!Object.hasOwn(contentRules, msgType)) return `${msgType} is no MsgType`;
	const problem = contentProblem(contentRules[msgType] ?? {}, content);
	return problem && `${msgType}: ${problem}`;
}
