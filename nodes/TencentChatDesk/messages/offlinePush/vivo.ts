import { android, type PushControl } from './control';

/** Vivo phones. */
export const vivo: readonly PushControl[] = [
	android.text(
		'VIVOCategory',
		[
			'Android: Vivo Category',
			'vivoCategory',
			'Message category on Vivo phones, such as IM or MARKETING',
		],
		'e.g. IM',
	),
	android.choice(
		'VIVOClassification',
		[
			'Android: Vivo Classification',
			'vivoClassification',
			'Class of the notification on Vivo phones; system message unless set',
		],
		[
			{ name: 'Operation Message', value: 0 },
			{ name: 'System Message', value: 1 },
		],
		1,
	),
	android.choice(
		'VIVONotifyType',
		[
			'Android: Vivo Notify Type',
			'vivoNotifyType',
			'How Vivo phones draw attention to the notification; sound and vibration unless set',
		],
		[
			{ name: 'None', value: '1' },
			{ name: 'Sound', value: '2' },
			{ name: 'Sound and Vibration', value: '4' },
			{ name: 'Vibration', value: '3' },
		],
		'4',
	),
];
