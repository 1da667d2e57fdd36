import { Section, type PushControl } from './control';

const harmony = new Section('HarmonyInfo');

/** Phones with HarmonyOS 5 and later, which is no Android. */
export const harmonyOs: readonly PushControl[] = [
	harmony.text(
		'Category',
		[
			'HarmonyOS: Category',
			'harmonyCategory',
			'Message category that you applied for at Huawei, such as IM or MARKETING',
		],
		'e.g. IM',
	),
	harmony.text(
		'Image',
		['HarmonyOS: Image URL', 'harmonyImage', 'Picture in the notification on HarmonyOS'],
		'e.g. https://example.com/picture.png',
	),
	harmony.text(
		'Sound',
		['HarmonyOS: Sound', 'harmonySound', 'Sound file of your app that is played on HarmonyOS'],
		'e.g. shake.mp3',
	),
	harmony.count('SoundDuration', [
		'HarmonyOS: Sound Duration',
		'harmonySoundDuration',
		'How long the sound plays, from 1 on. Left out or 0, HarmonyOS decides.',
	]),
	harmony.text(
		'Title',
		['HarmonyOS: Title', 'harmonyTitle', 'Title on HarmonyOS, in place of the general one'],
		'e.g. Your shop',
	),
];
