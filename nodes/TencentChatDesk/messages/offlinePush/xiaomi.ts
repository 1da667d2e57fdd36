import { android, type PushControl } from './control';

/** Xiaomi phones. */
export const xiaomi: readonly PushControl[] = [
	android.text(
		'XiaoMiChannelID',
		[
			'Android: Xiaomi Channel ID',
			'xiaomiChannelId',
			'Notification channel on Xiaomi phones; on Android 8 and later they show nothing without one',
		],
		'e.g. orders',
	),
];
