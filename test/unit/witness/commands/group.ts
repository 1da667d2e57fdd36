import type { Witnessed } from '../sightings';

export const group: Witnessed = {
	'group_open_attr_http_svc/get_group_attr': {
		java: 'GroupId',
		required: 'GroupId',
	},
	'group_open_http_svc/add_group_member': {
		both: 'GroupId MemberList MemberList.Member_Account Silence',
		required: 'GroupId MemberList MemberList.Member_Account',
	},
	'group_open_http_svc/ban_group_member': {
		java: 'Description Duration GroupId Members_Account',
		required: 'GroupId Members_Account Duration',
	},
	'group_open_http_svc/change_group_owner': {
		both: 'GroupId NewOwner_Account',
		java: 'From_Account',
		required: 'GroupId NewOwner_Account',
	},
	'group_open_http_svc/clear_group_attr': {
		java: 'GroupId',
		required: 'GroupId',
	},
	'group_open_http_svc/clear_group_msg': {
		java: 'GroupId MsgSeq',
		required: 'GroupId',
	},
	'group_open_http_svc/create_group': {
		both: 'AppDefinedData AppDefinedData.Key AppDefinedData.Value ApplyJoinOption FaceUrl GroupId Introduction MaxMemberCount MemberList MemberList.AppMemberDefinedData MemberList.AppMemberDefinedData.Key MemberList.AppMemberDefinedData.Value MemberList.JoinTime MemberList.LastSendMsgTime MemberList.Member_Account MemberList.MsgFlag MemberList.MsgSeq MemberList.NameCard MemberList.Role Name Notification Owner_Account Type',
		java: 'AppMemberDefinedData AppMemberDefinedData.Key AppMemberDefinedData.Value DefaultPermission EnablePermission InviteJoinOption MemberList.MuteUntil MemberList.OnlineStatus SupportTopic',
		old: 'MemberList.ShutUpUntil',
		required: 'Type Name',
	},
	'group_open_http_svc/delete_group_attr': {
		source: 'T-59499',
		page: 'GroupId GroupAttr GroupAttr.key',
		required: 'GroupId GroupAttr GroupAttr.key',
	},
	'group_open_http_svc/delete_group_counter': {
		java: 'GroupCounterKeys GroupId',
		required: 'GroupId',
	},
	'group_open_http_svc/delete_group_member': {
		both: 'GroupId MemberToDel_Account Reason Silence',
		required: 'GroupId MemberToDel_Account',
	},
	'group_open_http_svc/delete_group_msg_by_sender': {
		both: 'GroupId Sender_Account',
		java: 'TopicId',
		required: 'GroupId Sender_Account',
	},
	'group_open_http_svc/destroy_group': {
		both: 'GroupId',
		required: 'GroupId',
	},
	'group_open_http_svc/forbid_send_msg': {
		both: 'GroupId Members_Account',
		java: 'MuteTime TopicId',
		old: 'ShutUpTime',
		required: 'GroupId Members_Account MuteTime',
	},
	'group_open_http_svc/get_appid_group_list': {
		both: 'Limit Next',
		java: 'GroupType',
	},
	'group_open_http_svc/get_group_ban_member': {
		java: 'GroupId Limit Offset',
		required: 'GroupId Offset',
	},
	'group_open_http_svc/get_group_counter': {
		java: 'GroupCounterKeys GroupId',
		required: 'GroupId',
	},
	'group_open_http_svc/get_group_info': {
		both: 'GroupIdList ResponseFilter ResponseFilter.AppDefinedDataFilter_Group ResponseFilter.AppDefinedDataFilter_GroupMember ResponseFilter.GroupBaseInfoFilter ResponseFilter.MemberInfoFilter ResponseFilter.SelfInfoFilter',
		java: 'ResponseFilter.OfficialAccountBaseInfoFilter',
		required: 'GroupIdList',
	},
	'group_open_http_svc/get_group_member_info': {
		both: 'AppDefinedDataFilter_GroupMember GroupId Limit MemberInfoFilter MemberRoleFilter Offset',
		java: 'Next',
		required: 'GroupId',
	},
	'group_open_http_svc/get_group_msg_receipt': {
		java: 'GroupId MsgSeqList MsgSeqList.MsgSeq',
		required: 'GroupId MsgSeqList MsgSeqList.MsgSeq',
	},
	'group_open_http_svc/get_group_msg_receipt_detail': {
		java: 'Count Cursor Filter GroupId MsgSeq',
		required: 'GroupId Filter Cursor Count',
	},
	'group_open_http_svc/get_group_muted_account': {
		java: 'GroupId TopicId',
		required: 'GroupId',
	},
	'group_open_http_svc/get_joined_group_list': {
		both: 'Limit Member_Account Offset ResponseFilter ResponseFilter.AppDefinedDataFilter_Group ResponseFilter.AppDefinedDataFilter_GroupMember ResponseFilter.GroupBaseInfoFilter ResponseFilter.MemberInfoFilter ResponseFilter.SelfInfoFilter WithHugeGroups WithNoActiveGroups',
		java: 'GroupType ResponseFilter.OfficialAccountBaseInfoFilter SupportTopic',
		required: 'Member_Account',
	},
	'group_open_http_svc/get_online_member_num': {
		both: 'GroupId',
		required: 'GroupId',
	},
	'group_open_http_svc/get_role_in_group': {
		both: 'GroupId User_Account',
		required: 'GroupId User_Account',
	},
	'group_open_http_svc/get_specified_group_member_info': {
		java: 'AppDefinedDataFilter_GroupMember GroupId MemberInfoFilter MemberRoleFilter Member_List_Account',
		required: 'GroupId Member_List_Account',
	},
	'group_open_http_svc/group_msg_get_simple': {
		both: 'GroupId ReqMsgNumber ReqMsgSeq',
		java: 'TopicId WithRecalledMsg',
		required: 'GroupId ReqMsgNumber',
	},
	'group_open_http_svc/group_msg_recall': {
		both: 'GroupId MsgSeqList MsgSeqList.MsgSeq',
		java: 'Reason TopicId',
		required: 'GroupId MsgSeqList MsgSeqList.MsgSeq',
	},
	'group_open_http_svc/group_msg_receipt': {
		java: 'From_Account GroupId MsgSeqList MsgSeqList.MsgSeq',
	},
	'group_open_http_svc/import_group': {
		both: 'AppDefinedData ApplyJoinOption CreateTime FaceUrl GroupId Introduction MaxMemberCount Name Notification Owner_Account Type',
		java: 'SupportTopic',
		source: 'T-34967',
		page: 'AppDefinedData.Key AppDefinedData.Value',
	},
	'group_open_http_svc/import_group_member': {
		both: 'GroupId MemberList MemberList.JoinTime MemberList.Member_Account MemberList.Role MemberList.UnreadMsgNum',
		old: 'MemberList.ShutUpUntil',
		required: 'GroupId MemberList MemberList.Member_Account',
	},
	'group_open_http_svc/import_group_msg': {
		both: 'GroupId MsgList MsgList.From_Account MsgList.MsgBody MsgList.Random MsgList.SendTime',
		java: 'RecentContactFlag TopicId',
		required: 'GroupId MsgList MsgList.From_Account MsgList.SendTime MsgList.MsgBody',
	},
	'group_open_http_svc/import_topic': {
		java: 'CreateTime CustomString FaceUrl From_Account GroupId Introduction Notification TopicId TopicName Type',
	},
	'group_open_http_svc/modify_group_attr': {
		java: 'GroupAttr GroupAttr.key GroupAttr.value GroupId',
		required: 'GroupId GroupAttr GroupAttr.key GroupAttr.value',
	},
	'group_open_http_svc/modify_group_base_info': {
		both: 'AppDefinedData AppDefinedData.Key AppDefinedData.Value ApplyJoinOption FaceUrl GroupId Introduction MaxMemberNum Name Notification',
		java: 'DefaultPermission EnablePermission From_Account HistoryMsgBeforeJoin InviteJoinOption MuteAllMember',
		old: 'ShutUpAllMember',
		required: 'GroupId',
	},
	'group_open_http_svc/modify_group_member_info': {
		both: 'AppMemberDefinedData GroupId Member_Account MsgFlag NameCard Role',
		java: 'MuteTime',
		old: 'ShutUpUntil',
		required: 'GroupId Member_Account',
	},
	'group_open_http_svc/send_broadcast_msg': {
		java: 'CloudCustomData From_Account MsgBody Random',
		required: 'Random MsgBody',
	},
	'group_open_http_svc/send_group_msg': {
		both: 'CloudCustomData ForbidCallbackControl From_Account GroupAtInfo GroupAtInfo.GroupAtAllFlag GroupAtInfo.GroupAt_Account GroupId MsgBody MsgPriority OfflinePushInfo Random SendMsgControl',
		java: 'NeedReadReceipt OnlineOnlyFlag SupportMessageExtension To_Account TopicId',
		old: 'MsgOnlineOnlyFlag',
		required: 'GroupId Random MsgBody',
	},
	'group_open_http_svc/send_group_system_notification': {
		both: 'Content GroupId ToMembers_Account',
		java: 'TopicId',
		required: 'GroupId Content ToMembers_Account',
	},
	'group_open_http_svc/set_group_attr': {
		java: 'GroupAttr GroupAttr.key GroupAttr.value GroupId',
		required: 'GroupId GroupAttr GroupAttr.key GroupAttr.value',
	},
	'group_open_http_svc/set_unread_msg_num': {
		both: 'GroupId Member_Account UnreadMsgNum',
		required: 'GroupId Member_Account UnreadMsgNum',
	},
	'group_open_http_svc/unban_group_member': {
		java: 'GroupId Members_Account',
		required: 'GroupId Members_Account',
	},
	'group_open_http_svc/update_group_counter': {
		java: 'GroupCounter GroupCounter.Key GroupCounter.Value GroupId Mode',
		required: 'GroupId GroupCounter GroupCounter.Key GroupCounter.Value',
	},
};
