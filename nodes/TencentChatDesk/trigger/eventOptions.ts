import type { INodePropertyOptions } from 'n8n-workflow';
import { anyEvent, type CallbackEvent, type EventGroup, events } from './events';
import { ratingEvent } from './ratings';
import { customerWrites, sessionChanges } from './sessionParts';

const powers: Record<CallbackEvent['power'], string> = {
	assignment: 'Waits for a response, which may name the agents or the agent group.',
	friends: 'Waits for a response, which may allow or refuse each of them.',
	members: 'Waits for a response, which may allow or reject, or refuse some of the users.',
	message: 'Waits for a response, which may allow, reject, drop or rewrite the message.',
	none: 'Notification only. No response is needed.',
	unknown: 'Waits for a response.',
	values: 'Waits for a response, which may give values to the flow.',
	verdict: 'Waits for a response, which may allow or reject.',
};

/** Groups in the order of use. */
const groupOrder: readonly EventGroup[] = [
	'Desk',
	'Direct Message',
	'Group',
	'Live',
	'Push',
	'User',
	'Bot',
	'Official Account',
	'App',
];

/** What n8n's node panel puts behind the name of an event, to say where it happens. */
const places: Partial<Record<EventGroup, string>> = {
	'Direct Message': ' in a direct chat',
	Group: ' in a group',
	Live: ' in a live room',
	'Official Account': ' (official account)',
};

/** How n8n's node panel lists an event, where name and place do not make a phrase. */
const actions: Readonly<Record<string, string>> = {
	'ChatBot.OnAssignHuman': 'On a session that needs an agent',
	'ChatBot.OnAssignAgent': "On a session that needs an agent (Chat's name for it)",
	'Chatbot.InterfaceInvocation': 'On a chatbot flow that calls an interface',
	'Desk.SessionEventNotify': 'On any event of a Desk session',
	'Group.CallbackBeforeCreateGroup': 'Before a group is created',
	'Group.CallbackAfterCreateGroup': 'On group created',
	'Group.CallbackBeforeApplyJoinGroup': 'Before somebody asks to join a group',
	'Group.CallbackBeforeInviteJoinGroup': 'Before somebody is invited to a group',
	'Group.CallbackAfterNewMemberJoin': 'On member joined a group',
	'Group.CallbackAfterMemberExit': 'On member left a group',
	'Group.CallbackAfterGroupFull': 'On group full',
	'Group.CallbackAfterGroupDestroyed': 'On group disbanded',
	'Group.CallbackAfterGroupInfoChanged': 'On group profile changed',
	'Group.CallbackOnMemberStateChange': 'On group member online or offline',
	'Group.CallbackAfterChangeGroupOwner': 'On group owner changed',
	'Group.CallbackAfterGroupAttrChanged': 'On group attributes changed',
	'Group.CallbackOnDailyGroupQuotaAlarm': 'On new groups of the day near their limit',
	'State.StateChange': 'On user online or offline',
	'Profile.CallbackPortraitSet': 'On user profile changed',
	'Sns.CallbackBlackListAdd': 'On user added to blocklist',
	'Sns.CallbackBlackListDelete': 'On user removed from blocklist',
	'Live.CallbackAfterCreateRoom': 'On live room created',
	'Live.CallbackAfterDestroyRoom': 'On live room closed',
	'Live.CallbackAfterUpdateRoomInfo': 'On live room profile changed',
	'Live.CallbackAfterSetMetadata': 'On live room metadata set',
	'Live.CallbackAfterDelMetadata': 'On live room metadata deleted',
	'Live.CallbackAfterCreateRoomReachingThreshold': 'On live rooms near their limit',
	'Live.CallbackAfterMemberStateChanged': 'On viewer came to or left a live room',
	'Live.CallbackAfterChangeOwner': 'On live room owner changed',
	'Live.CallbackAfterModifyAdmin': 'On live room admin changed',
	'Follow.CallbackAfterFollowAdd': 'On host followed',
	'Follow.CallbackAfterFollowDelete': 'On host unfollowed',
	'OfficialAccount.CallbackBeforeCreateOfficialAccount': 'Before an official account is created',
	'OfficialAccount.CallbackAfterCreateOfficialAccount': 'On official account created',
	'OfficialAccount.CallbackAfterOfficialAccountInfoChanged': 'On official account profile changed',
	'OfficialAccount.CallbackAfterOfficialAccountDestroyed': 'On official account deleted',
	'OfficialAccount.CallbackBeforeAddSubscriber':
		'Before somebody subscribes to an official account',
	'OfficialAccount.CallbackAfterAddSubscriber': 'On official account subscribed',
	'OfficialAccount.CallbackAfterOfficialAccountFull': 'On official account full',
	'OfficialAccount.CallbackAfterDeleteSubscriber': 'On official account unsubscribed',
	'Alert.RequestOverLimit': 'On calls near their limit',
};

function actionOf({ command, name, group }: CallbackEvent): string {
	const phrase = `${name.charAt(0).toLowerCase()}${name.slice(1).toLowerCase()}${places[group] ?? ''}`;
	const words = phrase.startsWith('before ') ? `B${phrase.slice(1)}` : `On ${phrase}`;
	return actions[command] ?? words;
}

/** What happened comes first, Tencent's word for it second. */
const descriptionOf = ({ power, command }: CallbackEvent) =>
	`${powers[power]} Tencent's name: ${command}.`;

const optionOf = (event: CallbackEvent): INodePropertyOptions => ({
	name: `${event.group}: ${event.name}`,
	value: event.command,
	action: actionOf(event),
	description: descriptionOf(event),
});

/** What has no command of its own: a part of a command, or what several tell of. */
const ofDesk: INodePropertyOptions[] = [
	{
		name: 'Desk: A Customer Writes',
		value: customerWrites,
		action: 'On a customer writing in Desk',
		description:
			"A customer wrote while the chatbot has the session. Tencent's name: Desk.SessionEventNotify, with the Event ChatBot.UserSendMsg.",
	},
	{
		name: 'Desk: A Session Begins or Ends',
		value: sessionChanges,
		action: 'On a Desk session that begins or ends',
		description:
			"A session began, was transferred or ended: every session event without a message. Tencent's name: Desk.SessionEventNotify.",
	},
	{
		name: 'Desk: Rating Given',
		value: ratingEvent,
		action: 'On a rating given in Desk',
		description: 'A customer rated a session: score, label and session, whichever callback has it',
	},
];

const ofGroup = (group: EventGroup) =>
	events.filter((event) => event.group === group).map(optionOf);

/** The choices of the trigger, what is used most first. */
export const eventOptions: INodePropertyOptions[] = [
	...ofDesk,
	...groupOrder.flatMap(ofGroup),
	{
		name: 'Any Event',
		value: anyEvent,
		description: 'Every callback, including those that Tencent adds later',
	},
];

/** Titles by value, for the subtitle on the canvas. */
export const eventTitles: Readonly<Record<string, string>> = Object.fromEntries(
	eventOptions.map(({ value, name }) => [value, name]),
);
