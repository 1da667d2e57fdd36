import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { type Fields, withoutAbsent } from '../parameters/fields';

/** Where in `OfflinePushInfo` a control ends up. */
type Section = 'general' | 'AndroidInfo' | 'ApnsInfo';

interface PushControl {
	section: Section;
	/** Field of the API. */
	field: string;
	property: INodeProperties;
	read(fields: Fields, name: string, label: string): unknown;
}

const asText = (fields: Fields, name: string, label: string) => fields.optionalText(name, label);

function asFlag(whenTrue: number, whenFalse: number) {
	return (fields: Fields, name: string, label: string) => {
		const value = fields.optionalBoolean(name, label);
		return value === undefined ? undefined : value ? whenTrue : whenFalse;
	};
}

function textControl(
	section: Section,
	field: string,
	displayName: string,
	name: string,
	placeholder: string,
	description: string,
): PushControl {
	const property: INodeProperties = {
		displayName,
		name,
		type: 'string',
		default: '',
		placeholder,
		description,
	};
	return { section, field, property, read: asText };
}

function flagControl(
	section: Section,
	field: string,
	displayName: string,
	name: string,
	description: string,
	[whenTrue, whenFalse]: [number, number] = [1, 0],
): PushControl {
	const property: INodeProperties = {
		displayName,
		name,
		type: 'boolean',
		default: false,
		description,
	};
	return { section, field, property, read: asFlag(whenTrue, whenFalse) };
}

function choiceControl<T extends string | number>(
	section: Section,
	field: string,
	displayName: string,
	name: string,
	choices: Array<{ name: string; value: T }>,
	otherwise: T,
	description: string,
): PushControl {
	const property: INodeProperties = {
		displayName,
		name,
		type: 'options',
		options: choices,
		default: otherwise,
		description,
	};
	const values = choices.map(({ value }) => value);
	return {
		section,
		field,
		property,
		read: (fields, key, label) => fields.optionalChoice(key, label, values),
	};
}

const importance = [
	{ name: 'Low', value: 'LOW' },
	{ name: 'Normal', value: 'NORMAL' },
];

