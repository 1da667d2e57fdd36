import type { FailureEntry } from './entry';

/**
 * Groups, their members and their messages.
 *
 * Documented on the pages of `v4/group_open_http_svc` and in the group part of the Chat error code
 * list (product 1047, page 34348).
 */
export const groupFailures: readonly FailureEntry[] = [
	{
		codes: [10002],
		kind: 'transient',
		message: 'The group service of Tencent reported an internal error',
		advice: 'Look whether the change or message went through, then run the item again.',
	},
	{
		codes: [10003],
		kind: 'permanent',
		message: 'The group service does not know this command',
		advice:
			"Check the command if you typed it yourself, and the 'Region' of the credential if you did not.",
	},
	{
		codes: [10004],
		kind: 'permanent',
		message: 'A field of the group request is wrong or not allowed for this type of group',
		advice: 'Check the values of this item; some settings do not exist for live or work groups.',
		inTencentsWords: true,
	},
	{
		codes: [10005],
		kind: 'permanent',
		message: 'Too many members in one call',
		advice: 'Split the list of members: 100 at a time is safe for every call.',
	},
	{
		codes: [10006],
		kind: 'frequency',
		message: 'Groups are created or changed too often',
		advice:
			"Lower the option 'Requests per Second'. If it stays, the number of new groups for today is used up: go on tomorrow.",
	},
	{
		codes: [10007],
		kind: 'permanent',
		message: 'This is not permitted in this type of group or for this account',
		advice:
			'Look up the type of the group: live groups, for example, take no member lists. Check also whether the acting account is the owner or an administrator of the group.',
	},
	{
		codes: [10008],
		kind: 'permanent',
		message:
			'The group service refused the request or its signature, or the plan lacks the feature',
		advice:
			'Test the credential. If the test passes, check whether your plan includes this feature and whether it is switched on in the Chat console.',
	},
	{
		codes: [10010],
		kind: 'permanent',
		message: 'The group does not exist or has been dissolved',
		advice: 'Check the group ID in the Chat console, page Group Management.',
	},
	{
		codes: [10011],
		kind: 'permanent',
		message: 'The group service could not read the request as JSON',
		advice: 'Check JSON typed by hand for missing quotes, commas and brackets.',
	},
	{
		codes: [10012],
		kind: 'permanent',
		message: 'The account that acts in the group is not a valid user ID',
		advice: 'Correct the user ID of the sender or acting member.',
	},
	{
		codes: [10013],
		kind: 'permanent',
		message: 'The user is already a member of the group',
		advice: 'Nothing is left to do; you can treat this item as done.',
	},
	{
		codes: [10014],
		kind: 'permanent',
		message: 'The group is full',
		advice:
			'Raise its member limit, remove members, or add fewer people at once if only some places are left.',
	},
	{
		codes: [10015],
		kind: 'permanent',
		message: 'The group ID is not valid',
		advice:
			'Copy it again from the Chat console, with the leading @TGS# if it has one, and without spaces. If it is right, check the other fields of this item.',
	},
	{
		codes: [10016],
		kind: 'permanent',
		message: 'Your own server refused this action in the group',
		advice:
			'Tencent asked the webhook of the application first, and it said no. Ask the person who runs that server what its rule is.',
	},
	{
		codes: [10017],
		kind: 'permanent',
		message: 'The sender is muted in this group',
		advice: 'Lift the mute of the member or of the whole group, or send from another account.',
	},
	{
		codes: [10018],
		kind: 'permanent',
		message: 'The answer would be larger than 1 MB',
		advice: 'Ask for fewer groups, members or fields in one call.',
	},
	{
		codes: [10019],
		kind: 'permanent',
		message: 'A user named for the group does not exist',
		advice: 'Import the missing account first or take it out of the list.',
	},
	{
		codes: [10021],
		kind: 'permanent',
		message: 'Somebody else already uses this group ID',
		advice: 'Choose another group ID, or leave it empty so that Tencent makes one.',
	},
	{
		codes: [10023],
		kind: 'frequency',
		message: 'Messages to this group are being sent too fast',
		advice:
			"A group takes about 40 messages a second from everybody together. Lower the option 'Requests per Second'.",
	},
	{
		codes: [10025],
		kind: 'permanent',
		message: 'You already have a group with this ID',
		advice: 'Use the existing group; the owner is the same, so nothing needs to be created.',
	},
	{
		codes: [10026],
		kind: 'permanent',
		message: 'This group command is switched off for the application',
		advice: 'Ask Tencent Cloud support to enable it for your application number.',
	},
	{
		codes: [10030],
		kind: 'permanent',
		message: 'The group message to take back was not found',
		advice: 'Check the message number and the group; the message may be past its storage time.',
	},
	{
		codes: [10031],
		kind: 'permanent',
		message: 'The group message is too old to be taken back',
		advice:
			'Send a correction instead. Only messages that are still in the stored history can be taken back.',
	},
	{
		codes: [10032],
		kind: 'permanent',
		message: 'This group message cannot be taken back',
		advice: 'System notices and messages that were never stored stay as they are.',
	},
	{
		codes: [10033],
		kind: 'permanent',
		message: 'Messages cannot be taken back in this type of group',
		advice: 'Send a correction to the group instead.',
	},
	{
		codes: [10036],
		kind: 'permanent',
		message: 'The application has reached its number of live groups',
		advice: 'Dissolve live groups that are over, or raise the number with a larger plan.',
	},
	{
		codes: [10037],
		kind: 'permanent',
		message: 'A user owns or has joined too many groups',
		advice: 'Let the user leave some groups, name another owner, or extend the plan.',
	},
	{
		codes: [10038],
		kind: 'permanent',
		message: 'The member limit asked for is higher than the plan allows',
		advice: 'Lower the member limit of the group or upgrade the plan of the application.',
	},
	{
		codes: [10041],
		kind: 'permanent',
		message: 'Taking back group messages is switched off for the application',
		advice: 'Switch it on in the Chat console, page Feature Configuration.',
	},
	{
		codes: [10044],
		kind: 'permanent',
		message: 'Groups of this type keep no history that could be read',
		advice: 'Live groups (AVChatRoom) have none. Leave this group out.',
	},
	{
		codes: [10053],
		kind: 'permanent',
		message: 'The message mentions more than 30 members',
		advice: 'Mention fewer, or everybody with @all.',
	},
	{
		codes: [10058],
		kind: 'permanent',
		message: 'The free plan has no room for another group',
		advice: 'It ends at 100 groups. Dissolve groups that are no longer used or upgrade the plan.',
	},
];
