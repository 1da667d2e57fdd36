import { isInteger, isObject, isZeroOrOne, type Json, type JsonObject } from '../json';

type Rules = Record<string, (value: Json) => boolean>;

const isText = (value: Json) => typeof value === 'string';

const top: Rules = { PushFlag: isZeroOrOne, Title: isText, Desc: isText, Ext: isText };
const android: Rules = {
	Sound: isText,
	HuaWeiChannelID: isText,
	XiaoMiChannelID: isText,
	OPPOChannelID: isText,
	GoogleChannelID: isText,
	VIVOClassification: isZeroOrOne,
	HuaWeiImportance: isText,
	ExtAsHuaweiIntentParam: isZeroOrOne,
	HuaWeiCategory: isText,
};
const apns: Rules = {
	Sound: isText,
	Title: isText,
	SubTitle: isText,
	Image: isText,
	BadgeMode: isZeroOrOne,
	MutableContent: isInteger,
};

const follows = (rules: Rules, object: JsonObject) =>
	Object.entries(rules).every(([name, accepts]) => {
		const value = object[name];
		return value === undefined || accepts(value);
	});

/** Whether an OfflinePushInfo has the shape of Chat > Message Formats (otherwise 90043). */
export function isOfflinePushInfo(value: Json): boolean {
	if (!isObject(value) || !follows(top, value)) return false;
	const { AndroidInfo, ApnsInfo } = value;
	if (AndroidInfo !== undefined && !(isObject(AndroidInfo) && follows(android, AndroidInfo))) {
		return false;
	}
	return ApnsInfo === undefined || (isObject(ApnsInfo) && follows(apns, ApnsInfo));
}
