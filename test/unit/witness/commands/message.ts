import type { Witnessed } from '../sightings';

export const message: Witnessed = {
	'openim/admin_getroammsg': {
		both: 'LastMsgKey MaxCnt MaxTime MinTime',
		java: 'Operator_Account Peer_Account',
		required: 'Operator_Account Peer_Account MaxCnt MinTime MaxTime',
	},
	'openim/admin_msgwithdraw': {
		both: 'From_Account MsgKey To_Account',
		required: 'From_Account To_Account MsgKey',
	},
	'openim/admin_set_msg_read': {
		both: 'Peer_Account Report_Account',
		java: 'MsgReadTime',
		required: 'Report_Account Peer_Account',
	},
	'openim/batchsendmsg': {
		both: 'CloudCustomData From_Account MsgBody MsgRandom MsgSeq OfflinePushInfo SendMsgControl SyncOtherMachine To_Account',
		java: 'IsNeedReadReceipt MsgLifeTime',
		page: 'OnlineOnlyFlag',
		source: 'CN 269/1612',
		required: 'To_Account MsgRandom MsgBody',
	},
	'openim/c2c_msg_read_receipt': {
		java: 'C2CMsgInfo C2CMsgInfo.From_Account C2CMsgInfo.MsgKey C2CMsgInfo.To_Account Operator_Account Peer_Account',
		required: 'Operator_Account Peer_Account C2CMsgInfo',
	},
	'openim/delete_c2c_msg_ramble': {
		java: 'MsgKeyList Operator_Account Peer_Account',
		required: 'Operator_Account Peer_Account MsgKeyList',
	},
	'openim/get_c2c_unread_msg_num': {
		both: 'Peer_Account To_Account',
		required: 'To_Account',
	},
	'openim/importmsg': {
		both: 'CloudCustomData From_Account MsgBody MsgRandom MsgSeq MsgTimeStamp SyncFromOldSystem To_Account',
		required: 'SyncFromOldSystem From_Account To_Account MsgRandom MsgTimeStamp MsgBody',
	},
	'openim/modify_c2c_msg': {
		java: 'CloudCustomData From_Account MsgBody MsgKey To_Account',
		required: 'From_Account To_Account MsgKey',
	},
	'openim/modify_group_msg': {
		java: 'CloudCustomData GroupId MsgBody MsgSeq TopicId',
		required: 'GroupId MsgSeq',
	},
	'openim/query_online_status': {
		both: 'IsNeedDetail To_Account',
		source: 'CN 269/2566',
		page: 'IsReturnCustomStatus IsReturnInstid',
		required: 'To_Account',
	},
	'openim/sendmsg': {
		both: 'CloudCustomData ForbidCallbackControl From_Account MsgBody MsgLifeTime MsgRandom MsgSeq MsgTimeStamp OfflinePushInfo SendMsgControl SyncOtherMachine To_Account',
		java: 'IsNeedReadReceipt OnlineOnlyFlag SupportMessageExtension',
		required: 'To_Account MsgRandom MsgBody',
	},
	'openim_msg_ext_http_svc/get_key_values': {
		java: 'From_Account MsgKey StartSeq To_Account',
		required: 'To_Account MsgKey',
	},
	'openim_msg_ext_http_svc/group_get_key_values': {
		java: 'GroupId MsgSeq StartSeq',
		required: 'GroupId MsgSeq',
	},
	'openim_msg_ext_http_svc/group_set_key_values': {
		java: 'ExtensionList GroupId MsgSeq OperateType',
		source: 'T-52170',
		page: 'ExtensionList.Key ExtensionList.Value ExtensionList.Seq',
		required: 'GroupId MsgSeq OperateType',
	},
	'openim_msg_ext_http_svc/set_key_values': {
		java: 'ExtensionList From_Account MsgKey OperateType To_Account',
		source: 'T-51195',
		page: 'ExtensionList.Key ExtensionList.Value ExtensionList.Seq',
		required: 'To_Account MsgKey OperateType',
	},
};
