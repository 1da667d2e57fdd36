import type { Command, Row } from './row';

/** Desk's pages print no rate: the limit is that of every API. */
const onDesk = (
	command: string,
	repeat: Command['repeat'],
	order: string[],
	more: Partial<Command> = {},
): Command => ({
	path: `desk_http_svc/${command}`,
	repeat,
	order,
	rateLimit: [50, 200],
	...more,
});

const session: Record<string, Row> = {
	// MsgRandom is for de-duplication; no window is printed, so it has to be short.
	sendMessage: onDesk('send_msg', 30, ['SessionId', 'FromAccount', 'ToAccount']),
	sendAndWait: onDesk('send_msg', 30, ['SessionId', 'FromAccount', 'ToAccount']),
	sendStream: onDesk('send_stream_msg', 'unsafe', ['SessionId']),
	// What an Index does that comes again is not printed; 5 a second for each message, of which the node uses 4.
	sendMarkdownStream: onDesk('send_stream_msg_v2', 'unsafe', ['SessionId'], { perTarget: 4 }),
	// It occupies agents.
	contactUser: onDesk('contact_user', 'unsafe', ['IMAgentUserID', 'ClientUserID'], {
		rateLimit: [5, 200],
	}),
	// What a second call with the ID answers is not printed.
	createGroup: onDesk('create_group', 'unsafe', ['GroupId']),
	transfer: onDesk('transfer_to_human', 'unsafe', ['SessionId']),
	// A session that has ended is refused with 141005.
	end: onDesk('end_session', 'safe', ['SessionId']),
	getStatus: onDesk('get_session_state', 'safe', [
		'SessionId',
		'ClientUserId',
		'CustomerServiceId',
	]),
	getMessages: onDesk('describe_chat_messages', 'safe', ['SessionId'], { page: ['Limit', 100] }),
	getMany: onDesk('describe_im_cdr_list', 'safe', ['ClientUserId'], { page: ['Limit', 100] }),
};

const statistics: Record<string, Row> = {
	getApp: { path: 'openconfigsvr/getappinfo', repeat: 'safe', order: [], rateLimit: [100, 200] },
	getSessions: onDesk('describe_session_statistics', 'safe', ['From', 'To']),
	getReception: onDesk('describe_reception_realtime_statistics', 'safe', []),
	getAgents: onDesk('describe_agent_statistics', 'safe', ['From', 'To'], { page: ['Limit', 100] }),
	getAgentsToday: onDesk('describe_member_realtime_statistics', 'safe', [], {
		page: ['Limit', 100],
	}),
};

/** 5 a second for each command; FAQ and small talk have commands of their own. */
const known = (
	command: string | undefined,
	repeat: Command['repeat'],
	order: string[],
	more: Partial<Command> = {},
): Command => ({
	path: command && `openim_console_http_svc/${command}`,
	repeat,
	order,
	rateLimit: [2.5, 5],
	...more,
});

const knowledgeBase: Record<string, Row> = {
	// The response has no ID, and a second call makes a second question.
	addQuestion: known('add_faq', 'unsafe', ['CategoryId']),
	getQuestions: known(undefined, 'safe', [], { page: ['PageSize', 50] }),
	updateQuestion: known(undefined, 'safe', ['StandardQuestionId']),
	enableQuestions: known('batch_set_faq', 'safe', ['StandardQuestionIds']),
	disableQuestions: known('batch_set_faq', 'safe', ['StandardQuestionIds']),
	deleteQuestions: known('batch_set_faq', 'safe', ['StandardQuestionIds']),
	// No command removes the second robot.
	createRobot: known('desk_add_robot', 'unsafe', ['RobotNickName']),
	createCategory: known(undefined, 'unsafe', ['ParentId']),
	getCategories: known('desc_faq_category', 'safe', []),
	updateCategory: known(undefined, 'safe', ['CategoryId']),
	// What a second call answers is not printed; a category that is gone stays gone.
	deleteCategory: known(undefined, 'safe', ['CategoryId']),
};

const agent: Record<string, Row> = {
	create: onDesk('create_members', 'unsafe', ['MemberList']),
	getMany: onDesk('', 'safe', ['MemberGroupID'], { path: undefined, page: ['PageSize', 100] }),
	setStatus: onDesk('set_member_status', 'safe', ['MemberMail']),
	update: onDesk('update_member', 'safe', ['MemberMail']),
	restoreOnline: onDesk('restore_member_online', 'safe', ['MemberMail']),
};

const agentGroup: Record<string, Row> = {
	create: onDesk('create_member_group', 'unsafe', ['MemberGroupName']),
	delete: onDesk('delete_member_group', 'safe', ['MemberGroupID']),
	getMany: onDesk('get_member_group_list', 'safe', [], { page: ['PageSize', 100] }),
	update: onDesk('update_member_group', 'safe', ['MemberGroupID']),
};

const role: Record<string, Row> = {
	getMany: onDesk('get_role_list', 'safe', []),
	update: onDesk('modify_role', 'safe', ['RoleID']),
};

const serviceAccount: Record<string, Row> = {
	create: onDesk('add_im_agent', 'unsafe', ['IMAgentUserID']),
	delete: onDesk('delete_im_agent', 'safe', ['IMAgentUserID']),
	getMany: onDesk('get_im_agent_list', 'safe', []),
	update: onDesk('update_im_agent', 'safe', ['IMAgentUserID']),
};

const quickReply: Record<string, Row> = {
	getMany: onDesk('', 'safe', ['GroupId', 'MemberId'], { path: undefined }),
	update: onDesk('', 'safe', ['QuickReplyId'], { path: undefined }),
};

const quickReplyCategory: Record<string, Row> = {
	// The name is unique: a second call is refused, and the ID is lost.
	create: onDesk('add_quick_reply_group', 'unsafe', ['GroupName']),
	getMany: onDesk('get_quick_reply_group_list', 'safe', []),
	update: onDesk('update_quick_reply_group', 'safe', ['GroupId']),
};

/** The operations of Desk's resources, from the pages that they link to. */
export const desk: Record<string, Record<string, Row>> = {
	session,
	statistics,
	knowledgeBase,
	agent,
	agentGroup,
	role,
	serviceAccount,
	quickReply,
	quickReplyCategory,
};
