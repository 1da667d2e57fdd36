import type { INodeProperties } from 'n8n-workflow';
import { decisionTime, decisionTimes } from './callbackResponse';
import { anyEvent, type CallbackEvent, events } from './events';
import { beforeGift } from './liveRegistration';
import { plainRejection, rejectionCodeHint } from './rejectionCodes';
import { ratingEvent } from './ratings';
import { defaultWindow } from './settings';

const powers: Record<CallbackEvent['power'], string> = {
	assignment: 'Waits for the answer: it may name the agents or the agent group',
	friends: 'Waits for the answer: it may allow or refuse each of them',
	members: 'Waits for the answer: it may allow or reject, or refuse some of the users',
	message: 'Waits for the answer: it may allow, reject, drop or rewrite the message',
	none: 'Only informs',
	unknown: 'Waits for the answer',
	values: 'Waits for the answer: it may give values to the flow',
	verdict: 'Waits for the answer: it may allow or reject',
};

const notices: INodeProperties[] = [
	{
		displayName:
			"<b>One callback URL per app.</b> Copy the <i>Production URL</i> above into Tencent's console and switch on the callbacks there: for Chat under <i>Chat &gt; Configuration &gt; Webhook Configuration</i>; for Desk in the Desk admin under <i>Settings &gt; Developer Settings</i>; for Live under <i>Live &gt; Configuration &gt; Live Webhook</i>. A new URL takes effect two minutes after saving. While the <i>Test URL</i> stands there, events go to the test and not to production.",
		name: 'setUpNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName:
			"<b>Without a callback token anybody who learns the URL can start this workflow.</b> Set a token in the console's webhook configuration, and the same one as <i>Callback Token</i> in the credential. From then on, calls that are not signed with it are refused.",
		name: 'tokenNotice',
		type: 'notice',
		default: '',
	},
];

const registration: INodeProperties[] = [
	{
		displayName: 'Register the URL for Live',
		name: 'registerLive',
		type: 'boolean',
		default: false,
		description:
			'Whether to enter the Production URL as the Live callback URL of the app when the workflow is activated, for the Live events chosen above and the message events of groups, which live rooms have too, and to remove it when it is deactivated. A "before" event is entered where it was chosen by its name, never for Any Event. With a callback token in the credential, that token is set there too. The URL of somebody else is never overwritten. The URLs for Chat and Desk are entered in the console only.',
	},
	{
		displayName: 'Let Gifts Pass Without an Answer',
		name: 'letGiftsPass',
		type: 'boolean',
		default: true,
		description:
			'Whether a gift passes when Tencent gets no answer in time, such as when n8n is stopped. Turned off, Tencent blocks every gift of the app meanwhile.',
		displayOptions: { show: { registerLive: [true], events: [beforeGift] } },
	},
];

/** The panel of the trigger. */
export const properties: INodeProperties[] = [
	...notices,
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		required: true,
		default: [],
		description: 'What starts the workflow. Everything else is answered with OK and forgotten.',
		options: [
			...events.map(({ command, name, group, power }) => ({
				name: `${group}: ${name}`,
				value: command,
				description: `${command}. ${powers[power]}.`,
			})),
			{
				name: 'Desk: Rating Given',
				value: ratingEvent,
				description:
					'A customer rated a session: score, label and session, whichever callback tells of it',
			},
			{
				name: 'Any Event',
				value: anyEvent,
				description: 'Every callback, those that Tencent adds later included',
			},
		].sort((a, b) => a.name.localeCompare(b.name, 'en')),
	},
	{
		displayName: 'Session Events',
		name: 'deskEvents',
		type: 'string',
		default: '',
		placeholder: 'e.g. SessionBegin, ChatBot.UserSendMsg',
		description:
			'The values of <code>Event</code> that start the workflow, with commas between them. All of them when left empty. Known are SessionBegin, ChatBot.UserSendMsg and ChatBot.RobotSendMsg; run the workflow once to see the others.',
		displayOptions: { show: { events: ['Desk.SessionEventNotify', anyEvent] } },
	},
	{
		displayName: 'Ignore Desk Signals',
		name: 'ignoreDeskSignals',
		type: 'boolean',
		default: true,
		description:
			'Whether what Desk and its clients tell each other starts nothing: a window was opened, somebody types, the state of a session. A rating then starts only what has the event Desk: Rating Given. Turned off, signals come with an empty text and their <code>messageKind</code>.',
	},
	{
		displayName: 'Ignore Messages Sent Through the REST API',
		name: 'ignoreRestApi',
		type: 'boolean',
		default: true,
		description:
			'Whether messages that were sent through the REST API start nothing. Turned off, a workflow that answers through this package may be started by its own answer, without end.',
	},
	{
		displayName: 'Respond',
		name: 'responseMode',
		type: 'options',
		default: 'onReceived',
		description: 'When Tencent gets its answer',
		options: [
			{
				name: 'Immediately',
				value: 'onReceived',
				description: 'With OK, or for "before" events with the answer chosen below',
			},
			{
				name: 'Decide in the Workflow',
				value: 'responseNode',
				description:
					'For "before" events: the workflow decides with the operation Callback: Answer, within 1.8 seconds (Options > Answer Within); after that the answer chosen below goes out. Other events are answered with OK at once.',
			},
		],
	},
	{
		displayName: 'Answer to "Before" Events',
		name: 'beforeAnswer',
		type: 'options',
		default: 'allow',
		description:
			'What events that wait for an answer get, when the workflow does not decide, or not in time',
		options: [
			{ name: 'Allow', value: 'allow', description: 'Let it pass' },
			{
				name: 'Drop',
				value: 'drop',
				description: 'Drop a message without telling its sender; anything else is rejected',
			},
			{ name: 'Reject', value: 'reject', description: 'Refuse it with an error code and a text' },
		],
	},
	{
		displayName: 'Error Code',
		name: 'rejectCode',
		type: 'number',
		typeOptions: { minValue: plainRejection, maxValue: 130_000, numberPrecision: 0 },
		default: 120001,
		description: rejectionCodeHint,
		displayOptions: { show: { beforeAnswer: ['reject'] } },
	},
	{
		displayName: 'Error Text',
		name: 'rejectText',
		type: 'string',
		default: '',
		placeholder: 'e.g. Links are not allowed here',
		description: 'The text that comes with the code',
		displayOptions: { show: { beforeAnswer: ['reject'] } },
	},
	...registration,
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Answer Within',
				name: 'answerWithin',
				type: 'number',
				typeOptions: {
					minValue: decisionTimes.min,
					maxValue: decisionTimes.max,
					numberPrecision: 0,
				},
				default: decisionTime,
				description:
					'Milliseconds that the workflow has to decide, from the moment the trigger gets the call. Tencent waits for 2000, and what n8n needs before that moment counts too: lower it where n8n is busy.',
				displayOptions: { show: { '/responseMode': ['responseNode'] } },
			},
			{
				displayName: 'Ignore Senders',
				name: 'ignoreSenders',
				type: 'string',
				default: '',
				placeholder: 'e.g. administrator, bot1',
				description: 'UserIDs whose messages start nothing, with commas between them',
			},
			{
				displayName: 'Time Window',
				name: 'timeWindow',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 86_400, numberPrecision: 0 },
				default: defaultWindow,
				description:
					"Seconds that the time of a signed call may differ from this machine's clock, in both directions. A larger window gives somebody who recorded a call longer to repeat it.",
			},
		],
	},
];
