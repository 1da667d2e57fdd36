import { InvalidParameter } from '../../parameters/invalidParameter';
import { android, pushLabel, type PushControl } from './control';

const level = 'Android: OPPO Notify Level';

/** OPPO phones. */
export const oppo: readonly PushControl[] = [
	android.text(
		'OPPOCategory',
		[
			'Android: OPPO Category',
			'oppoCategory',
			'Message category on OPPO phones, such as IM or MARKETING',
		],
		'e.g. IM',
	),
	android.text(
		'OPPOChannelID',
		[
			'Android: OPPO Channel ID',
			'oppoChannelId',
			'Notification channel on OPPO phones (Android 8 and later)',
		],
		'e.g. orders',
	),
	android.choice(
		'OPPONotifyLevel',
		[
			level,
			'oppoNotifyLevel',
			'How prominently OPPO phones show the notification; it needs a category beside it',
		],
		[
			{ name: 'Notification Bar', value: 1 },
			{ name: 'Notification Bar and Lock Screen', value: 2 },
			{ name: 'Notification Bar, Lock Screen, Banner, Vibration and Sound', value: 16 },
		],
		1,
	),
	android.json(
		'OPPOPrivateContentParameters',
		[
			'Android: OPPO Template Content (JSON)',
			'oppoTemplateContent',
			'Values for the gaps in the text of OPPO\'s template, by their names, such as {"order": "4711"}',
		],
		'e.g. {"order": "4711"}',
	),
	android.text(
		'OPPOPrivateMsgTemplateId',
		[
			'Android: OPPO Template ID',
			'oppoTemplateId',
			'Template of private messages that you applied for at OPPO',
		],
		'e.g. 6875572',
	),
	android.json(
		'OPPOPrivateTitleParameters',
		[
			'Android: OPPO Template Title (JSON)',
			'oppoTemplateTitle',
			'Values for the gaps in the title of OPPO\'s template, by their names, such as {"shop": "Berlin"}',
		],
		'e.g. {"shop": "Berlin"}',
	),
];

/** @throws InvalidParameter where one setting lacks the other that it belongs to */
export function checkOppo({ OPPONotifyLevel, OPPOCategory }: Record<string, unknown>): void {
	if (OPPONotifyLevel === undefined || OPPOCategory !== undefined) return;
	throw new InvalidParameter(
		`'${pushLabel(level)}' is set without a category`,
		"Fill in 'Android: OPPO Category': OPPO takes the level with a category only.",
	);
}
