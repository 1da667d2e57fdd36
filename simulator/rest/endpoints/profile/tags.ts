/** Codes that both pages of the profile share. */
export const profileCodes = { notAdmin: 40004, notJson: 40001, notAnObject: 40001 } as const;

export const nickTag = 'Tag_Profile_IM_Nick';

/** What a value of a tag has to be: a text, a number, or one of some words. */
type Kind = 'text' | 'number' | readonly string[];

/** Chat > User Profiles and Relationship Chains, "Standard Profile Fields". */
const standard: Record<string, Kind> = {
	[nickTag]: 'text',
	Tag_Profile_IM_Gender: ['Gender_Type_Unknown', 'Gender_Type_Female', 'Gender_Type_Male'],
	Tag_Profile_IM_BirthDay: 'number',
	Tag_Profile_IM_Location: 'text',
	Tag_Profile_IM_SelfSignature: 'text',
	Tag_Profile_IM_AllowType: [
		'AllowType_Type_NeedConfirm',
		'AllowType_Type_AllowAny',
		'AllowType_Type_DenyAny',
	],
	Tag_Profile_IM_Language: 'number',
	Tag_Profile_IM_Image: 'text',
	Tag_Profile_IM_AdminForbidType: ['AdminForbid_Type_None', 'AdminForbid_Type_SendOut'],
	Tag_Profile_IM_Level: 'number',
	Tag_Profile_IM_Role: 'number',
	// Not on the page of the command, but in two server SDKs.
	Tag_Profile_IM_MsgSettings: 'number',
};

/** Undefined for a tag that no app has. A custom key has up to eight letters. */
export function kindOf(tag: string): Kind | undefined {
	if (/^Tag_Profile_Custom_[A-Za-z]{1,8}$/.test(tag)) return 'text';
	return Object.hasOwn(standard, tag) ? standard[tag] : undefined;
}
