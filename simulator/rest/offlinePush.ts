import { isInteger, isObject, isZeroOrOne, type Json, type JsonObject } from '../json';

type Rule = (value: Json) => boolean;
type Rules = Record<string, Rule>;

const isText: Rule = (value) => typeof value === 'string';
const isOne: Rule = (value) => value === 1;
const oneOf =
	(...values: Json[]): Rule =>
	(value) =>
		values.includes(value);
const within =
	(min: number, max: number): Rule =>
	(value) =>
		isInteger(value) && value >= min && value <= max;

const follows = (rules: Rules, object: JsonObject) =>
	Object.entries(rules).every(([name, accepts]) => {
		const value = object[name];
		return value === undefined || accepts(value);
	});

const objectWith =
	(rules: Rules): Rule =>
	(value) =>
		isObject(value) && follows(rules, value);

/** AndroidInfo: general fields, then those of the vendors. */
const android: Rules = {
	Sound: isText,
	PushStyle: isZeroOrOne,
	GoogleChannelID: isText,
	GoogleImage: isText,
	GooglePriority: oneOf('normal', 'high'),
	HonorImage: isText,
	HonorImportance: oneOf('LOW', 'NORMAL'),
	HuaWeiCategory: isText,
	HuaWeiChannelID: isText,
	HuaWeiImage: isText,
	HuaWeiImportance: oneOf('LOW', 'NORMAL'),
	ExtAsHuaweiIntentParam: isZeroOrOne,
	MeiZuNoticeMsgType: isZeroOrOne,
	OPPOCategory: isText,
	OPPOChannelID: isText,
	OPPONotifyLevel: oneOf(1, 2, 16),
	OPPOPrivateMsgTemplateId: isText,
	OPPOPrivateTitleParameters: isObject,
	OPPOPrivateContentParameters: isObject,
	VIVOCategory: isText,
	VIVOClassification: isZeroOrOne,
	VIVONotifyType: oneOf('1', '2', '3', '4'),
	XiaoMiChannelID: isText,
};

const liveActivity: Rules = {
	LaId: isText,
	Event: oneOf('update', 'end'),
	ContentState: isObject,
	DismissalDate: isInteger,
};

const apns: Rules = {
	Sound: isText,
	Title: isText,
	SubTitle: isText,
	Image: isText,
	BadgeMode: isZeroOrOne,
	MutableContent: isInteger,
	InterruptionLevel: oneOf('active', 'critical', 'passive', 'time-sensitive'),
	ContentAvailable: isOne,
	IsVoipPush: isOne,
	LiveActivity: objectWith(liveActivity),
};

const harmony: Rules = {
	Title: isText,
	Category: isText,
	Image: isText,
	Sound: isText,
	SoundDuration: isInteger,
};

const translation: Rules = { Language: isText, Title: isText, Desc: isText };

/** "OPPONotifyLevel takes effect together with OPPOCategory." */
const isAndroidInfo: Rule = (value) =>
	isObject(value) &&
	follows(android, value) &&
	(value.OPPONotifyLevel === undefined || value.OPPOCategory !== undefined);

const info: Rules = {
	PushFlag: isZeroOrOne,
	Title: isText,
	Desc: isText,
	Ext: isText,
	MultiLanguageContent: (value) => Array.isArray(value) && value.every(objectWith(translation)),
	BadgeAddNum: within(1, 99),
	BadgeSetNum: within(0, 999),
	PushTemplateId: isText,
	PushTemplateParam: isObject,
	AndroidInfo: isAndroidInfo,
	ApnsInfo: objectWith(apns),
	HarmonyInfo: objectWith(harmony),
};

/**
 * Whether an OfflinePushInfo has the shape of Chat > Message Formats (otherwise 90043) with the
 * fields of Push > Common Parameters (trtc.io/document/77715).
 */
export const isOfflinePushInfo: Rule = objectWith(info);
