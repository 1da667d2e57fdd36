import type { Witnessed } from '../sightings';

export const account: Witnessed = {
	'im_open_login_svc/account_check': {
		both: 'CheckItem CheckItem.UserID',
		required: 'CheckItem CheckItem.UserID',
	},
	'im_open_login_svc/account_delete': {
		both: 'DeleteItem DeleteItem.UserID',
		required: 'DeleteItem DeleteItem.UserID',
	},
	'im_open_login_svc/account_import': {
		both: 'FaceUrl Nick',
		java: 'UserID',
		old: 'Identifier',
		required: 'UserID',
	},
	'im_open_login_svc/kick': {
		java: 'UserID',
		old: 'Identifier',
		required: 'UserID',
	},
	'im_open_login_svc/multiaccount_import': {
		both: 'Accounts',
		java: 'AccountList AccountList.FaceUrl AccountList.Nick AccountList.UserID',
	},
	'openconfigsvr/getappinfo': {
		both: 'RequestField',
	},
	'openconfigsvr/getnospeaking': {
		both: 'Get_Account',
		required: 'Get_Account',
	},
	'openconfigsvr/setnospeaking': {
		both: 'C2CmsgNospeakingTime GroupmsgNospeakingTime Set_Account',
		required: 'Set_Account',
	},
	'profile/portrait_get': {
		both: 'TagList To_Account',
		required: 'To_Account TagList',
	},
	'profile/portrait_set': {
		both: 'From_Account ProfileItem ProfileItem.Tag ProfileItem.Value',
		required: 'From_Account ProfileItem ProfileItem.Tag ProfileItem.Value',
	},
};
