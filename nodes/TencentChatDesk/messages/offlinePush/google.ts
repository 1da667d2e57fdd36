import { android, type PushControl } from './control';

/** Google FCM. */
export const google: readonly PushControl[] = [
	android.text(
		'GoogleChannelID',
		[
			'Android: Google Channel ID',
			'googleChannelId',
			'Notification channel for Google FCM (Android 8 and later)',
		],
		'e.g. orders',
	),
	android.text(
		'GoogleImage',
		['Android: Google Image URL', 'googleImage', 'Picture in the notification of Google FCM'],
		'e.g. https://example.com/picture.png',
	),
	android.choice(
		'GooglePriority',
		[
			'Android: Google Priority',
			'googlePriority',
			'Whether Google FCM may hold the notification back while the phone saves power',
		],
		[
			{ name: 'High', value: 'high', description: 'It wakes the phone' },
			{ name: 'Normal', value: 'normal', description: 'It may come later' },
		],
		'normal',
	),
];
