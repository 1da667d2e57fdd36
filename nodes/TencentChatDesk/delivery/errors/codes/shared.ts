import type { FailureEntry } from './entry';

/**
 * Codes that every API may answer, as far as they are not about the credential (those stand with
 * the credential), and the codes of the account APIs.
 *
 * Documented in the Chat error code list (product 1047, page 34348).
 */
export const sharedFailures: readonly FailureEntry[] = [
	{
		codes: [60003],
		kind: 'permanent',
		message: 'Tencent could not read the request as JSON',
		advice:
			'Check the fields in which you typed JSON by hand for a missing quote, comma or bracket. A dry run of the operation shows the body that would be sent.',
	},
	{
		codes: [60007],
		kind: 'frequency',
		message: 'This function was called too often in one second',
		advice:
			"Lower 'Requests per Second' under 'Delivery'. Other programs that use the same 'SDKAppID' count against the same limit, which is 200 a second for most functions.",
	},
	{
		codes: [60011],
		kind: 'frequency',
		message: 'The application as a whole sends requests too often',
		advice:
			"Lower 'Requests per Second' under 'Delivery' in every workflow that uses this 'SDKAppID', or move large runs to a quieter hour.",
	},
	{
		codes: [60018, 60019],
		kind: 'frequency',
		message: 'Tencent is receiving too many requests at the moment',
		advice:
			"Wait a little and run the item again. If it comes back, lower 'Requests per Second' under 'Delivery'.",
	},
	{
		codes: [60008],
		kind: 'transient',
		message: 'Tencent did not finish the request in time',
		advice:
			'It may have been carried out all the same: look at the conversation before you send again. If every request ends so, check the address of a custom host or proxy.',
	},
	{
		codes: [60013],
		kind: 'transient',
		message: 'Tencent could not read the answer of its own service',
		advice: 'The request may have been carried out. Check its result, then run the item again.',
	},
	{
		codes: [60014],
		kind: 'transient',
		message: 'The account check at Tencent took too long',
		advice: 'Run the item again in a minute; nothing in the workflow needs changing.',
	},
	{
		codes: [60015],
		kind: 'permanent',
		message: 'A user ID was sent as a number instead of text',
		advice:
			'Put quotes around user IDs in the JSON you typed by hand or in extra body fields. The ordinary fields of the node do this themselves.',
	},
	{
		codes: [70107],
		kind: 'permanent',
		message: 'An account named in the request does not exist in this application',
		advice:
			"Compare the account fields, such as 'To User ID', 'From User ID' or 'User ID', letter by letter with the Chat console, page Account Management. If the account is missing there, import it first.",
	},
	{
		codes: [70169],
		kind: 'transient',
		message: "Tencent's account service took too long",
		advice:
			'Run the item again in a minute; looking up or importing an account twice does no harm.',
	},
	{
		codes: [70202],
		kind: 'transient',
		message: "Tencent's account service timed out on this request",
		advice: 'Run the item again in a minute; for lists of accounts, shorter lists may help.',
	},
	{
		codes: [70500],
		kind: 'transient',
		message: "Tencent's account service reported an internal error",
		advice:
			'Run the item again in a minute. If it lasts longer, look at the status page of Tencent Cloud.',
	},
	{
		codes: [70206],
		kind: 'permanent',
		message: 'The list of accounts is empty or too long',
		advice: 'Send between 1 and 100 accounts in one call and split longer lists.',
	},
	{
		codes: [70398],
		kind: 'permanent',
		message: 'The application has no room for another account',
		advice:
			'The free plan ends at 100 accounts. Delete accounts that are no longer needed or upgrade the plan in the Chat console.',
	},
	{
		codes: [70399],
		kind: 'permanent',
		message: 'This user ID was deleted less than three months ago and cannot be imported yet',
		advice: 'Use another user ID, or import it again once the three months are over.',
	},
	{
		codes: [70402],
		kind: 'permanent',
		message: 'A field of the account request is missing or not allowed',
		advice:
			'Check that no user ID is empty, that none is longer than 32 bytes and that every required field has a value.',
		inTencentsWords: true,
	},
	{
		codes: [71000],
		kind: 'permanent',
		message: 'The plan of this application does not allow deleting accounts',
		advice:
			'Trial applications may delete accounts. For the others, switch account deletion on in the Chat console first, if your plan offers it.',
	},
	{
		codes: [72000],
		kind: 'permanent',
		message: 'The free plan has reached its number of active users for today',
		advice: 'Wait until tomorrow or upgrade the plan of the application in the Chat console.',
	},
	{
		codes: [72002],
		kind: 'permanent',
		message: 'The free plan has reached its number of active users for this month',
		advice: 'Wait until next month or upgrade the plan of the application in the Chat console.',
	},
	{
		codes: [22007],
		kind: 'permanent',
		message: 'The free plan allows no further sender',
		advice:
			"Tencent counts the accounts that send. Send from fewer accounts (field 'From User ID') or upgrade the plan of the application.",
	},
	{
		codes: [72001, 72011, 72012],
		kind: 'permanent',
		message: 'A feature that this request needs is not switched on for the application',
		advice:
			'Switch it on in the Chat console, page Feature Configuration; some switches need a higher plan first. Or leave out the option that needs it.',
		inTencentsWords: true,
	},
	{
		codes: [80001],
		kind: 'permanent',
		message: 'The content check of Tencent blocked the message',
		advice:
			'Reword the text and take out what may count as sensitive. The word lists and the content check are set up in the Chat console.',
	},
	{
		codes: [80004],
		kind: 'permanent',
		message: 'The content check found something in the message that may not be sent',
		advice:
			'Change the text, picture or file of this item. If harmless messages are stopped, relax the content check in the Chat console.',
	},
	{
		codes: [80005],
		kind: 'transient',
		message: 'The content check of Tencent did not answer in time, or is not switched on',
		advice:
			"Tencent's pages differ about this code. Look whether it was done and run the item again; if it stays, check the content check in the Chat console.",
	},
	{
		codes: [80002],
		kind: 'permanent',
		message: 'The message is larger than 12 KB',
		advice:
			'Shorten it or send it in several parts. Characters outside plain English take 2 to 4 bytes each, and custom data counts too.',
	},
	{
		codes: [80003],
		kind: 'permanent',
		message: 'Your own server did not confirm the message in time, so it was not sent',
		advice:
			'Tencent asks your webhook before each message. Check that this server is running and answers within 2 seconds, or let messages pass on a timeout: Chat console, page Webhook Configuration.',
	},
	{
		codes: [7003],
		kind: 'permanent',
		message: 'A user ID is empty, too long or has characters that are not allowed',
		advice: 'Use 1 to 32 plain English letters, digits or punctuation marks.',
	},
	{
		codes: [8005],
		kind: 'permanent',
		message: 'Forwarded messages are nested too deeply',
		advice: 'A merged message may contain other merged messages up to 100 levels; forward fewer.',
	},
];
