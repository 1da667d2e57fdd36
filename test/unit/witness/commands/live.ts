import type { Witnessed } from '../sightings';

export const live: Witnessed = {
	'live_config/delete_callback': {
		source: 'T-64421',
	},
	'live_config/get_callback': {
		source: 'T-64418',
	},
	'live_config/get_callback_token': {
		source: 'T-69529',
	},
	'live_config/set_callback': {
		source: 'T-64420',
		page: 'Url CallbackCommandList',
		required: 'Url CallbackCommandList',
	},
	'live_config/set_callback_token': {
		source: 'T-69528',
		page: 'Token IsTokenEnable',
	},
	'live_config/update_callback': {
		source: 'T-64419',
		page: 'Url CallbackCommandList',
		required: 'Url CallbackCommandList',
	},
	'live_engine_http_pk/create_battle': {
		source: 'T-68254',
		page: 'FromRoomId ToRoomIdList Duration ExtensionInfo',
		required: 'FromRoomId ToRoomIdList Duration',
	},
	'live_engine_http_pk/get_battle_info': {
		source: 'T-68256',
		page: 'BattleId RoomId',
	},
	'live_engine_http_pk/set_battle_score': {
		source: 'T-68255',
		page: 'BattleId OpType ScoreList ScoreList.RoomId ScoreList.Score',
		required: 'BattleId OpType ScoreList',
	},
	'live_engine_http_srv/add_gift': {
		source: 'T-72845',
		page: 'GiftId DefaultName Coins IconUrl ResourceUrl Level ExtensionInfo DefaultDesc',
		required: 'GiftId DefaultName Coins',
	},
	'live_engine_http_srv/add_gift_category': {
		source: 'T-72848',
		page: 'CategoryId DefaultName DefaultDesc ExtensionInfo',
		required: 'CategoryId DefaultName',
	},
	'live_engine_http_srv/add_gift_category_relations': {
		source: 'T-72851',
		page: 'CategoryId GiftIdList',
		required: 'CategoryId GiftIdList',
	},
	'live_engine_http_srv/add_robot': {
		source: 'T-69079',
		page: 'RoomId RobotList_Account',
		required: 'RoomId RobotList_Account',
	},
	'live_engine_http_srv/ban_member': {
		source: 'T-63407',
		page: 'RoomId MemberList_Account Duration Reason',
		required: 'RoomId MemberList_Account Duration',
	},
	'live_engine_http_srv/change_room_owner': {
		source: 'T-72534',
		page: 'RoomId NewOwner_Account',
		required: 'RoomId NewOwner_Account',
	},
	'live_engine_http_srv/copy_default_gift_config': {
		source: 'T-74360',
	},
	'live_engine_http_srv/create_room': {
		source: 'T-63401, T-63418',
		page: 'RoomInfo RoomInfo.RoomId RoomInfo.RoomType RoomInfo.SeatTemplate RoomInfo.Owner_Account RoomInfo.RoomName RoomInfo.TakeSeatMode RoomInfo.MaxSeatCount RoomInfo.IsMessageDisabled RoomInfo.IsPublicVisible RoomInfo.CoverURL RoomInfo.Category RoomInfo.ActivityStatus RoomInfo.IsSeatEnabled RoomInfo.MaxMemberCount RoomInfo.IsUnlimitedRoomEnabled RoomInfo.SeatLayoutTemplateId RoomInfo.KeepOwnerOnSeat',
		required: 'RoomInfo RoomInfo.RoomId RoomInfo.RoomType RoomInfo.SeatTemplate',
	},
	'live_engine_http_srv/del_gift': {
		source: 'T-72847',
		page: 'GiftId',
		required: 'GiftId',
	},
	'live_engine_http_srv/del_gift_category': {
		source: 'T-72850',
		client: 'CategoryId',
		required: 'CategoryId',
	},
	'live_engine_http_srv/del_gift_category_language': {
		source: 'T-72859',
		page: 'CategoryId Language',
		required: 'CategoryId Language',
	},
	'live_engine_http_srv/del_gift_category_relations': {
		source: 'T-72852',
		page: 'CategoryId GiftIdList',
		required: 'CategoryId GiftIdList',
	},
	'live_engine_http_srv/del_gift_language': {
		source: 'T-72856',
		page: 'GiftId Language',
		required: 'GiftId Language',
	},
	'live_engine_http_srv/del_robot': {
		source: 'T-69080',
		page: 'RoomId RobotList_Account',
		required: 'RoomId RobotList_Account',
	},
	'live_engine_http_srv/del_room_metadata': {
		client: 'RoomId Keys',
		required: 'RoomId Keys',
	},
	'live_engine_http_srv/destroy_room': {
		source: 'T-63406',
		page: 'RoomId',
		required: 'RoomId',
	},
	'live_engine_http_srv/edit_gift': {
		client: 'GiftId DefaultName Coins IconUrl ResourceUrl Level ExtensionInfo DefaultDesc',
		required: 'GiftId',
	},
	'live_engine_http_srv/get_admin_list': {
		source: 'CN 647/63425',
		page: 'RoomId',
		required: 'RoomId',
	},
	'live_engine_http_srv/get_banned_member_list': {
		source: 'T-63424',
		page: 'RoomId Offset Limit',
		required: 'RoomId',
	},
	'live_engine_http_srv/get_gift': {
		source: 'T-72846',
		page: 'GiftId',
		required: 'GiftId',
	},
	'live_engine_http_srv/get_gift_category': {
		source: 'T-72849',
		page: 'CategoryId',
		required: 'CategoryId',
	},
	'live_engine_http_srv/get_gift_category_language': {
		source: 'T-72858',
		page: 'CategoryId Language',
		required: 'CategoryId Language',
	},
	'live_engine_http_srv/get_gift_category_relations': {
		source: 'T-72853',
		page: 'CategoryId',
		required: 'CategoryId',
	},
	'live_engine_http_srv/get_gift_count': {
		source: 'T-72557',
		page: 'RoomId From_Account',
		required: 'RoomId From_Account',
	},
	'live_engine_http_srv/get_gift_language': {
		source: 'T-72855',
		page: 'GiftId Language',
		required: 'GiftId Language',
	},
	'live_engine_http_srv/get_muted_member_list': {
		source: 'CN 647/69894',
		page: 'RoomId',
		client: 'Next Count Offset Limit',
		required: 'RoomId',
	},
	'live_engine_http_srv/get_robot': {
		source: 'T-69081',
		page: 'RoomId',
		required: 'RoomId',
	},
	'live_engine_http_srv/get_room_info': {
		source: 'T-63404',
		page: 'RoomId',
		required: 'RoomId',
	},
	'live_engine_http_srv/get_room_list': {
		source: 'T-63405',
		page: 'Next Count',
		client: 'SortDirection',
		required: 'Next Count',
	},
	'live_engine_http_srv/get_room_metadata': {
		source: 'T-64374',
		page: 'RoomId Keys',
		required: 'RoomId Keys',
	},
	'live_engine_http_srv/get_room_stats': {
		source: 'T-80421',
		page: 'RoomId',
		required: 'RoomId',
	},
	'live_engine_http_srv/modify_admin': {
		source: 'T-63427, T-63411',
		page: 'RoomId Admin_Account OpType',
		required: 'RoomId Admin_Account OpType',
	},
	'live_engine_http_srv/mute_member': {
		source: 'T-66969',
		page: 'RoomId MemberList_Account MuteTime',
		required: 'RoomId MemberList_Account MuteTime',
	},
	'live_engine_http_srv/resume_mcu_task': {
		source: 'T-72333',
		page: 'RoomId',
		required: 'RoomId',
	},
	'live_engine_http_srv/send_custom_msg': {
		source: 'CN 647/124709',
		page: 'RoomId Sender_Account BusinessId Data',
		required: 'RoomId Sender_Account BusinessId Data',
	},
	'live_engine_http_srv/send_gift': {
		source: 'T-72556',
		page: 'RoomId GiftId From_Account ReceiverList_Account Count',
		required: 'RoomId GiftId From_Account ReceiverList_Account',
	},
	'live_engine_http_srv/send_text_msg': {
		source: 'Send Normal Message',
		page: 'RoomId Sender_Account TextContent ExtensionInfo',
		required: 'RoomId Sender_Account TextContent',
	},
	'live_engine_http_srv/set_gift_category_language': {
		source: 'T-72857',
		page: 'CategoryId Language CategoryName CategoryDesc',
		required: 'CategoryId Language',
	},
	'live_engine_http_srv/set_gift_language': {
		source: 'T-72854',
		page: 'GiftId Language Name Desc',
		required: 'GiftId Language',
	},
	'live_engine_http_srv/set_room_metadata': {
		source: 'T-64375',
		page: 'RoomId Metadata Metadata.Key Metadata.Value',
		required: 'RoomId Metadata',
	},
	'live_engine_http_srv/unban_member': {
		source: 'T-63410, T-63426',
		page: 'RoomId MemberList_Account',
		required: 'RoomId MemberList_Account',
	},
	'live_engine_http_srv/update_room_info': {
		source: 'T-63403',
		page: 'RoomInfo RoomInfo.RoomId RoomInfo.RoomName RoomInfo.MaxMemberCount RoomInfo.IsMessageDisabled RoomInfo.CoverURL RoomInfo.Category RoomInfo.ActivityStatus RoomInfo.IsPublicVisible RoomInfo.TakeSeatMode RoomInfo.Notice',
		client: 'RoomInfo.IsUnlimitedRoomEnabled RoomInfo.KeepOwnerOnSeat',
		required: 'RoomInfo RoomInfo.RoomId',
	},
	'room_engine_http_mic/get_seat_list': {
		source: 'T-60719, T-64427',
		page: 'RoomId',
		required: 'RoomId',
	},
	'room_engine_http_mic/kick_user_off_seat': {
		source: 'T-60717, T-64429',
		page: 'RoomId Member_Account Data',
		required: 'RoomId Member_Account',
	},
	'room_engine_http_mic/lock_seat': {
		source: 'T-60716, T-64430',
		page: 'RoomId Index ForbidTaken ForbidVideo ForbidAudio',
		required: 'RoomId Index',
	},
	'room_engine_http_mic/move_user_to_seat': {
		source: 'T-72685',
		page: 'RoomId SeatIndex Member_Account Policy',
		required: 'RoomId SeatIndex Member_Account Policy',
	},
	'room_engine_http_mic/pick_user_on_seat': {
		source: 'T-64428',
		page: 'RoomId Index Member_Account',
		required: 'RoomId Index Member_Account',
	},
};