/** Documentation: Chat > "Message Formats", "OfflinePushInfo"; one row a field. */
const controls: readonly PushControl[] = [
	flagControl(
		'general',
		'PushFlag',
		'Disable',
		'disable',
		'Whether to send the message without any offline notification',
	),
	textControl('general', 'Title', 'Title', 'title', 'e.g. Your shop', 'Title of the notification'),
	textControl(
		'general',
		'Desc',
		'Text',
		'desc',
		'e.g. You have a new message',
		'Text of the notification, in place of the one made from the message',
	),
	textControl(
		'general',
		'Ext',
		'Payload',
		'ext',
		'e.g. {"open": "orders"}',
		'Passed to your app with the notification. It has to be JSON to reach every Android vendor. Text and payload together should stay below 3 KB.',
	),
	textControl(
		'AndroidInfo',
		'Sound',
		'Android: Sound',
		'androidSound',
		'e.g. android.mp3',
		'Sound file of your app that is played on Android',
	),
	textControl(
		'AndroidInfo',
		'GoogleChannelID',
		'Android: Google Channel ID',
		'googleChannelId',
		'e.g. orders',
		'Notification channel for Google FCM (Android 8 and later)',
	),
	textControl(
		'AndroidInfo',
		'GoogleImage',
		'Android: Google Image URL',
		'googleImage',
		'e.g. https://example.com/picture.png',
		'Picture in the notification of Google FCM',
	),
	textControl(
		'AndroidInfo',
		'HonorImage',
		'Android: Honor Image URL',
		'honorImage',
		'e.g. https://example.com/picture.png',
		'Picture in the notification on Honor phones',
	),
	choiceControl(
		'AndroidInfo',
		'HonorImportance',
		'Android: Honor Importance',
		'honorImportance',
		importance,
		'NORMAL',
		'How prominently Honor phones show the notification',
	),
	textControl(
		'AndroidInfo',
		'HuaWeiCategory',
		'Android: Huawei Category',
		'huaweiCategory',
		'e.g. IM',
		'Message category that you applied for at Huawei',
	),
	textControl(
		'AndroidInfo',
		'HuaWeiChannelID',
		'Android: Huawei Channel ID',
		'huaweiChannelId',
		'e.g. orders',
		'Notification channel on Huawei phones',
	),
	textControl(
		'AndroidInfo',
		'HuaWeiImage',
		'Android: Huawei Image URL',
		'huaweiImage',
		'e.g. https://example.com/picture.png',
		'Picture in the notification on Huawei phones',
	),
	choiceControl(
		'AndroidInfo',
		'HuaWeiImportance',
		'Android: Huawei Importance',
		'huaweiImportance',
		importance,
		'NORMAL',
		'How prominently Huawei phones show the notification',
	),
	flagControl(
		'AndroidInfo',
		'ExtAsHuaweiIntentParam',
		'Android: Huawei Payload as Intent Parameter',
		'huaweiIntentParam',
		'Whether Huawei phones get the payload as parameter of the Intent instead of the Action',
	),
	textControl(
		'AndroidInfo',
		'OPPOChannelID',
		'Android: OPPO Channel ID',
		'oppoChannelId',
		'e.g. orders',
		'Notification channel on OPPO phones (Android 8 and later)',
	),
	choiceControl(
		'AndroidInfo',
		'PushStyle',
		'Android: Style',
		'androidStyle',
		[
			{ name: 'Standard', value: 0 },
			{ name: 'Large Text', value: 1 },
		],
		0,
		'Look of the notification',
	),
	choiceControl(
		'AndroidInfo',
		'VIVOClassification',
		'Android: Vivo Classification',
		'vivoClassification',
		[
			{ name: 'Operation Message', value: 0 },
			{ name: 'System Message', value: 1 },
		],
		1,
		'Class of the notification on Vivo phones; system message unless set',
	),
	textControl(
		'AndroidInfo',
		'XiaoMiChannelID',
		'Android: Xiaomi Channel ID',
		'xiaomiChannelId',
		'e.g. orders',
		'Notification channel on Xiaomi phones (Android 8 and later)',
	),
	flagControl(
		'ApnsInfo',
		'BadgeMode',
		'Apple: Leave Badge Unchanged',
		'apnsKeepBadge',
		"Whether the number on the app's icon stays as it is",
	),
	textControl(
		'ApnsInfo',
		'Image',
		'Apple: Image URL',
		'apnsImage',
		'e.g. https://example.com/picture.png',
		'Picture that your app can show in the notification',
	),
	flagControl(
		'ApnsInfo',
		'MutableContent',
		'Apple: Mutable Content',
		'apnsMutableContent',
		'Whether your app may change the notification before it is shown (iOS 10 and later)',
	),
	textControl(
		'ApnsInfo',
		'Sound',
		'Apple: Sound',
		'apnsSound',
		'e.g. apns.mp3',
		'Sound file of your app that is played on iPhones',
	),
	textControl(
		'ApnsInfo',
		'SubTitle',
		'Apple: Subtitle',
		'apnsSubTitle',
		'e.g. Order 4711',
		'Second line of the notification on iPhones',
	),
	textControl(
		'ApnsInfo',
		'Title',
		'Apple: Title',
		'apnsTitle',
		'e.g. Your shop',
		'Title on iPhones, in place of the general one',
	),
];

/** The control "Offline Push": what people see whose app is closed. */
export const offlinePushProperty: INodeProperties = {
	displayName: 'Offline Push',
	name: 'offlinePush',
	type: 'collection',
	placeholder: 'Add Push Setting',
	default: {},
	description: 'The notification that recipients get while their app is closed',
	options: controls.map(({ property }) => property),
};

/**
 * `OfflinePushInfo` of an item, or undefined when nothing is set.
 *
 * @throws InvalidParameter naming the control that has to change.
 */
export function readOfflinePush(fields: Fields): IDataObject | undefined {
	const push = fields.collection('offlinePush', 'Offline Push');
	const sections: Record<Section, Record<string, unknown>> = {
		general: {},
		AndroidInfo: {},
		ApnsInfo: {},
	};
	for (const { section, field, property, read } of controls) {
		sections[section][field] = read(push, property.name, `Offline Push: ${property.displayName}`);
	}
	const android = withoutAbsent(sections.AndroidInfo);
	const apns = withoutAbsent(sections.ApnsInfo);
	const info = withoutAbsent({
		...sections.general,
		AndroidInfo: Object.keys(android).length > 0 ? android : undefined,
		ApnsInfo: Object.keys(apns).length > 0 ? apns : undefined,
	});
	if (Object.keys(info).length === 0) return undefined;
	// The documentation's samples always carry the flag; 0 means "push".
	return { PushFlag: 0, ...info };
}
