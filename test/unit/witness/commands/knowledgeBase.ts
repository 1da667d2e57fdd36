import type { Witnessed } from '../sightings';

export const knowledgeBase: Witnessed = {
	'openim_console_http_svc/add_chitchat_category': {
		source: 'CN 269/116734, C1229-68843',
		page: 'Title ParentId',
		required: 'Title',
	},
	'openim_console_http_svc/add_faq': {
		source: 'CN 269/116737, C1229-68846',
		page: 'CategoryId Question Answer AnswerType SimilarQuestions LanguageTag',
	},
	'openim_console_http_svc/add_faq_category': {
		source: 'C1229-68845',
		page: 'Title ParentId',
		required: 'Title',
	},
	'openim_console_http_svc/batch_set_faq': {
		source: 'CN 679/117571, C1229-68836',
		page: 'StandardQuestionIds Status',
		required: 'StandardQuestionIds Status',
	},
	'openim_console_http_svc/del_chitchat_category': {
		source: 'CN 269/116724',
		page: 'CategoryId',
		required: 'CategoryId',
	},
	'openim_console_http_svc/del_faq_category': {
		source: 'C1229-68834',
		page: 'CategoryId',
		required: 'CategoryId',
	},
	'openim_console_http_svc/desc_faq_category': {
		source: 'C1229-68849',
	},
	'openim_console_http_svc/desk_add_robot': {
		source: 'CN 269/118512',
		page: 'RobotNickName',
		required: 'RobotNickName',
	},
	'openim_console_http_svc/list_chitchat': {
		source: 'CN 269/116739, C1229-68848',
		page: 'PageIndex PageSize Question CategoryId Status LanguageTag',
		required: 'PageIndex PageSize',
	},
	'openim_console_http_svc/list_faq': {
		source: 'CN 269/116741, C1229-68850',
		page: 'PageIndex PageSize Question CategoryId Status LanguageTag',
		required: 'PageIndex PageSize',
	},
	'openim_console_http_svc/update_chitchat': {
		source: 'C1229-68839',
		page: 'StandardQuestionId Question Answer AnswerType CategoryId',
		required: 'StandardQuestionId',
	},
	'openim_console_http_svc/update_chitchat_category': {
		source: 'CN 269/116728, C1229-68837',
		page: 'CategoryId Title',
		required: 'CategoryId Title',
	},
	'openim_console_http_svc/update_chitchat_similar': {
		source: 'C1229-68838',
		page: 'StandardQuestionId SimilarQuestions',
		required: 'StandardQuestionId',
	},
	'openim_console_http_svc/update_faq': {
		source: 'CN 269/116733, C1229-68842',
		page: 'StandardQuestionId Question Answer AnswerType CategoryId',
		required: 'StandardQuestionId',
	},
	'openim_console_http_svc/update_faq_category': {
		source: 'C1229-68840',
		page: 'CategoryId Title',
		required: 'CategoryId Title',
	},
	'openim_console_http_svc/update_faq_similar': {
		source: 'C1229-68841',
		page: 'StandardQuestionId SimilarQuestions',
		required: 'StandardQuestionId',
	},
};
