import type { INodeProperties } from 'n8n-workflow';
import { decisionTime, decisionTimes } from './callbackResponse';
import { eventOptions } from './eventOptions';
import { downloadOptions } from '../messages/downloadOptions';
import { anyEvent, events } from './events';
import { beforeGift, ofLive } from './liveRegistration';
import { setUpPage } from './panelTexts';
import { ratingEvent } from './ratings';
import { plainRejection, rejectionCodeHint } from './rejectionCodes';
import { customerWrites, sessionChanges, sessionEvent } from './sessionParts';
import { defaultWindow } from './settings';
import { concerning, inNewTriggers, inOlderTriggers } from './versions';

const notices: INodeProperties[] = [
	inNewTriggers({
		displayName: `Enter the <i>Production URL</i> in Tencent's console, with a callback token: without one, anybody who learns the URL can start this workflow. <a href="${setUpPage}" target="_blank">Step by step</a>`,
		name: 'setUpNotice',
		type: 'notice',
		default: '',
	}),
	inOlderTriggers({
		displayName: `Enter the <i>Production URL</i> in Tencent's console. An app has one callback URL for each product. <a href="${setUpPage}" target="_blank">Step by step</a>`,
		name: 'setUpNotice',
		type: 'notice',
		default: '',
	}),
	inOlderTriggers({
		displayName:
			'<b>Without a callback token, anybody who learns the URL can start this workflow.</b> Set the same token in the console and as <i>Callback Token</i> in the credential.',
		name: 'tokenNotice',
		type: 'notice',
		default: '',
	}),
];

/** Events that wait for a response. */
const waiting = [
	...events.filter(({ when }) => when === 'before').map(({ command }) => command),
	anyEvent,
];

/** Events that may tell of a message. */
const withMessages = [
	...events
		.filter(({ command, flattening }) => /Msg|^Bot\./.test(command) || flattening?.isMessage)
		.map(({ command }) => command),
	sessionEvent,
	customerWrites,
	ratingEvent,
	anyEvent,
];

/** Events of which Desk and its clients tell each other. */
const withSignals = [
	sessionEvent,
	customerWrites,
	sessionChanges,
	...events
		.filter(({ command }) => /^(C2C|Bot|Chatbot)\./.test(command))
		.map(({ command }) => command),
	anyEvent,
];

const registration: INodeProperties[] = [
	...concerning([...ofLive, anyEvent], {
		displayName: 'Register the URL for Live',
		name: 'registerLive',
		type: 'boolean',
		default: false,
		description:
			'Whether to enter the Production URL as the Live callback URL of the app when the workflow is published, and to remove it when it is unpublished. It is entered for the Live events chosen above and for the message events of groups, which live rooms have too. A "before" event is entered only if it was chosen by name, never for Any Event. A callback token in the credential is set there too. Another URL is never overwritten. The URLs for Chat and Desk have to be entered in the console.',
	}),
	{
		displayName: 'Let Gifts Pass Without an Answer',
		name: 'letGiftsPass',
		type: 'boolean',
		default: true,
		description:
			'Whether a gift passes when Tencent gets no response in time, for example while n8n is stopped. If turned off, Tencent blocks every gift of the app meanwhile.',
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
		description: 'What starts the workflow. All other events are acknowledged and ignored.',
		options: eventOptions,
	},
	{
		displayName: 'Session Events',
		name: 'deskEvents',
		type: 'string',
		default: '',
		placeholder: 'e.g. SessionBegin, ChatBot.UserSendMsg',
		description:
			'The values of <code>Event</code> that start the workflow, separated by commas. Leave empty for all. Known values: SessionBegin, ChatBot.UserSendMsg, ChatBot.RobotSendMsg. Run the workflow once to see others.',
		displayOptions: { show: { events: ['Desk.SessionEventNotify', anyEvent] } },
	},
	...concerning(withSignals, {
		displayName: 'Ignore Desk Signals',
		name: 'ignoreDeskSignals',
		type: 'boolean',
		default: true,
		description:
			'Whether to ignore what Desk and its clients send each other: window opened, typing, session state. A rating then starts only workflows with the event Desk: Rating Given. If turned off, signals arrive with an empty text and their <code>messageKind</code>.',
	}),
	...concerning(withMessages, {
		displayName: 'Ignore REST API Messages',
		name: 'ignoreRestApi',
		type: 'boolean',
		default: true,
		description:
			'Whether to ignore messages sent through the REST API. If turned off, a workflow that replies may trigger itself in an endless loop.',
	}),
	...concerning(waiting, {
		displayName: 'Respond',
		name: 'responseMode',
		type: 'options',
		default: 'onReceived',
		description: 'When Tencent gets its response',
		options: [
			{
				name: 'Immediately',
				value: 'onReceived',
				description: 'With OK, or for "before" events with the response chosen below',
			},
			{
				name: 'Decide in the Workflow',
				value: 'responseNode',
				description:
					'For "before" events: the workflow decides with the operation Callback: Answer, within 1.8 seconds (Options > Answer Within). After that, the response chosen below is sent. Other events are acknowledged at once.',
			},
		],
	}),
	...concerning(waiting, {
		displayName: 'Answer to "Before" Events',
		name: 'beforeAnswer',
		type: 'options',
		default: 'allow',
		description:
			'The response to events that wait for one, when the workflow does not decide, or not in time',
		options: [
			{ name: 'Allow', value: 'allow', description: 'Let it pass' },
			{
				name: 'Drop',
				value: 'drop',
				description: 'Drop a message without telling its sender; anything else is rejected',
			},
			{ name: 'Reject', value: 'reject', description: 'Refuse it with an error code and a text' },
		],
	}),
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
	inNewTriggers({
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
	}),
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Answer Within (Milliseconds)',
				name: 'answerWithin',
				type: 'number',
				typeOptions: {
					minValue: decisionTimes.min,
					maxValue: decisionTimes.max,
					numberPrecision: 0,
				},
				default: decisionTime,
				description:
					"How long the workflow has to decide after the trigger gets the call. Tencent waits for 2000 milliseconds in all, n8n's own overhead included: lower it where n8n is busy.",
				displayOptions: { show: { '/responseMode': ['responseNode'] } },
			},
			...downloadOptions,
			{
				displayName: 'Ignore Senders',
				name: 'ignoreSenders',
				type: 'string',
				default: '',
				placeholder: 'e.g. administrator, bot1',
				description: 'User IDs whose messages are ignored, separated by commas',
			},
			{
				displayName: 'Time Window (Seconds)',
				name: 'timeWindow',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 86_400, numberPrecision: 0 },
				default: defaultWindow,
				description:
					"How far the time of a signed call may be from this machine's clock, in both directions. A larger window gives an attacker who recorded a call longer to replay it.",
			},
		],
	},
];
