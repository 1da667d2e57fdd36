import type { FailureEntry } from './entry';

/**
 * One-to-one messages, message extensions and profiles.
 *
 * Documented on the pages of these APIs (sendmsg 34919 and its siblings, page "Sending a One-to-One
 * Message" of 2020) and in the Chat error code list (product 1047, page 34348).
 */
export const chatFailures: readonly FailureEntry[] = [
	{
		codes: [20001],
		kind: 'permanent',
		message: 'The message request is not built as Tencent expects it',
		advice:
			"Check the fields of 'Message Type' and any JSON of yours. A dry run shows the body without sending it.",
	},
	{
		codes: [20002],
		kind: 'signature',
		message: 'The message service no longer accepts the signature',
		advice:
			"A fresh signature is tried once. If this stays, test the credential: 'Secret Key' may have been replaced in the Chat console, or the clock of the n8n server is wrong.",
	},
	{
		codes: [20003],
		kind: 'permanent',
		message: 'The sender or the receiver does not exist',
		advice:
			"Check 'To User ID' and 'From User ID' against the Chat console, page Account Management, and import the one that is missing.",
	},
	{
		codes: [20004],
		kind: 'transient',
		message: 'The network inside Tencent failed while the message was being sent',
		advice: 'Look whether the message arrived, then run the item again.',
	},
	{
		codes: [20005],
		kind: 'transient',
		message: 'The message service of Tencent reported an internal error',
		advice:
			'Run the item again in a minute. If it was meant to arrive only once, look at the conversation first.',
	},
	{
		codes: [20006],
		kind: 'permanent',
		message: 'Your own server forbade this message',
		advice:
			'Tencent asked the webhook of the application before sending, and it said no. Ask the person who runs that server, or skip the check for this message by forbidding the webhook before sending.',
	},
	{
		codes: [20007],
		kind: 'permanent',
		message: 'The receiver has blocked the sender',
		advice: "Send from another account ('From User ID') or reach this person another way.",
	},
	{
		codes: [20009, 20010, 20011],
		kind: 'permanent',
		message: 'The sender and the receiver are not friends, and the application demands that',
		advice:
			'Make the two accounts friends, or switch off the friend check for one-to-one messages in the Chat console.',
	},
	{
		codes: [20012],
		kind: 'permanent',
		message: 'The sender is muted',
		advice: "Lift the mute of this account in the Chat console or choose another 'From User ID'.",
	},
	{
		codes: [20016],
		kind: 'permanent',
		message: 'The message is too old to be taken back',
		advice:
			"Send a correction. Members have 2 minutes unless the Chat console says otherwise; Tencent's pages disagree whether an administrator has that limit too.",
	},
	{
		codes: [20018],
		kind: 'transient',
		message: 'Tencent failed to delete the message from the history',
		advice: 'Run the item again; deleting a message twice does no harm.',
	},
	{
		codes: [20022],
		kind: 'permanent',
		message: 'The message to take back was not found',
		advice:
			'Use the message key that the send operation returned, with the same sender and receiver. Messages past their storage time are gone.',
	},
	{
		codes: [20023],
		kind: 'permanent',
		message: 'The message was already taken back',
		advice: 'Nothing is left to do; you can treat this item as done.',
	},
	{
		codes: [20028],
		kind: 'transient',
		message: 'Somebody else was changing the same message at that moment',
		advice: 'Run the item again; the change of the other is done by then.',
	},
	{
		codes: [20027],
		kind: 'permanent',
		message: 'Somebody else changed the same message at the same time',
		advice: 'Read the message as it is now, decide what it should say, and edit it again.',
	},
	{
		codes: [22006],
		kind: 'frequency',
		message: 'Requests come faster than the message service allows',
		advice: "Lower 'Requests per Second' under 'Delivery' and run the remaining items.",
	},
	{
		codes: [23001],
		kind: 'permanent',
		message: 'This piece of extra message data was changed by someone else meanwhile',
		advice: 'Read the current values of the message first and set the new value again.',
	},
	{
		codes: [23002],
		kind: 'permanent',
		message: 'This message cannot carry extra data',
		advice:
			'Support for message extensions must be on when the message is sent; it cannot be added later.',
	},
	{
		codes: [23003],
		kind: 'frequency',
		message: 'The extra data of one message was changed more than 200 times in a minute',
		advice: 'Collect the changes and write them together; up to 20 fit into one call.',
	},
	{
		codes: [23004],
		kind: 'permanent',
		message: 'The message to which the extra data belongs was not found',
		advice: 'Check the message key and the two accounts of the conversation.',
	},
	{
		codes: [40001],
		kind: 'permanent',
		message: 'A field of the profile request is wrong',
		advice: 'Check the names and values of the profile fields of this item.',
		inTencentsWords: true,
	},
	{
		codes: [40002],
		kind: 'permanent',
		message: 'The profile request names no account',
		advice: 'Give at least one account whose profile is to be read.',
	},
	{
		codes: [40003],
		kind: 'permanent',
		message: 'The account of the profile does not exist',
		advice: 'Import the account first, or correct its user ID.',
	},
	{
		codes: [40005],
		kind: 'permanent',
		message: 'The content check blocked a value of the profile',
		advice: 'Choose another nickname, signature or other text for the profile.',
	},
	{
		codes: [40006],
		kind: 'transient',
		message: 'The profile service of Tencent reported an internal error',
		advice: 'Run the item again in a minute; writing the same profile twice does no harm.',
	},
	{
		codes: [40007],
		kind: 'permanent',
		message: 'This profile field may not be read',
		advice: 'Allow reading it by the application in the Chat console, or leave the field out.',
	},
	{
		codes: [40008],
		kind: 'permanent',
		message: 'This profile field may not be written',
		advice: 'Allow writing it by the application in the Chat console, or leave the field out.',
	},
	{
		codes: [40009],
		kind: 'permanent',
		message: 'The application has no profile field of this name',
		advice:
			'Create the custom profile field in the Chat console and wait about 5 minutes, or correct its name.',
	},
	{
		codes: [40601],
		kind: 'permanent',
		message: 'A profile value is longer than 500 bytes',
		advice:
			'Shorten the nickname, picture address or other value. Characters outside plain English take 2 to 4 bytes each.',
	},
	{
		codes: [40605],
		kind: 'permanent',
		message: 'A standard profile field has a value that Tencent does not know',
		advice:
			'Gender and friend permission take fixed words only, for example Gender_Type_Female or AllowType_Type_AllowAny.',
	},
	{
		codes: [40610],
		kind: 'permanent',
		message: 'A standard profile field got text where a number belongs, or the other way round',
		advice:
			'Birthday, language, level and role are numbers; nickname, gender, signature and picture are text.',
	},
	{
		codes: [90001],
		kind: 'permanent',
		message: 'The message request is not valid JSON',
		advice:
			'Look at the JSON you typed by hand: every quote, comma and bracket must have its partner.',
	},
	{
		codes: [90002],
		kind: 'permanent',
		message: 'The content of the message is not in the form Tencent knows',
		advice:
			"Choose a 'Message Type' and fill in its fields. In your own JSON, give a list of parts, each with MsgType and MsgContent.",
	},
	{
		codes: [90003],
		kind: 'permanent',
		message: "'To User ID' is missing or is not text",
		advice:
			"Fill in 'To User ID'. If an expression fills it, check that it gives a value for this item, not an empty one.",
	},
	{
		codes: [90004],
		kind: 'permanent',
		message: 'The sequence number of the message is not a whole number',
		advice:
			'Leave this option empty so that the node chooses it, or give a whole number from 0 to 4294967295.',
	},
	{
		codes: [90005],
		kind: 'permanent',
		message: 'The random number of the message is missing or not a whole number',
		advice:
			'Leave this option empty so that the node fills it in, or give a whole number from 0 to 4294967295. Extra body fields must not remove it.',
	},
	{
		codes: [90006],
		kind: 'permanent',
		message: "'Message Timestamp' is missing or not a whole number",
		advice:
			'Give the time in whole seconds since 1970 (Unix time), without milliseconds and without quotes.',
	},
	{
		codes: [90007],
		kind: 'permanent',
		message: 'The content of the message is not a list',
		advice:
			'In your own JSON, put square brackets around the parts of the message, even around a single one.',
	},
	{
		codes: [90008],
		kind: 'permanent',
		message: "'From User ID' is missing, is not text or does not exist",
		advice:
			"Fill in the user ID of an imported account in 'From User ID', or leave it empty where it is optional: then the administrator is the sender.",
	},
	{
		codes: [90010],
		kind: 'permanent',
		message: 'A part of the message does not fit its message type',
		advice:
			"Check the fields below 'Message Type': required ones filled in, sizes and positions as numbers, addresses as text.",
		inTencentsWords: true,
	},
	{
		codes: [90011],
		kind: 'permanent',
		message: 'More than 500 accounts in one call',
		advice: 'Split the list into parts of at most 500 accounts.',
	},
	{
		codes: [90012],
		kind: 'permanent',
		message: "'To User ID' is not registered in this application",
		advice:
			"Check its spelling. If the account is new, import it first (User: Import) or add the option 'Import Missing Account'. With several receivers this means that none of them could be reached.",
	},
	{
		codes: [90026],
		kind: 'permanent',
		message: "'Message Life Time (Seconds)' is longer than 7 days",
		advice: 'Give at most 604800 seconds, or leave it empty for 7 days.',
	},
	{
		codes: [90028],
		kind: 'permanent',
		message: 'The receivers are not given as a list',
		advice: "For several receivers, give 'To User ID' as a list of user IDs.",
	},
	{
		codes: [90029],
		kind: 'permanent',
		message: 'The list of receivers is empty',
		advice:
			"Give at least one user ID in 'To User ID'. If an expression fills the list, check what it gives for this item.",
	},
	{
		codes: [90031],
		kind: 'permanent',
		message: "'Sync to Sender' has a value that Tencent does not know",
		advice:
			"Choose 'History and Devices' or 'Nowhere'. An expression gives 1 for the first, 2 for the second.",
	},
	{
		codes: [90043],
		kind: 'permanent',
		message: 'The settings for the offline notification are not in the form Tencent knows',
		advice:
			'Check the offline push fields: titles and descriptions as text, switches as 0 or 1. Remove them one by one to find the one at fault.',
	},
	{
		codes: [90044],
		kind: 'permanent',
		message: "'Message Life Time (Seconds)' is not a whole number",
		advice: 'Give whole seconds from 0 to 604800, without quotes or unit.',
	},
	{
		codes: [90048],
		kind: 'permanent',
		message: 'The account asked for does not exist',
		advice:
			"Import the account first, and check that the credential's 'SDKAppID' is the application in which it lives.",
	},
	{
		codes: [90054],
		kind: 'permanent',
		message: 'The message key is not valid',
		advice:
			'Take the key exactly as the send operation returned it; it has three numbers joined by underscores.',
	},
	{
		codes: [90055],
		kind: 'permanent',
		message: 'The message to several receivers is larger than 12 KB',
		advice: 'Shorten the message, including its custom data, or split it into several messages.',
	},
	{
		codes: [90057],
		kind: 'frequency',
		message: 'Messages to many receivers are being sent too fast',
		advice:
			"Lower 'Requests per Second' under 'Delivery'. All such calls together may reach 12,000 receivers a minute.",
	},
	{
		codes: [90057],
		services: ['timpush/batch'],
		kind: 'permanent',
		message: "'Data ID' is longer than 64 bytes",
		advice: 'Use a shorter one; characters outside English take 2 to 4 bytes each.',
	},
	{
		codes: [90992],
		kind: 'transient',
		message: 'Tencent had an internal problem, or your own server gave Tencent a bad answer',
		advice:
			'Run the item again. If every message ends so and the application has a webhook, check that this server answers with status 200 and correct JSON.',
	},
	{
		codes: [90994],
		kind: 'transient',
		message: 'The message service of Tencent was not available for a moment',
		advice:
			'Wait a minute, look whether the message arrived, and run the item again if it did not.',
	},
	{
		codes: [90995],
		kind: 'transient',
		message: 'Tencent had an internal problem, or the message is too long',
		advice:
			'Run the item again. If only long messages end so, keep them under 12 KB, custom data included.',
	},
	{
		codes: [91000],
		kind: 'transient',
		message: 'Tencent reported an internal error while handling the message',
		advice:
			'Run the item again in a minute. If it goes on for long, open a ticket with Tencent Cloud support and name code 91000.',
	},
	{
		codes: [93000],
		kind: 'permanent',
		message: 'The request is larger than the 12 KB that Tencent accepts',
		advice:
			'Shorten or split the message. Quotes and line breaks inside custom data take extra room. If a message well below 12 KB is refused, stay under 8 KB: older descriptions name that limit.',
	},
];
