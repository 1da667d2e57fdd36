import { rejectionCodes, type CodeRange } from './rejectionCodes';

/** Where the picker lists an event. */
export type EventGroup =
	| 'App'
	| 'Bot'
	| 'Desk'
	| 'Direct Message'
	| 'Group'
	| 'Live'
	| 'Official Account'
	| 'Push'
	| 'User';

/**
 * What a callback response can do:
 * - `message`: allow, reject or drop it, or replace its text;
 * - `verdict`: allow or reject it;
 * - `members`: the same, or refuse some of the users in it;
 * - `friends`: allow or refuse each of the friends in it;
 * - `assignment`: name the agents or the agent group;
 * - `values`: give data to the flow that asked;
 * - `unknown`: it waits for a response, and no page says what it may say;
 * - `none`: nothing, the callback only informs.
 */
export type ResponsePower =
	'assignment' | 'friends' | 'members' | 'message' | 'none' | 'unknown' | 'values' | 'verdict';

/** The flat fields of an item. */
export type FlatName =
	| 'agentId'
	| 'customerId'
	| 'groupId'
	| 'memberId'
	| 'officialAccountId'
	| 'operatorId'
	| 'recipientId'
	| 'roomId'
	| 'senderId'
	| 'serviceAccountId'
	| 'sessionId'
	| 'text';

/** Where a flat field stands in the body: fields within fields with dots, the first that is there. */
export type FlatFields = Partial<Record<FlatName, string | readonly string[]>>;

/** How a body becomes flat. */
export interface Flattening {
	fields: FlatFields;
	/** Fields that depend on what happened, by the field `Event`. */
	byEvent?: Record<string, FlatFields>;
	/** It tells of a message although it has no `MsgBody`, such as a signal. */
	isMessage?: true;
}

/** One kind of callback. */
export interface CallbackEvent {
	/** `CallbackCommand`, as Tencent spells it. */
	command: string;
	/** What happens, as people say it. */
	name: string;
	group: EventGroup;
	/** `before`: it waits for the response. `after`: it has happened. */
	when: 'after' | 'before';
	power: ResponsePower;
	/** Codes of its own for a rejection, where it can reject. */
	codes?: CodeRange;
	/** The field of the response that names the users who are refused. */
	refusedField?: string;
	/** Another command for the same; whoever chose one gets both. */
	sameAs?: string;
	flattening?: Flattening;
}

const flat = (fields: FlatFields): Flattening => ({ fields });

const betweenTwo = flat({ senderId: 'From_Account', recipientId: 'To_Account' });
const inGroup = flat({ senderId: 'From_Account', groupId: 'GroupId' });
const ofGroup = flat({ groupId: 'GroupId', operatorId: 'Operator_Account' });
const ofOfficialAccount = flat({
	officialAccountId: 'Official_Account',
	operatorId: 'Operator_Account',
});
const byOfficialAccount = flat({
	senderId: 'Official_Account',
	officialAccountId: 'Official_Account',
});
const ofSession = flat({ sessionId: 'SessionId', customerId: 'ClientUserId' });
const ofRoom = flat({
	roomId: ['RoomId', 'RoomInfo.RoomId'],
	operatorId: 'Operator_Account',
});
const inSession: Flattening = {
	fields: {
		...ofSession.fields,
		serviceAccountId: 'CustomerServiceId',
		agentId: 'AgentId',
	},
	byEvent: {
		'ChatBot.UserSendMsg': { senderId: 'ClientUserId', recipientId: 'CustomerServiceId' },
		'ChatBot.RobotSendMsg': { senderId: 'CustomerServiceId', recipientId: 'ClientUserId' },
	},
};

/** For messages of commands that are not documented yet. */
export const guessedFields: FlatFields = {
	senderId: 'From_Account',
	recipientId: 'To_Account',
	groupId: 'GroupId',
	sessionId: 'SessionId',
};

type Row = readonly [
	command: string,
	name: string,
	power?: ResponsePower,
	/** In place of that of the group. */
	flattening?: Flattening,
	more?: Partial<Pick<CallbackEvent, 'codes' | 'refusedField' | 'sameAs'>>,
];

/** What the callbacks of a group share, unless a row says something else. */
type InCommon = Pick<CallbackEvent, 'codes' | 'flattening'>;

/** Rows without a power inform. */
function group(groupName: EventGroup, inCommon: InCommon, rows: readonly Row[]): CallbackEvent[] {
	return rows.map(([command, name, power = 'none', flattening, more]) => ({
		...inCommon,
		...(flattening && { flattening }),
		...more,
		command,
		name,
		group: groupName,
		when: power === 'none' ? 'after' : 'before',
		power,
	}));
}

const assignHuman = 'ChatBot.OnAssignHuman';
const assignAgent = 'ChatBot.OnAssignAgent';

