import type { Witnessed } from '../sightings';

export const moderation: Witnessed = {
	'im_msg_audit/batch_content_moderation': {
		java: 'AuditName Contents Contents.Content Contents.ContentId Contents.ContentType',
		source: 'T-77828',
		page: 'ExtSender ExtReceiver',
		required: 'AuditName Contents Contents.ContentId Contents.ContentType Contents.Content',
	},
	'im_msg_audit/content_moderation': {
		java: 'AuditName Content ContentType',
		source: 'T-77827',
		page: 'ExtSender ExtReceiver',
		required: 'AuditName ContentType Content',
	},
	'im_msg_audit_mgr/add_cloud_audit_keywords': {
		java: 'LibID SdkAppId UserKeywords UserKeywords.Content UserKeywords.Label',
		required: 'SdkAppId LibID UserKeywords UserKeywords.Content',
	},
	'im_msg_audit_mgr/add_local_audit_keywords': {
		java: 'LocalAuditWords LocalAuditWords.FilterType LocalAuditWords.Id LocalAuditWords.Keyword LocalAuditWords.ReplacedContent LocalAuditWords.UpdateTime LocalAuditWords.WordType SdkAppId',
	},
	'im_msg_audit_mgr/delete_cloud_audit_keywords': {
		java: 'Keywords LibID SdkAppId',
		required: 'SdkAppId LibID Keywords',
	},
	'im_msg_audit_mgr/delete_local_audit_keywords': {
		java: 'LocalAuditWords LocalAuditWords.FilterType LocalAuditWords.Id LocalAuditWords.Keyword LocalAuditWords.ReplacedContent LocalAuditWords.UpdateTime LocalAuditWords.WordType SdkAppId',
	},
	'im_msg_audit_mgr/get_cloud_audit_keywords': {
		java: 'Content LibID Limit Offset SdkAppId',
		required: 'SdkAppId LibID Offset Limit',
	},
	'im_msg_audit_mgr/get_cloud_audit_keywords_ids': {
		java: 'Limit Offset SdkAppId',
		required: 'SdkAppId Offset Limit',
	},
	'im_msg_audit_mgr/get_local_audit_keywords': {
		java: 'FilterType Keyword Limit Offset SdkAppId',
	},
};
