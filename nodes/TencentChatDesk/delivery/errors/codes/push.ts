import type { FailureEntry } from './entry';

/**
 * Push to all users, tags and attributes.
 *
 * Documented on the pages of `v4/all_member_push` and `v4/timpush` and in the Chat error code list
 * (product 1047, page 34348; product 269, page 117847). Negative codes belong to the console service
 * of Desk (`v4/openim_console_http_svc`): those of its question list, and those that its other commands
 * name (CN269-118512).
 */
export const pushFailures: readonly FailureEntry[] = [
	{
		codes: [90018],
		kind: 'permanent',
		message: 'Too many accounts in one tag or attribute call',
		advice: 'Split the list into parts of at most 100 accounts.',
	},
	{
		codes: [90020],
		kind: 'permanent',
		message: 'A tag of the push is longer than 50 bytes',
		advice: 'Shorten the tag; characters outside English take 2 to 4 bytes each.',
	},
	{
		codes: [90034],
		kind: 'permanent',
		message: 'A tag given to a user is longer than 50 bytes',
		advice: 'Use a shorter tag, for example a code instead of a whole phrase.',
	},
	{
		codes: [90022],
		kind: 'permanent',
		message: 'The same tag is in both tag conditions of the push',
		advice: 'Name each tag either under "any of" or under "all of", not under both.',
	},
	{
		codes: [90024],
		kind: 'frequency',
		message: 'Two pushes to all users came within one second',
		advice: 'Leave more than a second between pushes and keep them to what your plan allows a day.',
	},
	{
		codes: [90030],
		kind: 'permanent',
		message: 'The kind of import is missing or wrong, or an attribute is empty or over 50 bytes',
		advice:
			'When importing messages, choose old messages or live messages. When setting attributes, use 1 to 50 bytes each.',
	},
	{
		codes: [90032],
		kind: 'permanent',
		message: 'More than 10 tags in one condition or call',
		advice: 'Use at most 10 tags at a time; add further tags to a user in a second call.',
	},
	{
		codes: [90033],
		kind: 'permanent',
		message: 'An attribute is not known to the application',
		advice:
			'Set the names of the attributes for the application first, and use exactly those names.',
	},
	{
		codes: [90035],
		kind: 'permanent',
		message: 'The tag or the attribute belongs to the other type of account',
		advice:
			'A tag or an attribute is for User IDs or for RegistrationIDs, and never for both: take another one for this account.',
	},
	{
		codes: [90039],
		kind: 'permanent',
		message: 'The push is limited by tags and by attributes at once',
		advice: 'Choose one of the two for each push.',
	},
	{
		codes: [90040],
		kind: 'permanent',
		message: 'A tag in the condition of the push is empty',
		advice: 'Remove the empty tag, or check the expression that should have filled it.',
	},
	{
		codes: [90045],
		kind: 'permanent',
		message: 'The Push service is not switched on for the application',
		advice:
			"Switch on the Push service in the Chat console: it is what pushes to all, by tags and to users need. For 'All-Member Push' the console has a switch on the page Feature Configuration, with the highest plan.",
	},
	{
		codes: [90047],
		kind: 'permanent',
		message: 'The pushes for today are used up',
		advice:
			'There are 10 a day on free and trial plans and 100 on the others, unless you bought more. Go on tomorrow, or join several pushes into one.',
	},
	{
		codes: [90049],
		kind: 'permanent',
		message: 'There is no push with this task ID that can be revoked',
		advice:
			"Use the TaskId that Send to Users, Notify All, or Send to All with the Push service gave. What went out as 'All-Member Push' cannot be taken back.",
	},
	{
		codes: [90050],
		kind: 'permanent',
		message: 'The push was already revoked',
		advice: 'Nothing is left to do; you can treat this item as done.',
	},
	{
		codes: [90051],
		kind: 'frequency',
		message: 'Pushes are being revoked too fast',
		advice:
			"Tencent takes one such call a second: set 'Requests per Second' under 'Delivery' to 1.",
	},
	{
		codes: [-1],
		kind: 'transient',
		message: 'The console service of Desk reported an internal error',
		advice:
			'The request may have been carried out all the same: look into the Desk console, then run the item again.',
	},
	{
		codes: [-50040],
		kind: 'permanent',
		message: 'Desk is not activated for this application',
		advice:
			"Activate Desk for it in the Chat console, or use a credential with the 'SDKAppID' of your Desk application.",
	},
	{
		codes: [-50059],
		kind: 'permanent',
		message: 'The plan of Desk has expired',
		advice: 'Renew the plan of Desk in the Chat console, then run the item again.',
	},
	{
		codes: [90052],
		kind: 'permanent',
		message: 'The push is older than 24 hours and can no longer be revoked',
		advice: 'Nothing can be done about it any more: send another push that puts it right.',
	},
	{
		codes: [90053],
		kind: 'permanent',
		message: 'The push was not stored, so it takes a notification to revoke it',
		advice:
			"Add a title or a text to 'Offline Push': phones show it in place of the notification that is taken back.",
	},
	{
		codes: [90056],
		kind: 'permanent',
		message: 'The whole push request is larger than 10 KB',
		advice:
			"Shorten the message or the texts of 'Offline Push'. Characters outside plain English take 2 to 4 bytes each.",
	},
	{
		codes: [-7],
		kind: 'permanent',
		message: 'The question for the robot could not be read',
		advice: 'Check the question, the answer and the list of similar questions.',
	},
	{
		codes: [-14],
		kind: 'frequency',
		message: 'Questions for the robot are being added too fast',
		advice: "Set 'Requests per Second' under 'Delivery' to 5 or less.",
	},
	{
		codes: [-20],
		kind: 'permanent',
		message: 'Only an administrator may add questions for the robot',
		advice: "Use a credential whose 'Identifier' is an administrator of the application.",
	},
];
