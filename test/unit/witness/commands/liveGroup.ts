import type { Witnessed } from '../sightings';

export const liveGroup: Witnessed = {
	'group_open_avchatroom_http_svc/check_members': {
		java: 'GroupId Member_Account',
		required: 'GroupId Member_Account',
	},
	'group_open_avchatroom_http_svc/get_admin_list': {
		java: 'GroupId',
		required: 'GroupId',
	},
	'group_open_avchatroom_http_svc/get_members': {
		java: 'GroupId Mark Timestamp',
		required: 'GroupId Timestamp',
	},
	'group_open_avchatroom_http_svc/modify_admin': {
		java: 'Admin_Account CommandType GroupId',
		required: 'GroupId CommandType Admin_Account',
	},
	'group_open_avchatroom_http_svc/modify_user_info': {
		java: 'CommandType GroupId MemberList MemberList.Marks MemberList.Member_Account',
		required: 'GroupId CommandType MemberList MemberList.Member_Account MemberList.Marks',
	},
};
