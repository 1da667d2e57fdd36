import { android, type PushControl } from './control';

/** How prominently Huawei and Honor phones show a notification. */
export const importance = [
	{ name: 'Low', value: 'LOW', description: 'For marketing' },
	{ name: 'Normal', value: 'NORMAL', description: 'For services and communication' },
];

/** Huawei phones. */
export const huawei: readonly PushControl[] = [
	android.text(
		'HuaWeiCategory',
		[
			'Android: Huawei Category',
			'huaweiCategory',
			'Message category that you applied for at Huawei, such as IM or MARKETING',
		],
		'e.g. IM',
	),
	android.text(
		'HuaWeiChannelID',
		['Android: Huawei Channel ID', 'huaweiChannelId', 'Notification channel on Huawei phones'],
		'e.g. orders',
	),
	android.text(
		'HuaWeiImage',
		['Android: Huawei Image URL', 'huaweiImage', 'Picture in the notification on Huawei phones'],
		'e.g. https://example.com/picture.png',
	),
	android.choice(
		'HuaWeiImportance',
		[
			'Android: Huawei Importance',
			'huaweiImportance',
			'How prominently Huawei phones show the notification',
		],
		importance,
		'NORMAL',
	),
	android.flag(
		'ExtAsHuaweiIntentParam',
		[
			'Android: Huawei Payload as Intent Parameter',
			'huaweiIntentParam',
			'Whether Huawei phones get the payload as parameter of the Intent instead of the Action',
		],
		0,
	),
];
