import { android, type PushControl } from './control';

/** Meizu phones. */
export const meizu: readonly PushControl[] = [
	android.choice(
		'MeiZuNoticeMsgType',
		['Android: Meizu Class', 'meizuNoticeMsgType', 'Class of the notification on Meizu phones'],
		[
			{ name: 'Private Message', value: 1, description: 'What concerns the recipient alone' },
			{ name: 'Public Message', value: 0, description: 'Marketing and news for many' },
		],
		0,
	),
];
