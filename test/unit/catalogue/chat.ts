import type { Command, Row } from './row';

const chat = (
	path: string,
	repeat: Command['repeat'],
	order: string[],
	more: Partial<Command> = {},
): Command => ({ path, repeat, order, rateLimit: [100, 200], ...more });

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
	deleteForOneSide: chat('openim/delete_c2c_msg_ramble', 'safe', [
		'Operator_Account',
		'Peer_Account',
	]),
	sendReadReceipt: chat('openim/c2c_msg_read_receipt', 'safe', [
		'Operator_Account',
		'Peer_Account',
	]),
};

const ofGroup = (
	command: string,
	repeat: Command['repeat'],
	more: Partial<Command> = {},
): Command => chat(`group_open_http_svc/${command}`, repeat, ['GroupId'], more);

/** Commands that may be about a topic of a community. */
const topic = { order: ['GroupId', 'TopicId'] };

const ofMessage = { order: ['GroupId', 'MsgSeq'] };

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
	// 5,000 are allowed, but with more than the IDs they can pass the 1 MB of a response.
	getJoined: ofGroup('get_joined_group_list', 'safe', {
		order: ['Member_Account'],
		page: ['Limit', 500],
	}),
	sendMessage: ofGroup('send_group_msg', 300, { ...topic, perTarget: 40 }),
	sendNotification: ofGroup('send_group_system_notification', 'unsafe', topic),
	recallMessages: ofGroup('group_msg_recall', 'safe', topic),
	getMessages: ofGroup('group_msg_get_simple', 'safe', { ...topic, page: ['ReqMsgNumber', 20] }),
	changeOwner: ofGroup('change_group_owner', 'safe'),
	// More are allowed, but they come near the 1 MB of a response.
	getMany: ofGroup('get_appid_group_list', 'safe', { order: [], page: ['Limit', 1000] }),
	// Without an ID of its own a repeat makes a second group.
	import: ofGroup('import_group', 'unsafe'),
	sendBroadcast: ofGroup('send_broadcast_msg', 300, { order: [], rateLimit: [0.5, 1] }),
	updateMessage: chat('openim/modify_group_msg', 'safe', ofMessage.order),
	getReadCounts: ofGroup('get_group_msg_receipt', 'safe'),
	getReaders: ofGroup('get_group_msg_receipt_detail', 'safe', {
		...ofMessage,
		page: ['Count', 200],
	}),
	getExtensions: chat('openim_msg_ext_http_svc/group_get_key_values', 'safe', ofMessage.order),
	setExtensions: chat('openim_msg_ext_http_svc/group_set_key_values', 'safe', ofMessage.order),
	// A second import is refused, by the rule that times rise.
	importMessage: ofGroup('import_group_msg', 'safe', topic),
};

/** Five writes a second for each group. */
const attributes = { perTarget: 5 } satisfies Partial<Command>;

const ofViewers = (command: string): Command =>
	chat(`group_open_avchatroom_http_svc/${command}`, 'safe', ['GroupId']);

const groupDetails: Record<string, Row> = {
	getMember: ofGroup('get_specified_group_member_info', 'safe'),
	getRole: ofGroup('get_role_in_group', 'safe'),
	updateMember: ofGroup('modify_group_member_info', 'safe'),
	importMember: ofGroup('import_group_member', 'safe'),
	getOnlineCount: ofGroup('get_online_member_num', 'safe'),
	getViewers: ofViewers('get_members'),
	checkViewer: ofViewers('check_members'),
	mark: ofViewers('modify_user_info'),
	unmark: ofViewers('modify_user_info'),
	ban: ofGroup('ban_group_member', 'safe'),
	unban: ofGroup('unban_group_member', 'safe'),
	getBanned: ofGroup('get_group_ban_member', 'safe', { page: ['Limit', 100] }),
	setAdmins: ofViewers('modify_admin'),
	removeAdmins: ofViewers('modify_admin'),
	getAdmins: ofViewers('get_admin_list'),
	getAttributes: chat('group_open_attr_http_svc/get_group_attr', 'safe', ['GroupId']),
	updateAttributes: ofGroup('modify_group_attr', 'safe', attributes),
	replaceAttributes: ofGroup('set_group_attr', 'safe', attributes),
	deleteAttributes: ofGroup('delete_group_attr', 'safe', attributes),
	clearAttributes: ofGroup('clear_group_attr', 'safe', attributes),
	getCounters: ofGroup('get_group_counter', 'safe'),
	// Counting is not the same twice; setting is, and the item says so.
	updateCounters: ofGroup('update_group_counter', 'unsafe'),
	deleteCounters: ofGroup('delete_group_counter', 'safe'),
};

