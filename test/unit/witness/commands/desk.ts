import type { Witnessed } from '../sightings';

export const desk: Witnessed = {
	'desk_http_svc/add_im_agent': {
		source: 'CN 679/116630',
		page: 'IMAgentUserID IMAgentNick IMAgentAvatarUrl WelcomeMessage ChatbotDisabled AgentGroupId TransferToHumanPrompt TransferToHumanSuccessPrompt TransferToHumanFailPrompt QueueingPrompt UserTimeout EndPrompt TimeoutEndPrompt WorkTimeConfig WorkTimeConfig.Type WorkTimeConfig.Periods WorkTimeConfig.Periods.Day WorkTimeConfig.Periods.PeriodsWithinOneDay WorkTimeConfig.Periods.PeriodsWithinOneDay.Start WorkTimeConfig.Periods.PeriodsWithinOneDay.End WorkTimeConfig.LegalWorkTime WorkTimeConfig.LegalWorkTime.WorkTimeType NotWorkTimePrompt AssignmentStrategy',
		required: 'IMAgentUserID',
	},
	'desk_http_svc/add_quick_reply_group': {
		source: 'CN 269/119745',
		page: 'GroupName UseScopeType UseScopeList',
		required: 'GroupName UseScopeType',
	},
	'desk_http_svc/contact_user': {
		source: 'Contact User (2025-04-07): its table and its sample spell differently',
		page: 'IMAgentUserId IMAgentUserID ClientUserId ClientUserID GroupId MemberId',
		required: 'IMAgentUserId ClientUserId',
	},
	'desk_http_svc/create_group': {
		source: 'C1229-68815',
		page: 'GroupId Type Name Owner_Account Introduction Notification FaceUrl MaxMemberCount ApplyJoinOption MemberList MemberList.Member_Account',
		required: 'GroupId Type Name',
	},
	'desk_http_svc/create_member_group': {
		source: 'CN 269/124499',
		page: 'MemberGroupName ReceptionLimit MemberList',
		required: 'MemberGroupName',
	},
	'desk_http_svc/create_members': {
		source: 'CN 269/124316',
		page: 'MemberList MemberList.NickName MemberList.MemberMail MemberList.RoleIDList MemberList.MemberGroupIDList MemberList.Avatar MemberList.MemberReceptionLimit MemberList.MemberReceptionLimitEnabled SendPassword',
		required: 'MemberList MemberList.MemberMail',
	},
	'desk_http_svc/delete_im_agent': {
		source: 'C1229-68817',
		page: 'IMAgentUserID',
		required: 'IMAgentUserID',
	},
	'desk_http_svc/delete_member_group': {
		source: 'CN 269/124500',
		page: 'MemberGroupID',
		required: 'MemberGroupID',
	},
	'desk_http_svc/describe_agent_statistics': {
		source: 'CN 269/116073, C1229-68830',
		page: 'From To Limit Offset AgentIds ConversationSources ConversationSources.ChannelType ConversationSources.ChannelId',
		required: 'From To',
	},
	'desk_http_svc/describe_chat_messages': {
		source: 'C1229-68824',
		page: 'SessionId Limit Offset Order',
		required: 'SessionId',
	},
	'desk_http_svc/describe_im_cdr_list': {
		source: 'C1229-68823, CN 269/113671',
		page: 'StartTimestamp EndTimestamp ClientUserId Limit Offset',
		required: 'StartTimestamp EndTimestamp',
	},
	'desk_http_svc/describe_member_realtime_statistics': {
		source: 'CN 269/117848',
		page: 'Limit Offset MemberIds ConversationSources ConversationSources.ChannelType ConversationSources.ChannelId',
	},
	'desk_http_svc/describe_reception_realtime_statistics': {
		source: 'CN 269/117849',
	},
	'desk_http_svc/describe_session_statistics': {
		source: 'CN 269/117850',
		page: 'From To GroupByHour',
		required: 'From To',
	},
	'desk_http_svc/end_session': {
		source: 'C1229-68948',
		page: 'SessionId',
	},
	'desk_http_svc/get_available_quick_reply_list': {
		source: 'CN 269/119756',
		page: 'MemberId',
		required: 'MemberId',
	},
	'desk_http_svc/get_im_agent_list': {
		source: 'CN 269/111801',
	},
	'desk_http_svc/get_member_group_list': {
		source: 'CN 269/124502',
		page: 'PageSize PageNumber',
	},
	'desk_http_svc/get_member_list': {
		source: 'CN 269/124319',
		page: 'PageSize PageNum Order',
		required: 'PageSize PageNum',
	},
	'desk_http_svc/get_member_list_in_group': {
		source: 'CN 269/127649',
		page: 'MemberGroupID PageSize PageNum Order',
		required: 'MemberGroupID PageSize PageNum',
	},
	'desk_http_svc/get_quick_reply_group_list': {
		source: 'CN 269/119748',
	},
	'desk_http_svc/get_quick_reply_list': {
		source: 'CN 269/119752',
		page: 'GroupId',
		required: 'GroupId',
	},
	'desk_http_svc/get_role_list': {
		source: 'CN 269/124916',
		page: 'SpecifiedMember',
	},
	'desk_http_svc/get_session_state': {
		source: 'C1229-68825',
		page: 'SessionId ClientUserId CustomerServiceId',
	},
	'desk_http_svc/modify_role': {
		source: 'CN 269/124914',
		page: 'RoleID RoleName MemberList PermissionList MemberGroupIDList',
		required: 'RoleID',
	},
	'desk_http_svc/restore_member_online': {
		source: 'CN 269/124321',
		page: 'MemberMail',
		required: 'MemberMail',
	},
	'desk_http_svc/send_msg': {
		source: 'Send Messages (2025-04-07)',
		page: 'SessionId FromAccount ToAccount MsgRandom MsgBody CloudCustomData ExcludeFromUserRespTimeout',
		required: 'MsgRandom MsgBody',
	},
	'desk_http_svc/send_stream_msg': {
		source: 'C1229-68822, CN 679/116636',
		page: 'SessionId Chunk MsgKey Finish CloudCustomData',
		required: 'SessionId Chunk',
	},
	'desk_http_svc/send_stream_msg_v2': {
		source: 'CN 269/129279',
		page: 'SessionId MsgBody MsgKey CloudCustomData',
		required: 'SessionId MsgBody',
	},
	'desk_http_svc/set_member_status': {
		source: 'CN 269/124943',
		page: 'MemberMail Status RestReason',
		required: 'MemberMail Status',
	},
	'desk_http_svc/transfer_to_human': {
		source: 'CN 269/110581',
		page: 'SessionId AgentIdList AgentGroupId SendTipIfNoAgentOnline',
		required: 'SessionId',
	},
	'desk_http_svc/update_im_agent': {
		source: 'CN 679/116632',
		page: 'IMAgentUserID IMAgentNick IMAgentAvatarUrl WelcomeMessage ChatbotDisabled AgentGroupId TransferToHumanPrompt TransferToHumanSuccessPrompt TransferToHumanFailPrompt QueueingPrompt UserTimeout EndPrompt TimeoutEndPrompt WorkTimeConfig WorkTimeConfig.Type WorkTimeConfig.Periods WorkTimeConfig.Periods.Day WorkTimeConfig.Periods.PeriodsWithinOneDay WorkTimeConfig.Periods.PeriodsWithinOneDay.Start WorkTimeConfig.Periods.PeriodsWithinOneDay.End WorkTimeConfig.LegalWorkTime WorkTimeConfig.LegalWorkTime.WorkTimeType NotWorkTimePrompt AssignmentStrategy',
		required: 'IMAgentUserID',
	},
	'desk_http_svc/update_member': {
		source: 'CN 269/124318',
		page: 'MemberMail NickName RoleIDList MemberGroupIDList Avatar MemberReceptionLimit MemberReceptionLimitEnabled',
		required: 'MemberMail',
	},
	'desk_http_svc/update_member_group': {
		source: 'CN 269/124501',
		page: 'MemberGroupID MemberGroupName ReceptionLimit MemberMailList',
		required: 'MemberGroupID',
	},
	'desk_http_svc/update_member_quick_reply': {
		source: 'CN 269/119754',
		page: 'MemberId QuickReplyId Title Content',
		required: 'MemberId QuickReplyId Title Content',
	},
	'desk_http_svc/update_quick_reply': {
		source: 'CN 269/119750',
		page: 'QuickReplyId GroupId Title Content',
		required: 'QuickReplyId GroupId Title Content',
	},
	'desk_http_svc/update_quick_reply_group': {
		source: 'CN 269/119746',
		page: 'GroupId GroupName UseScopeType UseScopeList',
		required: 'GroupId GroupName UseScopeType',
	},
};
