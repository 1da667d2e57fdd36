import type { Command, Row } from './row';

const chat = (
	path: string,
	repeat: Command['repeat'],
	order: string[],
	more: Partial<Command> = {},
): Command => ({ path, repeat, order, pace: [100, 200], ...more });

const pair = ['From_Account', 'To_Account'];

const directMessage: Record<string, Row> = {
	send: chat('openim/sendmsg', 120, pair),
	sendAndWait: chat('openim/sendmsg', 120, pair),
	// No window is printed for this one, so it has to be short. A call is about many pairs: those of
	// one sender wait for each other.
	sendToMany: chat('openim/batchsendmsg', 30, ['From_Account']),
	// The page prints no largest page; its sample asks for 100.
	getMany: chat('openim/admin_getroammsg', 'safe', ['Operator_Account', 'Peer_Account'], {
		page: ['MaxCnt', 100],
	}),
	update: chat('openim/modify_c2c_msg', 'safe', [...pair, 'MsgKey']),
	recall: chat('openim/admin_msgwithdraw', 'safe', pair),
	markAsRead: chat('openim/admin_set_msg_read', 'safe', ['Report_Account', 'Peer_Account']),
	getUnreadCount: chat('openim/get_c2c_unread_msg_num', 'safe', ['To_Account']),
	getExtensions: chat('openim_msg_ext_http_svc/get_key_values', 'safe', ['MsgKey']),
	setExtensions: chat('openim_msg_ext_http_svc/set_key_values', 'safe', ['MsgKey']),
	// Equal MsgSeq, MsgRandom and MsgTimeStamp: the first import is never overwritten.
	import: chat('openim/importmsg', Number.POSITIVE_INFINITY, pair),
};

const ofGroup = (
	command: string,
	repeat: Command['repeat'],
	more: Partial<Command> = {},
): Command => chat(`group_open_http_svc/${command}`, repeat, ['GroupId'], more);

/** Commands that may be about a topic of a community. */
const topic = { order: ['GroupId', 'TopicId'] };

const group: Record<string, Row> = {
	// Without an ID of its own a repeat makes a second group.
	create: ofGroup('create_group', 'unsafe'),
	get: ofGroup('get_group_info', 'safe', { order: ['GroupIdList'] }),
	update: ofGroup('modify_group_base_info', 'safe'),
	delete: ofGroup('destroy_group', 'safe'),
	addMembers: ofGroup('add_group_member', 'safe'),
	removeMembers: ofGroup('delete_group_member', 'safe'),
	getMembers: ofGroup('get_group_member_info', 'safe', { page: ['Limit', 100] }),
	muteMembers: ofGroup('forbid_send_msg', 'safe', topic),
	getMuted: ofGroup('get_group_muted_account', 'safe', topic),
	// 5,000 are allowed, but with more than the IDs they can pass the 1 MB of an answer.
	getJoined: ofGroup('get_joined_group_list', 'safe', {
		order: ['Member_Account'],
		page: ['Limit', 500],
	}),
	sendMessage: ofGroup('send_group_msg', 300, { ...topic, perTarget: 40 }),
	sendNotification: ofGroup('send_group_system_notification', 'unsafe', topic),
	recallMessages: ofGroup('group_msg_recall', 'safe', topic),
	getMessages: ofGroup('group_msg_get_simple', 'safe', { ...topic, page: ['ReqMsgNumber', 20] }),
};

/** Half of what the commands for a hundred users at once allow. */
const hundredUsers = { pace: [50, 100] } satisfies Partial<Command>;

const user: Record<string, Row> = {
	// Accounts share calls, and an account that exists is changed: no call overtakes another.
	import: chat('im_open_login_svc/multiaccount_import', 'safe', [], hundredUsers),
	check: chat('im_open_login_svc/account_check', 'safe', ['CheckItem'], hundredUsers),
	delete: chat('im_open_login_svc/account_delete', 'safe', ['DeleteItem'], hundredUsers),
	kick: chat('im_open_login_svc/kick', 'unsafe', ['UserID']),
	getProfile: chat('profile/portrait_get', 'safe', ['To_Account']),
	updateProfile: chat('profile/portrait_set', 'safe', ['From_Account']),
	getOnlineStatus: chat('openim/query_online_status', 'safe', ['To_Account']),
	generateUserSig: 'local',
};

/** What a call changes for many users at once is in order for all of them. */
const ofAudience = (command: string, order: string[] = []): Command =>
	chat(`all_member_push/${command}`, 'safe', order, hundredUsers);

const push: Record<string, Row> = {
	// More than a second apart; the pages differ on how long copies are dropped.
	sendToAll: chat('all_member_push/im_push', 'unsafe', [], { pace: [0.5, 1] }),
	notifyAll: chat('timpush/push', 'unsafe', [], { pace: [0.5, 1] }),
	sendToUsers: chat('timpush/batch', 'unsafe', ['To_Account'], {
		pace: [10, 40],
		units: [250, 800],
	}),
	revoke: chat('timpush/revoke', 'safe', ['TaskId'], { pace: [0.5, 1] }),
	setAttributeNames: ofAudience('im_set_attr_name'),
	getAttributeNames: ofAudience('im_get_attr_name'),
	setAttributes: ofAudience('im_set_attr'),
	getAttributes: ofAudience('im_get_attr', ['To_Account']),
	removeAttributes: ofAudience('im_remove_attr'),
	addTags: ofAudience('im_add_tag'),
	getTags: ofAudience('im_get_tag', ['To_Account']),
	removeTags: ofAudience('im_remove_tag'),
	removeAllTags: ofAudience('im_remove_all_tags'),
};

const api: Record<string, Row> = {
	// Any command: it may be one of those that allow a call a second.
	call: { path: undefined, repeat: 'unsafe', order: [], pace: [10, 200] },
};

/** Chat: messages, groups, users and pushes. */
export const chatRows: Record<string, Record<string, Row>> = {
	directMessage,
	group,
	user,
	push,
	api,
};
