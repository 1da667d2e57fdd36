import type { Witnessed } from '../sightings';

export const contact: Witnessed = {
	'follow/follow_add': {
		java: 'From_Account',
		source: 'T-70345',
		page: 'FollowItem FollowItem.To_Account',
		required: 'From_Account FollowItem FollowItem.To_Account',
	},
	'follow/follow_check': {
		java: 'From_Account To_Account',
		required: 'From_Account To_Account',
	},
	'follow/follow_delete': {
		java: 'From_Account To_Account',
		required: 'From_Account To_Account',
	},
	'follow/follow_get': {
		java: 'FollowType From_Account StartCursor WantNum',
		required: 'From_Account FollowType StartCursor WantNum',
	},
	'follow/follow_get_info': {
		java: 'From_Account To_Account',
		required: 'From_Account To_Account',
	},
	'sns/black_list_add': {
		both: 'From_Account To_Account',
		required: 'From_Account To_Account',
	},
	'sns/black_list_check': {
		both: 'CheckType From_Account To_Account',
		required: 'From_Account To_Account CheckType',
	},
	'sns/black_list_delete': {
		both: 'From_Account To_Account',
		required: 'From_Account To_Account',
	},
	'sns/black_list_get': {
		both: 'From_Account LastSequence MaxLimited StartIndex',
		required: 'From_Account StartIndex MaxLimited LastSequence',
	},
	'sns/friend_add': {
		both: 'AddFriendItem AddFriendItem.AddSource AddFriendItem.AddWording AddFriendItem.GroupName AddFriendItem.Remark AddFriendItem.To_Account AddType ForceAddFlags From_Account',
		required: 'From_Account AddFriendItem AddFriendItem.To_Account AddFriendItem.AddSource',
	},
	'sns/friend_check': {
		both: 'CheckType From_Account To_Account',
		required: 'From_Account To_Account CheckType',
	},
	'sns/friend_delete': {
		both: 'DeleteType From_Account To_Account',
		required: 'From_Account To_Account',
	},
	'sns/friend_delete_all': {
		both: 'DeleteType From_Account',
		required: 'From_Account',
	},
	'sns/friend_get': {
		both: 'CustomSequence From_Account StandardSequence StartIndex',
		required: 'From_Account StartIndex',
	},
	'sns/friend_get_list': {
		both: 'From_Account TagList To_Account',
		required: 'From_Account To_Account TagList',
	},
	'sns/friend_import': {
		both: 'AddFriendItem AddFriendItem.AddSource AddFriendItem.AddTime AddFriendItem.AddWording AddFriendItem.CustomItem AddFriendItem.CustomItem.Tag AddFriendItem.CustomItem.Value AddFriendItem.GroupName AddFriendItem.Remark AddFriendItem.RemarkTime AddFriendItem.To_Account From_Account',
		required: 'From_Account AddFriendItem AddFriendItem.To_Account AddFriendItem.AddSource',
	},
	'sns/friend_update': {
		both: 'From_Account UpdateItem UpdateItem.SnsItem UpdateItem.SnsItem.Tag UpdateItem.SnsItem.Value UpdateItem.To_Account',
		required:
			'From_Account UpdateItem UpdateItem.To_Account UpdateItem.SnsItem UpdateItem.SnsItem.Tag UpdateItem.SnsItem.Value',
	},
	'sns/group_add': {
		both: 'From_Account GroupName To_Account',
		required: 'From_Account GroupName',
	},
	'sns/group_delete': {
		both: 'From_Account GroupName',
		required: 'From_Account GroupName',
	},
	'sns/group_get': {
		both: 'From_Account GroupName NeedFriend',
		required: 'From_Account',
	},
};
