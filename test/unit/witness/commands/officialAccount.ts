import type { Witnessed } from '../sightings';

export const officialAccount: Witnessed = {
	'official_account_open_http_svc/add_subscriber': {
		java: 'Official_Account SubscriberList SubscriberList.Official_Account',
		source: 'T-60760',
		page: 'SubscriberList.Subscriber_Account',
		required: 'Official_Account SubscriberList',
	},
	'official_account_open_http_svc/create_official_account': {
		java: 'CustomString FaceUrl Introduction MaxSubscriberNum Name OfficialAccountUserID Organization Owner_Account',
		required: 'Owner_Account Name',
	},
	'official_account_open_http_svc/delete_subscriber': {
		java: 'Official_Account SubscriberToDel_Account',
		required: 'Official_Account SubscriberToDel_Account',
	},
	'official_account_open_http_svc/destroy_official_account': {
		java: 'Official_Account',
		required: 'Official_Account',
	},
	'official_account_open_http_svc/get_official_account_info': {
		java: 'OfficialAccountIdList OfficialAccountIdList.Official_Account ResponseFilter ResponseFilter.AppDefinedDataFilter_Group ResponseFilter.AppDefinedDataFilter_GroupMember ResponseFilter.GroupBaseInfoFilter ResponseFilter.MemberInfoFilter ResponseFilter.OfficialAccountBaseInfoFilter ResponseFilter.SelfInfoFilter',
		required: 'OfficialAccountIdList',
	},
	'official_account_open_http_svc/get_subscribed_official_account_list': {
		java: 'Limit Offset ResponseFilter ResponseFilter.AppDefinedDataFilter_Group ResponseFilter.AppDefinedDataFilter_GroupMember ResponseFilter.GroupBaseInfoFilter ResponseFilter.MemberInfoFilter ResponseFilter.OfficialAccountBaseInfoFilter ResponseFilter.SelfInfoFilter Subscriber_Account',
		required: 'Subscriber_Account',
	},
	'official_account_open_http_svc/get_subscriber_info': {
		java: 'Limit Next Official_Account',
		required: 'Official_Account Next',
	},
	'official_account_open_http_svc/modify_official_account_base_info': {
		java: 'CustomString FaceUrl Introduction MaxSubscriberNum Name OfficialAccount Organization',
		source: 'T-60757',
		page: 'Official_Account',
		required: 'Official_Account',
	},
	'official_account_open_http_svc/modify_subscriber_info': {
		java: 'CustomString Official_Account Subscriber_Account',
		required: 'Official_Account Subscriber_Account CustomString',
	},
	'official_account_open_http_svc/official_account_msg_get_simple': {
		java: 'LastMsgKey Official_Account ReqMsgNumber WithRecalledMsg',
		required: 'Official_Account ReqMsgNumber',
	},
	'official_account_open_http_svc/official_account_msg_recall': {
		java: 'MsgKeyList Official_Account Reason',
		required: 'Official_Account MsgKeyList',
	},
	'official_account_open_http_svc/send_official_account_msg': {
		java: 'CloudCustomData ForbidCallbackControl MsgBody Official_Account OfflinePushInfo OnlineOnlyFlag Random SendMsgControl',
		required: 'Official_Account Random MsgBody',
	},
};
