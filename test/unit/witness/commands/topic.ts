import type { Witnessed } from '../sightings';

export const topic: Witnessed = {
	'million_group_open_http_svc/create_topic': {
		java: 'CustomString FaceUrl From_Account GroupId Introduction Notification TopicId TopicName',
		required: 'GroupId TopicName',
	},
	'million_group_open_http_svc/destroy_topic': {
		java: 'GroupId TopicIdList',
		required: 'GroupId TopicIdList',
	},
	'million_group_open_http_svc/get_topic': {
		java: 'From_Account GroupId ResponseFilter TopicIdList',
		required: 'GroupId From_Account',
	},
	'million_group_open_http_svc/modify_topic': {
		java: 'CustomString FaceUrl From_Account GroupId Introduction MuteAllMember Notification TopicId TopicName',
		required: 'GroupId TopicId',
	},
};