const ofArchive = chat('open_msg_svc/get_history', 'safe', ['ChatType', 'MsgTime'], {
	rateLimit: [5, 10],
});

const ofRobot = (command: string, order: string[], repeat: Command['repeat'] = 'safe'): Command =>
	chat(`openim_robot_http_svc/${command}`, repeat, order);

const robot: Record<string, Row> = {
	// The page says that the same robot twice is one.
	create: ofRobot('create_robot', ['UserID']),
	delete: ofRobot('delete_robot', ['Robot_Account']),
	getMany: ofRobot('get_all_robots', []),
	// Each call appends.
	sendStream: ofRobot('send_stream_msg', pair, 'unsafe'),
};

const inList = (command: string, repeat: Command['repeat'] = 'safe'): Command =>
	chat(`recentcontact/${command}`, repeat, ['From_Account']);

const conversation: Record<string, Row> = {
	markGroupAsRead: ofGroup('group_msg_receipt', 'safe'),
	setUnreadCount: ofGroup('set_unread_msg_num', 'safe'),
	clearGroup: ofGroup('clear_group_msg', 'safe'),
	getArchive: ofArchive,
	getArchiveFiles: ofArchive,
	getMany: inList('get_list'),
	delete: inList('delete'),
	pin: inList('top'),
	unpin: inList('top'),
	// What a second call says of a name that is used is printed nowhere.
	createGroup: inList('create_contact_group', 'unsafe'),
	updateGroup: inList('update_contact_group'),
	deleteGroup: inList('del_contact_group'),
	getGroups: inList('get_contact_group'),
	getMarks: inList('search_contact_group'),
	setMarks: inList('mark_contact'),
};

const ofTopic = (command: string, repeat: Command['repeat'] = 'safe'): Command =>
	chat(`million_group_open_http_svc/${command}`, repeat, ['GroupId']);

const topicRows: Record<string, Row> = {
	// Without an ID of its own a repeat makes a second topic.
	create: ofTopic('create_topic', 'unsafe'),
	get: ofTopic('get_topic'),
	getMany: ofTopic('get_topic'),
	update: ofTopic('modify_topic'),
	delete: ofTopic('destroy_topic'),
	import: chat('group_open_http_svc/import_topic', 'unsafe', ['GroupId']),
};

const ofChannel = (
	command: string,
	repeat: Command['repeat'] = 'safe',
	more: Partial<Command> = {},
): Command => chat(`official_account_open_http_svc/${command}`, repeat, ['Official_Account'], more);

const officialAccount: Record<string, Row> = {
	create: ofChannel('create_official_account', 'unsafe', { order: ['OfficialAccountUserID'] }),
	delete: ofChannel('destroy_official_account'),
	update: ofChannel('modify_official_account_base_info'),
	get: ofChannel('get_official_account_info', 'safe', { order: ['OfficialAccountIdList'] }),
	getSubscribers: ofChannel('get_subscriber_info', 'safe', { page: ['Limit', 200] }),
	addSubscriber: ofChannel('add_subscriber'),
	removeSubscriber: ofChannel('delete_subscriber'),
	updateSubscriber: ofChannel('modify_subscriber_info'),
	getSubscribed: ofChannel('get_subscribed_official_account_list', 'safe', {
		order: ['Subscriber_Account'],
		page: ['Limit', 200],
	}),
	// One a second for each account, and two an hour.
	sendMessage: ofChannel('send_official_account_msg', 300, { rateLimit: [1, 200], perTarget: 1 }),
	recallMessage: ofChannel('official_account_msg_recall'),
	getMessages: ofChannel('official_account_msg_get_simple', 'safe', {
		page: ['ReqMsgNumber', 20],
	}),
};

const ofWords = (
	command: string,
	repeat: Command['repeat'],
	order: string[] = [],
	more: Partial<Command> = {},
): Command => chat(`im_msg_audit_mgr/${command}`, repeat, order, more);

const aHundred = { page: ['Limit', 100] } satisfies Partial<Command>;

const moderation: Record<string, Row> = {
	recallOfUser: ofGroup('delete_group_msg_by_sender', 'safe', topic),
	checkContent: chat('im_msg_audit/content_moderation', 'safe', []),
	checkMany: chat('im_msg_audit/batch_content_moderation', 'safe', []),
	getWordLists: ofWords('get_cloud_audit_keywords_ids', 'safe', [], aHundred),
	getWords: ofWords('get_cloud_audit_keywords', 'safe', ['LibID'], aHundred),
	// What a second call says of a word that is there is printed nowhere.
	addWords: ofWords('add_cloud_audit_keywords', 'unsafe', ['LibID']),
	removeWords: ofWords('delete_cloud_audit_keywords', 'safe', ['LibID']),
	addLocalWords: ofWords('add_local_audit_keywords', 'unsafe'),
	removeLocalWord: ofWords('delete_local_audit_keywords', 'unsafe'),
	getLocalWords: ofWords('get_local_audit_keywords', 'safe', [], aHundred),
};

