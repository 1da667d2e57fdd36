import type { Witnessed } from '../sightings';

export const conversation: Witnessed = {
	'recentcontact/create_contact_group': {
		java: 'From_Account GroupContactItem GroupContactItem.ContactItem GroupContactItem.ContactItem.ToGroupId GroupContactItem.ContactItem.To_Account GroupContactItem.ContactItem.Type GroupContactItem.GroupName',
		required: 'From_Account GroupContactItem GroupContactItem.GroupName',
	},
	'recentcontact/del_contact_group': {
		java: 'From_Account GroupName',
		required: 'From_Account GroupName',
	},
	'recentcontact/delete': {
		both: 'ClearRamble From_Account To_Account',
		java: 'ToGroupid Type',
		required: 'From_Account Type',
	},
	'recentcontact/get_contact_group': {
		java: 'From_Account StartIndex',
		required: 'From_Account StartIndex',
	},
	'recentcontact/get_list': {
		both: 'AssistFlags From_Account StartIndex TimeStamp TopStartIndex TopTimeStamp',
		required: 'From_Account TimeStamp StartIndex TopTimeStamp TopStartIndex AssistFlags',
	},
	'recentcontact/mark_contact': {
		java: 'From_Account MarkItem MarkItem.ClearMark MarkItem.ContactItem MarkItem.ContactItem.ToGroupId MarkItem.ContactItem.To_Account MarkItem.ContactItem.Type MarkItem.CustomMark MarkItem.OptType MarkItem.SetMark',
		required: 'From_Account MarkItem MarkItem.OptType MarkItem.ContactItem',
	},
	'recentcontact/search_contact_group': {
		java: 'ContactItem ContactItem.ToGroupId ContactItem.To_Account ContactItem.Type From_Account',
		required: 'From_Account ContactItem',
	},
	'recentcontact/top': {
		source: 'T-78304',
		page: 'From_Account OperationType RecentContactItem RecentContactItem.Type RecentContactItem.To_Account RecentContactItem.GroupId',
		required: 'From_Account OperationType RecentContactItem',
	},
	'recentcontact/update_contact_group': {
		java: 'From_Account UpdateGroup UpdateGroup.ContactUpdateItem UpdateGroup.ContactUpdateItem.ContactItem UpdateGroup.ContactUpdateItem.ContactItem.ToGroupId UpdateGroup.ContactUpdateItem.ContactItem.To_Account UpdateGroup.ContactUpdateItem.ContactItem.Type UpdateGroup.ContactUpdateItem.ContactOptType UpdateGroup.NewGroupName UpdateGroup.OldGroupName UpdateGroup.UpdateGroupType UpdateType',
		required: 'From_Account UpdateType UpdateGroup UpdateGroup.UpdateGroupType',
	},
};
