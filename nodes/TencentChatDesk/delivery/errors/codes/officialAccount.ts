import type { FailureEntry } from './entry';

const service = ['official_account_open_http_svc'];

/**
 * Official accounts and their subscribers.
 *
 * Documented on the pages of `v4/official_account_open_http_svc` and in the Chat error code list
 * (product 1047, page 34348), which names each code but not the commands that answer it.
 */
export const officialAccountFailures: readonly FailureEntry[] = [
	{
		codes: [6017],
		services: service,
		kind: 'permanent',
		message: 'A field of the official account request is wrong',
		advice: 'Check the names and the lengths of the fields of this item.',
		inTencentsWords: true,
	},
	{
		codes: [10004],
		services: service,
		kind: 'transient',
		message: 'The official account service reported an internal error, or a field is wrong',
		advice:
			"Tencent's pages differ about this code. Look whether it was done and run the item again; if it stays, check the fields.",
		inTencentsWords: true,
	},
	{
		codes: [130002],
		kind: 'permanent',
		message: 'This account may not do that to the official account',
		advice: 'Act as the owner of the official account, or as an administrator of the application.',
	},
	{
		codes: [130004],
		kind: 'permanent',
		message: 'The official account does not exist or was deleted',
		advice:
			'Check its ID, which begins with @TOA#_. If it was to be deleted, you can treat this item as done.',
	},
	{
		codes: [130005],
		kind: 'permanent',
		message: 'The user has subscribed to the official account already',
		advice: 'Nothing is left to do; you can treat this item as done.',
	},
	{
		codes: [130006],
		kind: 'permanent',
		message: 'The official account has as many subscribers as it may have',
		advice: 'Raise MaxSubscriberNum of the official account, or remove subscribers.',
	},
	{
		codes: [130007],
		kind: 'permanent',
		message: 'The ID of the official account is not valid',
		advice: 'Your own ID has to begin with @TOA#_.',
	},
	{
		codes: [130008],
		kind: 'permanent',
		message: 'Another official account uses this ID already',
		advice: 'Choose another ID, or leave it out so that Tencent makes one.',
	},
	{
		codes: [130009],
		kind: 'permanent',
		message: 'Messages of an official account cannot be deleted',
		advice: 'Recall the message instead.',
	},
	{
		codes: [130010],
		kind: 'permanent',
		message: 'There are too many official accounts, or one user has too many subscriptions',
		advice:
			'Delete official accounts or subscriptions that are no longer needed, or extend the plan.',
	},
	{
		codes: [131000],
		kind: 'permanent',
		message: 'Official accounts are not activated for the application',
		advice: 'Activate them in the Chat console.',
	},
	{
		codes: [131003],
		kind: 'permanent',
		message: 'The user has not subscribed to the official account',
		advice:
			'If the user was to be unsubscribed, you can treat this item as done. Otherwise add the user as a subscriber first.',
	},
	{
		codes: [131005],
		kind: 'permanent',
		message: "The user's app is too old for official accounts",
		advice: 'It has to be built with a newer Chat SDK.',
	},
];
