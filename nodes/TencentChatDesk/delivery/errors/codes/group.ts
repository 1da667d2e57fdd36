import type { FailureEntry } from './entry';

/**
 * Groups, their members and their messages.
 *
 * Documented on the pages of `v4/group_open_http_svc` and in the group part of the Chat error code
 * list (product 1047, page 34348).
 */
export const groupFailures: readonly FailureEntry[] = [
	{
		codes: [10001],
		services: ['group_open_avchatroom_http_svc'],
		kind: 'permanent',
		message: 'The live group service does not take this account as signed in',
		advice:
			'Test the credential, and check that its account is an administrator of the application.',
	},
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
			"Lower 'Requests per Second' under 'Delivery'. If it stays, the number of new groups for today is used up: go on tomorrow.",
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
		codes: [10009],
		kind: 'permanent',
		message: 'The owner of a group cannot leave it',
		advice: 'Give the group another owner first, or dissolve it.',
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
		message: 'The group ID is not valid, or the group was dissolved',
		advice:
			'Copy it again from the Chat console, with the leading @TGS# if it has one, and without spaces. If the group is not there, it is gone.',
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
		codes: [10020],
		kind: 'permanent',
		message: 'The message for the group is too long',
		advice: 'Keep it under 12 KB, custom data included, or split it.',
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
			"A group takes about 40 messages a second from everybody together. Lower 'Requests per Second' under 'Delivery'.",
	},
	{
		codes: [10024],
		kind: 'permanent',
		message: 'The invitation or the request to join was answered already',
		advice: 'Nothing is left to do; you can treat this item as done.',
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
			"Send a correction. The limit is 2 minutes unless the Chat console says otherwise; Tencent's pages disagree whether an administrator has it too.",
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
		codes: [10034],
		kind: 'permanent',
		message: 'Messages of this type cannot be deleted',
		advice: 'Leave this message out; what members see can still be replaced by editing it.',
	},
	{
		codes: [10035],
		kind: 'permanent',
		message: 'Messages cannot be deleted in live groups',
		advice: 'Live groups keep no history from which a message could be taken. Recall it instead.',
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
		codes: [10045],
		kind: 'permanent',
		message: 'The key of a group attribute is longer than 32 bytes',
		advice: 'Shorten the key; characters outside English take 2 to 4 bytes each.',
	},
	{
		codes: [10046],
		kind: 'permanent',
		message: 'The value of a group attribute is longer than 4,000 bytes',
		advice: 'Shorten the value, or split it over several keys.',
	},
	{
		codes: [10047],
		kind: 'permanent',
		message: 'The group would have more than 16 attributes',
		advice: 'Delete attributes that are no longer needed.',
	},
	{
		codes: [10048],
		kind: 'permanent',
		message: 'The attributes of the group would be larger than 16,000 bytes together',
		advice: 'Shorten their values, or delete some of them.',
	},
	{
		codes: [10049],
		kind: 'frequency',
		message: 'The attributes of a group are being changed too fast',
		advice:
			"About five changes a second are taken for each group. Lower 'Requests per Second' under 'Delivery', and change several attributes in one call.",
	},
	{
		codes: [10050],
		kind: 'permanent',
		message: 'The group has no attribute of this key',
		advice: 'If it was to be deleted, you can treat this item as done. Otherwise check the key.',
	},
	{
		codes: [10051],
		kind: 'permanent',
		message: 'More messages were to be deleted than one call may delete',
		advice: 'Delete them in several calls.',
	},
	{
		codes: [10052],
		kind: 'permanent',
		message: 'The group has no messages that could be deleted',
		advice: 'Nothing is left to do if they were to be deleted.',
	},
	{
		codes: [10053],
		kind: 'permanent',
		message: 'The message mentions more than 30 members',
		advice: 'Mention fewer, or everybody with @all.',
	},
	{
		codes: [10054],
		kind: 'permanent',
		message: 'The group has too many members to be read at once',
		advice: "Read them in pages: with Limit and Offset or Next, or by the operation 'Get Members'.",
	},
	{
		codes: [10056],
		kind: 'permanent',
		message: 'Somebody else changed the attributes of the group at the same time',
		advice: 'Read the attributes as they are now, and change them again.',
	},
	{
		codes: [10058],
		kind: 'permanent',
		message: 'The free plan has no room for another group',
		advice: 'It ends at 100 groups. Dissolve groups that are no longer used or upgrade the plan.',
	},
	{
		codes: [10059],
		kind: 'permanent',
		message: 'The plan of the application does not have this function of groups',
		advice:
			'Messages to chosen members, read receipts and counters, for example, take the highest plan. Leave the option out, or upgrade the plan.',
	},
	{
		codes: [10060],
		kind: 'permanent',
		message: 'The group is too large for read receipts',
		advice: 'Send the message without a read receipt.',
	},
	{
		codes: [10061],
		kind: 'permanent',
		message: 'A message for online members only has no read receipt',
		advice: 'Choose one of the two for each message.',
	},
	{
		codes: [10062],
		kind: 'permanent',
		message: 'The message has no read receipt',
		advice:
			'It had to be asked for when the message was sent, by NeedReadReceipt; it cannot be added later.',
	},
	{
		codes: [10063],
		kind: 'permanent',
		message: 'The group would have more than 20 counters',
		advice: 'Delete counters that are no longer needed.',
	},
	{
		codes: [10070],
		kind: 'permanent',
		message: 'The group has as many pinned messages as it may have',
		advice: 'Unpin a message first.',
	},
	{
		codes: [11000],
		kind: 'permanent',
		message: 'Communities or their topics are not switched on for the application',
		advice:
			'Switch them on in the Chat console, page Feature Configuration; they take a higher plan.',
	},
];
