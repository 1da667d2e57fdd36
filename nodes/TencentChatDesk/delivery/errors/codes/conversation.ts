import type { FailureEntry } from './entry';

/**
 * Recent conversations, their groups and their marks.
 *
 * Documented on the pages of `v4/recentcontact` and in the Chat error code list (product 1047, page
 * 34348).
 */
export const conversationFailures: readonly FailureEntry[] = [
	{
		codes: [50001],
		kind: 'permanent',
		message: 'The account whose recent conversations were asked for does not exist',
		advice: 'Correct the user ID or import the account first.',
	},
	{
		codes: [50002],
		kind: 'permanent',
		message: 'A field of the recent conversations request is wrong',
		advice: 'Check the account and the position from which the list is read.',
		inTencentsWords: true,
	},
	{
		codes: [50004],
		kind: 'transient',
		message: 'The service for recent conversations reported an internal error',
		advice: 'Run the item again in a minute; the conversations themselves are not affected.',
	},
	{
		codes: [50005],
		kind: 'transient',
		message: 'The service for recent conversations did not answer in time',
		advice: 'Run the item again; ask for fewer conversations at a time if it keeps failing.',
	},
	{
		codes: [51006],
		kind: 'permanent',
		message: 'The call names no conversation, or more than 100',
		advice: 'Give between 1 and 100 conversations in one call.',
	},
	{
		codes: [51007],
		kind: 'transient',
		message: 'Tencent could not tell whether the account is in the group of the conversation',
		advice:
			'Run the item once more. If it stays, the group ID is wrong or the user has left the group: take the conversation out.',
	},
	{
		codes: [51008],
		kind: 'permanent',
		message: 'The account has conversation groups and marks on 1,000 conversations already',
		advice: 'Take some conversations out of their groups, or clear their marks.',
	},
	{
		codes: [51009],
		kind: 'permanent',
		message: 'There is no conversation group of this name',
		advice:
			'If it was to be deleted, nothing is left to do; you can treat this item as done. Otherwise check its name.',
	},
	{
		codes: [51010],
		kind: 'permanent',
		message: 'The account has 20 conversation groups, and there is no room for another',
		advice: 'Delete a conversation group that is no longer needed.',
	},
	{
		codes: [51011],
		kind: 'permanent',
		message: 'The name of the conversation group is longer than 32 bytes',
		advice: 'Shorten the name; characters outside English take 2 to 4 bytes each.',
	},
	{
		codes: [51012],
		kind: 'permanent',
		message: 'The account has 50 pinned conversations, and there is no room for another',
		advice: 'Unpin a conversation first.',
	},
	{
		codes: [51013],
		kind: 'permanent',
		message: 'The plan of the application has no conversation groups and marks',
		advice: 'They take a higher plan; a custom mark (OptType 2) is free.',
	},
];
