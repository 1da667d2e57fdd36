import type { FailureEntry } from './entry';

const services = ['open_msg_svc'];

/**
 * The files with the messages of an hour.
 *
 * Documented on the page of `v4/open_msg_svc/get_history` (product 1047, page 34885) and in the Chat
 * error code list (page 34348).
 */
export const archiveFailures: readonly FailureEntry[] = [
	{
		codes: [1001],
		services,
		kind: 'permanent',
		message: 'The archive does not know this command',
		advice: 'Check the command: open_msg_svc/get_history.',
	},
	{
		codes: [1002],
		services,
		kind: 'permanent',
		message: 'A field of the archive request is wrong, or the account is no administrator',
		advice:
			"Give ChatType (C2C or Group) and MsgTime (year, month, day and hour, as in 2026010121), and check the credential's 'Identifier'.",
	},
	{
		codes: [1003],
		services,
		kind: 'transient',
		message: 'The archive of Tencent reported an internal error',
		advice: 'Run the item again in a minute; asking for a file twice does no harm.',
	},
	{
		codes: [1004],
		services,
		kind: 'unavailable',
		message: 'There is no file for this hour yet, or there were no messages in it',
		advice:
			'Files appear about an hour after the hour is over, and later under load. Try again later; if it stays, the hour was empty.',
	},
	{
		codes: [1005],
		services,
		kind: 'permanent',
		message: 'The file of this hour has expired',
		advice: 'Files are kept for 7 days. Fetch them within that time.',
	},
];
