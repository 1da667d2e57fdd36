import { android, type PushControl } from './control';

/** What concerns Android phones of every make. */
export const anyAndroid: readonly PushControl[] = [
	android.text(
		'Sound',
		[
			'Android: Sound',
			'androidSound',
			'Sound file of your app that is played on Android, without its suffix: shake for shake.mp3',
		],
		'e.g. shake',
	),
	android.choice(
		'PushStyle',
		['Android: Style', 'androidStyle', 'Look of the notification'],
		[
			{ name: 'Standard', value: 0 },
			{ name: 'Large Text', value: 1 },
		],
		0,
	),
];
