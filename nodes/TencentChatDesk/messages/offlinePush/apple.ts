import { InvalidParameter } from '../../parameters/invalidParameter';
import { isObject } from '../../parameters/json';
import { pushLabel, Section, type PushControl } from './control';

const apns = new Section('ApnsInfo');
const liveActivity = new Section('ApnsInfo', 'LiveActivity');

const activityId = 'Apple: Live Activity ID';

/** iPhones and iPads. */
export const apple: readonly PushControl[] = [
	apns.flag('ContentAvailable', [
		'Apple: Content Available',
		'apnsContentAvailable',
		'Whether to wake your app in the background, so that it can fetch what is new',
	]),
	apns.text(
		'Image',
		['Apple: Image URL', 'apnsImage', 'Picture that your app can show in the notification'],
		'e.g. https://example.com/picture.png',
	),
	apns.choice(
		'InterruptionLevel',
		[
			'Apple: Interruption Level',
			'apnsInterruptionLevel',
			'How much the notification may disturb (iOS 15 and later); active unless set',
		],
		[
			{ name: 'Active', value: 'active', description: 'Lights the screen and may play a sound' },
			{
				name: 'Critical',
				value: 'critical',
				description: 'Sounds even when the phone is muted; Apple has to permit it',
			},
			{ name: 'Passive', value: 'passive', description: 'Waits in the list of notifications' },
			{
				name: 'Time Sensitive',
				value: 'time-sensitive',
				description: 'Comes through while Focus is on',
			},
		],
		'active',
	),
	apns.flag(
		'BadgeMode',
		[
			'Apple: Leave Badge Unchanged',
			'apnsKeepBadge',
			"Whether the number on the app's icon stays as it is. Left out, a message raises it, and a push of the Push service leaves it alone.",
		],
		0,
	),
	liveActivity.json(
		'ContentState',
		[
			'Apple: Live Activity Content (JSON)',
			'apnsLiveActivityContent',
			'What the live activity shows from now on, by the names in your app, such as {"minutes": 5}',
		],
		'e.g. {"minutes": 5}',
	),
	liveActivity.control(
		'DismissalDate',
		[
			'Apple: Live Activity Dismissal',
			'apnsLiveActivityDismissal',
			'When an ended live activity leaves the screen: a date, or seconds since 1970',
		],
		{ type: 'dateTime', default: '' },
		(fields, name, label) => fields.optionalSeconds(name, label),
	),
	liveActivity.choice(
		'Event',
		[
			'Apple: Live Activity Event',
			'apnsLiveActivityEvent',
			'What happens to the live activity; it needs the ID beside it',
		],
		[
			{ name: 'End', value: 'end' },
			{ name: 'Update', value: 'update' },
		],
		'update',
	),
	liveActivity.text(
		'LaId',
		[activityId, 'apnsLiveActivityId', 'The live activity that the push changes'],
		'e.g. order-4711',
	),
	apns.flag(
		'MutableContent',
		[
			'Apple: Mutable Content',
			'apnsMutableContent',
			'Whether your app may change the notification before it is shown (iOS 10 and later)',
		],
		0,
	),
	apns.text(
		'Sound',
		[
			'Apple: Sound',
			'apnsSound',
			'Sound file of your app that is played on iPhones, with its suffix',
		],
		'e.g. apns.mp3',
	),
	apns.text(
		'SubTitle',
		['Apple: Subtitle', 'apnsSubTitle', 'Second line of the notification on iPhones'],
		'e.g. Order 4711',
	),
	apns.text(
		'Title',
		['Apple: Title', 'apnsTitle', 'Title on iPhones, in place of the general one'],
		'e.g. Your shop',
	),
	apns.flag('IsVoipPush', [
		'Apple: VoIP Push',
		'apnsVoip',
		'Whether it goes out as a VoIP push, which lets your app ring like a call',
	]),
];

/** @throws InvalidParameter where one setting lacks the other that it belongs to */
export function checkApple({ LiveActivity }: Record<string, unknown>): void {
	if (!isObject(LiveActivity) || LiveActivity.LaId !== undefined) return;
	throw new InvalidParameter(
		`'${pushLabel(activityId)}' is empty, and another setting of the live activity is not`,
		'Enter the ID of the live activity, or leave its other settings out.',
	);
}
