import { android, type PushControl } from './control';
import { importance } from './huawei';

/** Honor phones. */
export const honor: readonly PushControl[] = [
	android.text(
		'HonorImage',
		['Android: Honor Image URL', 'honorImage', 'Picture in the notification on Honor phones'],
		'e.g. https://example.com/picture.png',
	),
	android.choice(
		'HonorImportance',
		[
			'Android: Honor Importance',
			'honorImportance',
			'How prominently Honor phones show the notification',
		],
		importance,
		'NORMAL',
	),
];
