import type { Witnessed } from '../sightings';

export const push: Witnessed = {
	'all_member_push/im_add_tag': {
		java: 'UserTags',
		source: 'D23',
		page: 'UserTags.To_Account UserTags.Tags',
		required: 'UserTags UserTags.To_Account UserTags.Tags',
	},
	'all_member_push/im_get_attr': {
		both: 'To_Account',
		required: 'To_Account',
	},
	'all_member_push/im_get_attr_name': {},
	'all_member_push/im_get_tag': {
		both: 'To_Account',
		required: 'To_Account',
	},
	'all_member_push/im_push': {
		both: 'Condition From_Account MsgBody MsgLifeTime MsgRandom OfflinePushInfo',
		source: 'D23',
		page: 'Condition.TagsOr Condition.TagsAnd Condition.AttrsOr Condition.AttrsOr.* Condition.AttrsAnd Condition.AttrsAnd.*',
		required: 'MsgRandom MsgBody',
	},
	'all_member_push/im_remove_all_tags': {
		both: 'To_Account',
		required: 'To_Account',
	},
	'all_member_push/im_remove_attr': {
		java: 'UserAttrs',
		source: 'D23',
		page: 'UserAttrs.To_Account UserAttrs.Attrs',
		required: 'UserAttrs UserAttrs.To_Account UserAttrs.Attrs',
	},
	'all_member_push/im_remove_tag': {
		java: 'UserTags',
		source: 'D23',
		page: 'UserTags.To_Account UserTags.Tags',
		required: 'UserTags UserTags.To_Account UserTags.Tags',
	},
	'all_member_push/im_set_attr': {
		java: 'UserAttrs',
		source: 'D23',
		page: 'UserAttrs.To_Account UserAttrs.Attrs UserAttrs.Attrs.*',
		required: 'UserAttrs UserAttrs.To_Account UserAttrs.Attrs',
	},
	'all_member_push/im_set_attr_name': {
		both: 'AttrNames',
		source: 'D23',
		page: 'AttrNames.*',
		required: 'AttrNames',
	},
	'timpush/add_sched_task': {
		source: 'T-78839',
		page: 'Sdkappid Type SchedAt Content Content.From_Account Content.To_Account Content.MsgRandom Content.OfflinePushInfo Content.DataId Content.Condition Content.Condition.TagsOr Content.Condition.TagsAnd Content.Condition.TagsNot Content.Condition.AttrsOr Content.Condition.AttrsOr.* Content.Condition.AttrsAnd Content.Condition.AttrsAnd.*',
		required: 'Sdkappid Type SchedAt Content',
	},
	'timpush/add_tag': {
		source: 'T-60568, T-67821',
		page: 'Replace UserTags UserTags.To_Account UserTags.Tags',
		required: 'UserTags UserTags.To_Account UserTags.Tags',
	},
	'timpush/batch': {
		source: 'T-67553',
		page: 'From_Account To_Account MsgRandom OfflinePushInfo DataId',
		required: 'From_Account To_Account MsgRandom OfflinePushInfo',
	},
	'timpush/clear_all_tags': {
		source: 'T-60570, T-67823',
		page: 'To_Account',
		required: 'To_Account',
	},
	'timpush/delete_sched_task': {
		source: 'T-78841',
		page: 'Sdkappid TaskID Type',
		required: 'Sdkappid TaskID Type',
	},
	'timpush/get_attr': {
		source: 'T-60564, T-67817',
		page: 'To_Account',
		required: 'To_Account',
	},
	'timpush/get_attr_name': {
		source: 'T-60562, T-67815',
	},
	'timpush/get_sched_task': {
		source: 'T-78842',
		page: 'Sdkappid TaskID',
		required: 'Sdkappid TaskID',
	},
	'timpush/get_tag': {
		source: 'T-60567, T-67820',
		page: 'To_Account',
		required: 'To_Account',
	},
	'timpush/list_sched_task': {
		source: 'T-78843',
		page: 'Sdkappid Offset Want OrderBy Asc BeginTime EndTime Keyword',
		required: 'Sdkappid Offset Want OrderBy Asc BeginTime EndTime',
	},
	'timpush/modify_sched_task': {
		source: 'T-78840',
		page: 'Sdkappid TaskID Type SchedAt Content Content.From_Account Content.To_Account Content.MsgRandom Content.OfflinePushInfo Content.DataId Content.Condition Content.Condition.TagsOr Content.Condition.TagsAnd Content.Condition.TagsNot Content.Condition.AttrsOr Content.Condition.AttrsOr.* Content.Condition.AttrsAnd Content.Condition.AttrsAnd.*',
		required: 'Sdkappid TaskID Type',
	},
	'timpush/push': {
		source: 'T-60561, T-67814',
		page: 'From_Account MsgRandom Condition Condition.TagsOr Condition.TagsAnd Condition.TagsNot Condition.AttrsOr Condition.AttrsOr.* Condition.AttrsAnd Condition.AttrsAnd.* OfflinePushInfo MsgBody OnlineOnlyFlag',
		required: 'From_Account MsgRandom',
	},
	'timpush/remove_attr': {
		source: 'T-60566, T-67819',
		page: 'UserAttrs UserAttrs.To_Account UserAttrs.Attrs',
		required: 'UserAttrs UserAttrs.To_Account UserAttrs.Attrs',
	},
	'timpush/remove_tag': {
		source: 'T-60569, T-67822',
		page: 'UserTags UserTags.To_Account UserTags.Tags',
		required: 'UserTags UserTags.To_Account UserTags.Tags',
	},
	'timpush/revoke': {
		source: 'T-60571, T-67824',
		page: 'TaskId OfflinePushInfo',
		required: 'TaskId',
	},
	'timpush/set_attr': {
		source: 'T-60565, T-67818',
		page: 'UserAttrs UserAttrs.To_Account UserAttrs.Attrs UserAttrs.Attrs.*',
		required: 'UserAttrs UserAttrs.To_Account UserAttrs.Attrs',
	},
	'timpush/set_attr_name': {
		source: 'T-60563, T-67816',
		page: 'AttrNames AttrNames.* AttrTypes AttrTypes.*',
		required: 'AttrNames',
	},
};
