/** Where the picker lists an event. */
export type EventGroup = 'Bot' | 'Desk' | 'Direct Message' | 'Group' | 'Live' | 'User';

/**
 * What an answer can do:
 * - `message`: allow, reject or drop it, or replace its text;
 * - `verdict`: allow or reject it;
 * - `assignment`: name the agents or the agent group;
 * - `values`: give data to the flow that asked;
 * - `none`: nothing, the callback only informs.
 */
export type ReplyPower = 'assignment' | 'message' | 'none' | 'values' | 'verdict';

/** Fields of a message's body that say who wrote to whom. */
export interface MessageFields {
	sender?: string;
	recipient?: string;
	group?: string;
	session?: string;
	/** Where the sender depends on what happened: by the field `Event`, the sender's field first. */
	directions?: Record<string, readonly [sender: string, recipient: string]>;
}

/** One kind of callback. */
export interface CallbackEvent {
	/** `CallbackCommand`, as Tencent spells it. */
	command: string;
	/** What happens, as people say it. */
	name: string;
	group: EventGroup;
	/** `before`: it waits for the answer. `after`: it has happened. */
	when: 'after' | 'before';
	reply: ReplyPower;
	/** Only for messages. */
	message?: MessageFields;
}

const betweenTwo: MessageFields = { sender: 'From_Account', recipient: 'To_Account' };
const inGroup: MessageFields = { sender: 'From_Account', group: 'GroupId' };
const inSession: MessageFields = {
	session: 'SessionId',
	directions: {
		'ChatBot.UserSendMsg': ['ClientUserId', 'CustomerServiceId'],
		'ChatBot.RobotSendMsg': ['CustomerServiceId', 'ClientUserId'],
	},
};

type Row = readonly [
	command: string,
	name: string,
	reply?: ReplyPower | 'asked',
	message?: MessageFields,
];

/** Rows without a reply inform; `asked` callbacks wait for an answer that can only say yes or no. */
function group(groupName: EventGroup, rows: readonly Row[]): CallbackEvent[] {
	return rows.map(([command, name, reply = 'none', message]) => ({
		command,
		name,
		group: groupName,
		when: reply === 'none' ? 'after' : 'before',
		reply: reply === 'asked' ? 'verdict' : reply,
		message,
	}));
}

/**
 * Every documented callback. Documentation: Chat > "Webhook Overview" and the pages below it;
 * Desk > "Webhooks"; Live > "Webhooks Command List".
 */
export const events: readonly CallbackEvent[] = [
	...group('Desk', [
		['ChatBot.OnAssignHuman', 'Agent Is Needed', 'assignment'],
		['Chatbot.InterfaceInvocation', 'Flow Calls an Interface', 'values'],
		['Desk.SessionEventNotify', 'Session Event', 'none', inSession],
	]),
	...group('Direct Message', [
		['C2C.CallbackBeforeSendMsg', 'Before a Message Is Sent', 'message', betweenTwo],
		['C2C.CallbackAfterSendMsg', 'Message Sent', 'none', betweenTwo],
		['C2C.CallbackAfterMsgReport', 'Messages Read'],
		['C2C.CallbackAfterMsgWithDraw', 'Message Recalled'],
	]),
	...group('Group', [
		['Group.CallbackBeforeSendMsg', 'Before a Message Is Sent', 'message', inGroup],
		['Group.CallbackAfterSendMsg', 'Message Sent', 'none', inGroup],
		['Group.CallbackSendMsgException', 'Message Could Not Be Sent', 'none', inGroup],
		['Group.CallbackAfterRecallMsg', 'Message Recalled'],
		['Group.CallbackBeforeCreateGroup', 'Before a Group Is Created', 'asked'],
		['Group.CallbackAfterCreateGroup', 'Group Created'],
		['Group.CallbackBeforeApplyJoinGroup', 'Before Somebody Asks to Join', 'asked'],
		['Group.CallbackBeforeInviteJoinGroup', 'Before Somebody Is Invited', 'asked'],
		['Group.CallbackAfterNewMemberJoin', 'Member Joined'],
		['Group.CallbackAfterMemberExit', 'Member Left'],
		['Group.CallbackAfterGroupFull', 'Group Is Full'],
		['Group.CallbackAfterGroupDestroyed', 'Group Disbanded'],
		['Group.CallbackAfterGroupInfoChanged', 'Group Profile Changed'],
		['Group.CallbackOnMemberStateChange', 'Member Went Online or Offline'],
		['Group.CallbackBeforeCreateTopic', 'Before a Topic Is Created', 'asked'],
		['Group.CallbackAfterCreateTopic', 'Topic Created'],
		['Group.CallbackAfterTopicDestroyed', 'Topic Deleted'],
		['Group.CallbackAfterTopicInfoChanged', 'Topic Profile Changed'],
	]),
	...group('User', [
		['State.StateChange', 'Went Online or Offline'],
		['Profile.CallbackPortraitSet', 'Profile Changed'],
		['Sns.CallbackPrevFriendAdd', 'Before a Friend Is Added', 'asked'],
		['Sns.CallbackPrevFriendResponse', 'Before a Friend Request Is Answered', 'asked'],
		['Sns.CallbackFriendAdd', 'Friend Added'],
		['Sns.CallbackFriendDelete', 'Friend Deleted'],
		['Sns.CallbackBlackListAdd', 'Added to Blocklist'],
		['Sns.CallbackBlackListDelete', 'Removed From Blocklist'],
	]),
	...group('Live', [
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
		['Live.CallbackBeforeSendGift', 'Before a Gift Is Sent', 'asked'],
		['Follow.CallbackAfterFollowAdd', 'Host Followed'],
		['Follow.CallbackAfterFollowDelete', 'Host Unfollowed'],
	]),
	...group('Bot', [
		['Bot.OnC2CMessage', 'Direct Message to a Bot', 'none', betweenTwo],
		['Bot.OnGroupMessage', 'Group Message to a Bot', 'none', inGroup],
		['Chatbot.OnC2CSignalMessage', 'Signal to a Bot', 'none', betweenTwo],
	]),
];

/** The value of the picker for every callback, those still to come included. */
export const anyEvent = '*';

const byCommand = new Map(events.map((event) => [event.command, event]));

/** What is known of a command; undefined for one that is not documented yet. */
export function eventOf(command: string): CallbackEvent | undefined {
	return byCommand.get(command);
}