/**
 * Every documented callback. Documentation: Chat > "Webhook Overview" and the pages below it;
 * Desk > "Webhooks"; Live > "Webhooks Command List".
 */
export const events: readonly CallbackEvent[] = [
	...group('Desk', { flattening: ofSession }, [
		// One event under the name of Desk's page (C1229-68988) and under that of Chat's (T-63270).
		[assignHuman, 'An Agent Is Needed', 'assignment', undefined, { sameAs: assignAgent }],
		[
			assignAgent,
			"An Agent Is Needed (Chat's Name for It)",
			'assignment',
			undefined,
			{ sameAs: assignHuman },
		],
		[
			'Chatbot.InterfaceInvocation',
			'Flow Calls an Interface',
			'values',
			flat({ sessionId: 'Body.SystemSessionID', customerId: 'Body.SystemClientUserID' }),
		],
		['Desk.SessionEventNotify', 'Any Session Event', 'none', inSession],
	]),
	...group('Direct Message', { codes: rejectionCodes.message }, [
		['C2C.CallbackBeforeSendMsg', 'Before a Message Is Sent', 'message', betweenTwo],
		['C2C.CallbackAfterSendMsg', 'Message Sent', 'none', betweenTwo],
		['C2C.CallbackAfterMsgReport', 'Messages Read'],
		['C2C.CallbackAfterMsgWithDraw', 'Message Recalled'],
	]),
	...group('Group', { codes: rejectionCodes.group, flattening: ofGroup }, [
		['Group.CallbackBeforeSendMsg', 'Before a Message Is Sent', 'message', inGroup],
		['Group.CallbackAfterSendMsg', 'Message Sent', 'none', inGroup],
		['Group.CallbackSendMsgException', 'Message Could Not Be Sent', 'none', inGroup],
		['Group.CallbackAfterRecallMsg', 'Message Recalled'],
		['Group.CallbackBeforeCreateGroup', 'Before a Group Is Created', 'verdict'],
		['Group.CallbackAfterCreateGroup', 'Group Created'],
		['Group.CallbackBeforeApplyJoinGroup', 'Before Somebody Asks to Join', 'verdict'],
		[
			'Group.CallbackBeforeInviteJoinGroup',
			'Before Somebody Is Invited',
			'members',
			undefined,
			{ refusedField: 'RefusedMembers_Account' },
		],
		['Group.CallbackAfterNewMemberJoin', 'Member Joined'],
		['Group.CallbackAfterMemberExit', 'Member Left'],
		['Group.CallbackAfterGroupFull', 'Group Is Full'],
		['Group.CallbackAfterGroupDestroyed', 'Group Disbanded'],
		['Group.CallbackAfterGroupInfoChanged', 'Group Profile Changed'],
		['Group.CallbackOnMemberStateChange', 'Member Went Online or Offline'],
		['Group.CallbackBeforeCreateTopic', 'Before a Topic Is Created', 'verdict'],
		['Group.CallbackAfterCreateTopic', 'Topic Created'],
		['Group.CallbackAfterTopicDestroyed', 'Topic Deleted'],
		['Group.CallbackAfterTopicInfoChanged', 'Topic Profile Changed'],
		['Group.CallbackAfterReadReceipt', 'Messages Read'],
		[
			'Group.CallbackAfterMemberFieldChanged',
			'Member Profile Changed',
			'none',
			// The page (T-60393) and the clients in use spell the field differently.
			flat({ ...ofGroup.fields, memberId: ['Member_Account', 'Modified_Account'] }),
		],
		['Group.CallbackAfterChangeGroupOwner', 'Group Owner Changed'],
		['Group.CallbackAfterGroupAttrChanged', 'Group Attributes Changed'],
		['Group.CallbackOnDailyGroupQuotaAlarm', 'New Groups of the Day Near Their Limit'],
	]),
	...group('User', { codes: rejectionCodes.friend }, [
		['State.StateChange', 'Went Online or Offline'],
		['Profile.CallbackPortraitSet', 'Profile Changed'],
		['Sns.CallbackPrevFriendAdd', 'Before a Friend Is Added', 'friends'],
		['Sns.CallbackPrevFriendResponse', 'Before a Friend Request Is Answered', 'friends'],
		['Sns.CallbackFriendAdd', 'Friend Added'],
		['Sns.CallbackFriendDelete', 'Friend Deleted'],
		['Sns.CallbackBlackListAdd', 'Added to Blocklist'],
		['Sns.CallbackBlackListDelete', 'Removed From Blocklist'],
	]),
	...group('Live', { codes: rejectionCodes.gift, flattening: ofRoom }, [
		['Live.CallbackAfterCreateRoom', 'Room Created'],
		['Live.CallbackAfterDestroyRoom', 'Room Closed'],
		['Live.CallbackAfterUpdateRoomInfo', 'Room Profile Changed'],
		['Live.CallbackAfterSetMetadata', 'Room Metadata Set'],
		['Live.CallbackAfterDelMetadata', 'Room Metadata Deleted'],
		['Live.CallbackAfterCreateRoomReachingThreshold', 'Rooms Reach Their Limit'],
		['Live.CallbackAfterMemberStateChanged', 'Viewer Came or Left'],
		['Live.CallbackAfterChangeOwner', 'Room Owner Changed'],
		['Live.CallbackAfterModifyAdmin', 'Room Admin Changed'],
		['Mic.CallbackAfterSeatInfoChanged', 'Seats Changed'],
		['Live.CallbackAfterCreateBattle', 'Battle Created'],
		['Live.CallbackAfterStartBattle', 'Battle Started'],
		['Live.CallbackAfterEndBattle', 'Battle Ended'],
		[
			'Live.CallbackBeforeSendGift',
			'Before a Gift Is Sent',
			'verdict',
			flat({ roomId: 'RoomId', senderId: 'GiftWater.From_Account' }),
		],
		['Follow.CallbackAfterFollowAdd', 'Host Followed'],
		['Follow.CallbackAfterFollowDelete', 'Host Unfollowed'],
	]),
	...group('Bot', {}, [
		['Bot.OnC2CMessage', 'Direct Message to a Bot', 'none', betweenTwo],
		['Bot.OnGroupMessage', 'Group Message to a Bot', 'none', inGroup],
		['Chatbot.OnC2CSignalMessage', 'Signal to a Bot', 'none', { ...betweenTwo, isMessage: true }],
	]),
	...group('Official Account', { codes: rejectionCodes.message, flattening: ofOfficialAccount }, [
		['OfficialAccount.CallbackBeforeCreateOfficialAccount', 'Before One Is Created', 'verdict'],
		['OfficialAccount.CallbackAfterCreateOfficialAccount', 'Created'],
		['OfficialAccount.CallbackAfterOfficialAccountInfoChanged', 'Profile Changed'],
		['OfficialAccount.CallbackAfterOfficialAccountDestroyed', 'Deleted'],
		[
			'OfficialAccount.CallbackBeforeAddSubscriber',
			'Before Somebody Subscribes',
			'members',
			undefined,
			// Its page names no code but 1 (T-60799).
			{ codes: undefined, refusedField: 'RefusedSubscribers_Account' },
		],
		['OfficialAccount.CallbackAfterAddSubscriber', 'Subscribed'],
		['OfficialAccount.CallbackAfterOfficialAccountFull', 'Is Full'],
		['OfficialAccount.CallbackAfterDeleteSubscriber', 'Unsubscribed'],
		[
			'OfficialAccount.CallbackBeforeSendMsg',
			'Before a Message Is Sent',
			'message',
			byOfficialAccount,
		],
		['OfficialAccount.CallbackAfterSendMsg', 'Message Sent', 'none', byOfficialAccount],
		['OfficialAccount.CallbackAfterMsgWithDraw', 'Messages Recalled'],
	]),
	...group('Push', {}, [
		[
			'Push.AllMemberPush',
			'Push Sent, Reached or Clicked',
			'none',
			flat({ recipientId: 'To_Account' }),
		],
		[
			'Push.OfflinePush',
			'Push of a Message Sent, Reached or Clicked',
			'none',
			// The group's field has a capital D here (T-67552).
			flat({ senderId: 'From_Account', recipientId: 'To_Account', groupId: 'GroupID' }),
		],
	]),
	...group('App', {}, [
		[
			'ContentCallback.ResultNotify',
			'Content Was Moderated',
			'none',
			flat({
				senderId: 'From_Account',
				recipientId: 'ContactItem.To_Account',
				groupId: 'ContactItem.ToGroupId',
				text: 'TextContent',
			}),
		],
		['Alert.RequestOverLimit', 'Calls Near Their Limit'],
	]),
];

/** The value of the picker for every callback, those still to come included. */
export const anyEvent = '*';

const byCommand = new Map(events.map((event) => [event.command, event]));

/** How Tencent names what waits for a response. */
const waitsByName = /(?:Before|Prev|OnAssign)(?![a-z])/;

/**
 * What is known of a command; undefined for one that is not documented yet. Where its name says that
 * it waits for a response it is treated so: to let it pass unasked may do harm.
 */
export function eventOf(command: string): CallbackEvent | undefined {
	const known = byCommand.get(command);
	if (known || !waitsByName.test(command)) return known;
	const power = command.includes('OnAssign') ? 'assignment' : 'unknown';
	return { command, name: command, group: 'App', when: 'before', power };
}

/** Whether a page describes this command. */
export const isDocumented = (command: string): boolean => byCommand.has(command);
