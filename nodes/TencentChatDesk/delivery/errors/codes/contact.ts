import type { FailureEntry } from './entry';

/**
 * Friends, friend lists, the block list, and following.
 *
 * Documented on the pages of `v4/sns` and `v4/follow` and in the Chat error code list (product 1047,
 * page 34348).
 */
export const contactFailures: readonly FailureEntry[] = [
	{
		codes: [30001],
		kind: 'permanent',
		message: 'A field of the contact list request is wrong, or the contact is not as it should be',
		advice:
			"Check the accounts and values you gave. Tencent's words tell the cases apart: a friend who does not exist, or an account that is blocked already.",
		inTencentsWords: true,
	},
	{
		codes: [30002],
		kind: 'permanent',
		message: 'An account of the contact list request is not valid in this application',
		advice:
			"Check the user IDs of this item, and that the credential's 'SDKAppID' is the application in which they live.",
	},
	{
		codes: [30003],
		kind: 'permanent',
		message: 'An account of the contact list request does not exist',
		advice: 'Check its spelling in the Chat console, page Account Management.',
	},
	{
		codes: [30005],
		kind: 'permanent',
		message: 'A remark, a greeting or the name of a friend list has words that are not allowed',
		advice: 'Choose other words for it.',
	},
	{
		codes: [30005],
		services: ['follow'],
		kind: 'permanent',
		message: 'Following is not switched on for the application',
		advice: 'Switch it on in the Chat console. It takes a higher plan.',
	},
	{
		codes: [30006],
		kind: 'transient',
		message: 'The contact list service of Tencent reported an internal error',
		advice: 'Check in a minute whether the change was made, and run the item again if it was not.',
	},
	{
		codes: [30007],
		kind: 'transient',
		message: 'The contact list service of Tencent did not answer in time',
		advice:
			'The change may have been made all the same; read the contact data before you run the item again.',
	},
	{
		codes: [30008],
		kind: 'transient',
		message: 'Two requests tried to change the contact data of one account at the same moment',
		advice: 'Run the item again, and put changes to one account into a single call where you can.',
	},
	{
		codes: [30009],
		kind: 'permanent',
		message: 'This account may not ask others to be its friends',
		advice: 'Let another account ask, or find out who took this right from the account.',
	},
	{
		codes: [30010],
		kind: 'permanent',
		message: 'The account has as many friends as an account can have',
		advice: 'Remove friends who are no longer needed. An account has room for 3,000.',
	},
	{
		codes: [30011],
		kind: 'permanent',
		message: 'The account has as many friend lists as an account can have',
		advice: 'Delete a friend list that is no longer needed. An account has room for 32.',
	},
	{
		codes: [30012],
		kind: 'permanent',
		message: 'Too many friend requests of the account wait for an answer',
		advice: 'Have the open requests answered or deleted first. An account has room for 100.',
	},
	{
		codes: [30013],
		kind: 'permanent',
		message: 'The block list of the account is full',
		advice: 'Unblock accounts that are no longer in use. A block list has room for 1,000.',
	},
	{
		codes: [30014],
		kind: 'permanent',
		message: 'The other account has as many friends as an account can have',
		advice: 'It can be added when it has removed some of its friends.',
	},
	{
		codes: [30515],
		kind: 'permanent',
		message: 'The account to be added is on the block list of the account that adds it',
		advice: 'Unblock it first, if the two are to be friends.',
	},
	{
		codes: [30516],
		kind: 'permanent',
		message: 'The other account takes no friend requests',
		advice:
			'Its profile says so in Tag_Profile_IM_AllowType. ForceAddFlags 1 adds it without its approval; otherwise its user has to change the setting.',
	},
	{
		codes: [30525],
		kind: 'permanent',
		message: 'The other account has blocked the account that wants to add it',
		advice: 'Only the other user can lift the block.',
	},
	{
		codes: [30539],
		kind: 'permanent',
		message: 'The friend request was placed, and the other user has to agree to it',
		advice:
			'You can treat this item as done. Do not send the request again: the two become friends when the other user agrees.',
	},
	{
		codes: [30540],
		kind: 'permanent',
		message: 'The security check of Tencent stopped the friend request',
		advice: 'It counts how often an account asks. Wait, and then send friend requests more slowly.',
	},
	{
		codes: [30614],
		kind: 'permanent',
		message: 'There is no friend request of this kind that waits for an answer',
		advice: 'It may have been answered or deleted already; read the open requests again.',
	},
	{
		codes: [31704],
		kind: 'permanent',
		message: 'The account to be removed is no friend of this account',
		advice: 'If it was to be removed, nothing is left to do; you can treat this item as done.',
	},
	{
		codes: [31707],
		kind: 'permanent',
		message: 'The security check of Tencent stopped the removal of a friend',
		advice:
			'It counts how often an account removes others. Wait, and then remove friends more slowly.',
	},
	{
		codes: [31804],
		kind: 'permanent',
		message: 'An account named as a friend does not exist',
		advice: 'Check its spelling, or import the account first.',
	},
	{
		codes: [32216],
		kind: 'permanent',
		message: 'An account that was to be put into a friend list is no friend',
		advice:
			'Add it as a friend first. Only a sample of Tencent shows this code, and no list explains it.',
	},
];