/** Half of what the commands for a hundred users at once allow. */
const hundredUsers = { rateLimit: [50, 100] } satisfies Partial<Command>;

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
	mute: chat('openconfigsvr/setnospeaking', 'safe', ['Set_Account']),
	unmute: chat('openconfigsvr/setnospeaking', 'safe', ['Set_Account']),
	getMute: chat('openconfigsvr/getnospeaking', 'safe', ['Get_Account']),
	follow: chat('follow/follow_add', 'safe', ['From_Account']),
	unfollow: chat('follow/follow_delete', 'safe', ['From_Account']),
	getFollowers: chat('follow/follow_get', 'safe', ['From_Account'], { page: ['WantNum', 1000] }),
	checkFollow: chat('follow/follow_check', 'safe', ['From_Account']),
	getFollowCounts: chat('follow/follow_get_info', 'safe', ['From_Account']),
};

const ofOwner = (command: string, more: Partial<Command> = {}): Command =>
	chat(`sns/${command}`, 'safe', ['From_Account'], more);

const contact: Record<string, Row> = {
	add: ofOwner('friend_add'),
	import: ofOwner('friend_import'),
	update: ofOwner('friend_update'),
	remove: ofOwner('friend_delete'),
	removeAll: ofOwner('friend_delete_all'),
	check: ofOwner('friend_check'),
	// The server decides how long a page is.
	getMany: ofOwner('friend_get'),
	get: ofOwner('friend_get_list'),
	createList: ofOwner('group_add'),
	deleteList: ofOwner('group_delete'),
	getLists: ofOwner('group_get'),
	block: ofOwner('black_list_add'),
	unblock: ofOwner('black_list_delete'),
	// No largest page is printed; a hundred is the usual one.
	getBlocked: ofOwner('black_list_get', { page: ['MaxLimited', 100] }),
	checkBlocked: ofOwner('black_list_check'),
};

/** What a call changes for many users at once is in order for all of them. */
const ofAudience = (command: string, order: string[] = []): Command =>
	chat(`all_member_push/${command}`, 'safe', order, hundredUsers);

const planned = (
	command: string,
	repeat: Command['repeat'] = 'safe',
	order: string[] = ['TaskID'],
	more: Partial<Command> = {},
): Command => chat(`timpush/${command}`, repeat, order, { rateLimit: [2, 5], ...more });

const push: Record<string, Row> = {
	// More than a second apart; the pages differ on how long copies are dropped.
	sendToAll: chat('all_member_push/im_push', 'unsafe', [], { rateLimit: [0.5, 1] }),
	notifyAll: chat('timpush/push', 'unsafe', [], { rateLimit: [0.5, 1] }),
	sendToUsers: chat('timpush/batch', 'unsafe', ['To_Account'], {
		rateLimit: [10, 40],
		units: [250, 800],
	}),
	revoke: chat('timpush/revoke', 'safe', ['TaskId'], { rateLimit: [0.5, 1] }),
	setAttributeNames: ofAudience('im_set_attr_name'),
	getAttributeNames: ofAudience('im_get_attr_name'),
	setAttributes: ofAudience('im_set_attr'),
	getAttributes: ofAudience('im_get_attr', ['To_Account']),
	removeAttributes: ofAudience('im_remove_attr'),
	addTags: ofAudience('im_add_tag'),
	getTags: ofAudience('im_get_tag', ['To_Account']),
	removeTags: ofAudience('im_remove_tag'),
	removeAllTags: ofAudience('im_remove_all_tags'),
	schedule: planned('add_sched_task', 'unsafe', []),
	getSchedule: planned('get_sched_task'),
	getSchedules: planned('list_sched_task', 'safe', [], { page: ['Want', 100] }),
	updateSchedule: planned('modify_sched_task'),
	deleteSchedule: planned('delete_sched_task'),
};

const api: Record<string, Row> = {
	// Any command: it may be one of those that allow a call a second.
	call: { path: undefined, repeat: 'unsafe', order: [], rateLimit: [10, 200] },
};

/** Chat: messages, groups, users and pushes. */
export const chatRows: Record<string, Record<string, Row>> = {
	directMessage,
	group,
	groupDetails,
	user,
	contact,
	conversation,
	topic: topicRows,
	officialAccount,
	robot,
	moderation,
	push,
	api,
};
