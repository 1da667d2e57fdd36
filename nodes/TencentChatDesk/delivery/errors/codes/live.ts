import type { FailureEntry } from './entry';

/**
 * Live rooms: messages, members, seats, metadata, gifts.
 *
 * Documented on the Live page "Send Normal Message" and the other pages of `v4/live_engine_http_srv`
 * (product 647 and 1071). Codes from 100005 on that no page explains are named by Tencent's own live
 * manager.
 */
export const liveFailures: readonly FailureEntry[] = [
	{
		codes: [100001],
		kind: 'transient',
		message: 'The live service reported an internal error',
		advice:
			'Look into the room before you send again: the message or change may have gone through.',
	},
	{
		codes: [100002],
		kind: 'permanent',
		message: 'The live service did not accept a value of the request',
		advice: 'Check the room, the user IDs and the other fields of this item.',
		inTencentsWords: true,
	},
	{
		codes: [100003],
		kind: 'permanent',
		message: 'Another owner already uses this room ID',
		advice: 'Choose another room ID.',
	},
	{
		codes: [100004],
		kind: 'permanent',
		message: 'The room does not exist or has been closed',
		advice:
			"Check the ID in 'Room'. A live room ends with its stream, so create it again if needed.",
	},
	{
		codes: [100005],
		kind: 'permanent',
		message: 'The user is not in the room',
		advice: "Check the user's ID, or wait until the user has entered the room.",
	},
	{
		codes: [100006],
		kind: 'permanent',
		message: 'This is not a live room, or this account has no permission in it',
		advice:
			"Check that 'Room' is the ID of a live room and not of an ordinary group, and that the acting account is its owner or an administrator.",
	},
	{
		codes: [100007],
		kind: 'permanent',
		message: 'The application has no paid plan for live rooms',
		advice: 'Buy or activate a live plan for the application in the Chat console.',
	},
	{
		codes: [100008],
		kind: 'permanent',
		message: 'The room is full',
		advice: 'Raise the number of people the room admits, or try again when somebody has left.',
	},
	{
		codes: [100009],
		kind: 'permanent',
		message: 'The room has too many tags',
		advice: 'Keep to three categories for a room.',
	},
	{
		codes: [100010],
		kind: 'permanent',
		message: 'You already have a room with this ID',
		advice: 'Use the existing room; nothing needs to be created.',
	},
	{
		codes: [100011],
		kind: 'permanent',
		message: 'A chat group already uses this ID',
		advice: 'Rooms and groups share their IDs: choose another room ID.',
	},
	{
		codes: [100012],
		kind: 'frequency',
		message: 'The same room or gift was changed more than once in a second',
		advice: "Set 'Requests per Second' under 'Delivery' to 1 for this operation.",
	},
	{
		codes: [100013],
		kind: 'permanent',
		message: 'A limit of the live plan is reached',
		advice: 'Close rooms that are over or upgrade the live plan in the Chat console.',
	},
	{
		codes: [100015],
		kind: 'permanent',
		message: 'This type of room does not offer the function',
		advice:
			"Check in 'Room' that you chose the intended room and that it was created as a live room.",
	},
	{
		codes: [100016],
		kind: 'permanent',
		message: 'The user is banned from the room',
		advice: 'Lift the ban first if this user should take part again.',
	},
	{
		codes: [100017],
		kind: 'permanent',
		message: 'The user is muted by the room',
		advice: 'Unmute this member, or the whole room if its messages are switched off.',
	},
	{
		codes: [100018],
		kind: 'permanent',
		message: 'The room asks for a password',
		advice: 'Give the password of the room, or remove it in the settings of the room.',
	},
	{
		codes: [100019],
		kind: 'permanent',
		message: 'The password of the room is wrong',
		advice: 'Ask the owner of the room for the current password.',
	},
	{
		codes: [100020],
		kind: 'permanent',
		message: 'The room has too many administrators',
		advice: 'Take the role from one of them before you appoint another.',
	},
	{
		codes: [100026],
		kind: 'permanent',
		message: 'The name or description of the room has words that are not allowed',
		advice: 'Choose other words for the name, notice or description of the room.',
	},
	{
		codes: [100102],
		kind: 'permanent',
		message: 'Another request to the same user is still open in the room',
		advice: 'Wait until the invitation or request that is under way has been answered.',
	},
	{
		codes: [100200],
		kind: 'permanent',
		message: 'The seat is locked',
		advice: 'Unlock the seat or choose another one.',
	},
	{
		codes: [100201],
		kind: 'permanent',
		message: 'Somebody already sits on the seat',
		advice: 'Choose a free seat, or ask the person on it to leave first.',
	},
	{
		codes: [100202],
		kind: 'permanent',
		message: 'The user is already waiting for a seat',
		advice: 'Answer the request that is already in the queue.',
	},
	{
		codes: [100203, 100210],
		kind: 'permanent',
		message: 'The user already has a seat',
		advice: 'Leave the user there, or move the user to another seat instead.',
	},
	{
		codes: [100204],
		kind: 'permanent',
		message: 'The user is not waiting for a seat',
		advice: 'The request may have been withdrawn or answered already; read the queue again.',
	},
	{
		codes: [100205],
		kind: 'permanent',
		message: 'All seats of the room are taken',
		advice: 'Free a seat, or create the room with more seats.',
	},
	{
		codes: [100206],
		kind: 'permanent',
		message: 'The user does not have a seat',
		advice: 'Nothing is left to do if the user was to leave the seat.',
	},
	{
		codes: [100211],
		kind: 'permanent',
		message: 'The room does not offer co-hosting',
		advice: 'Enable seats when the room is created.',
	},
	{
		codes: [100251],
		kind: 'permanent',
		message: 'The list of co-hosts is empty',
		advice: 'Name at least one room or user to co-host with.',
	},
	{
		codes: [100300],
		kind: 'permanent',
		message: 'The live webhook of this application is set up already',
		advice: 'Change the existing setting instead; there is one address for each application.',
	},
	{
		codes: [100422],
		kind: 'frequency',
		message: 'The mixed picture is being changed too often',
		advice: "Lower 'Requests per Second' under 'Delivery'; Tencent allows 20 to the whole app.",
	},
	{
		codes: [100424],
		kind: 'transient',
		message: 'The pictures of the room are not mixed yet',
		advice: 'Run the item again when somebody has been on a seat for some seconds.',
	},
	{
		codes: [100500],
		kind: 'permanent',
		message: 'Too many entries of room data',
		advice: 'A room keeps at most 10 entries of its own data; remove some first.',
	},
	{
		codes: [100501],
		kind: 'permanent',
		message: 'A value of the room data is larger than 2 KB',
		advice: 'Shorten the value, or keep it elsewhere and store only a link to it.',
	},
	{
		codes: [100502],
		kind: 'permanent',
		message: 'The room data together is larger than 16 KB',
		advice: 'Remove entries that are no longer needed before you add more.',
	},
	{
		codes: [100503],
		kind: 'permanent',
		message: 'The room has none of the entries to be deleted',
		advice: 'They may be deleted already; otherwise check the names of the entries.',
	},
	{
		codes: [100504],
		kind: 'permanent',
		message: 'The name of an entry of room data is longer than 50 bytes',
		advice: 'Use a shorter name; characters outside English take 2 to 4 bytes each.',
	},
	{
		codes: [100601],
		kind: 'permanent',
		message: "The 'Sender User ID' is muted, so the message was not sent",
		advice: "Unmute the account or the room, or choose another 'Sender User ID'.",
	},
	{
		codes: [100602],
		kind: 'frequency',
		message: 'Messages are being sent into live rooms too fast',
		advice:
			"Lower 'Requests per Second' under 'Delivery', or send fewer messages into the same room.",
	},
	{
		codes: [100603],
		kind: 'permanent',
		message: 'The message for the room is larger than 12 KB',
		advice: "Shorten 'Text' or the extension data, or split the message in two.",
	},
	{
		codes: [102001],
		kind: 'permanent',
		message: 'Gifts are not part of the plan of this application',
		advice: 'Add the gift feature to the live plan in the Chat console.',
	},
	{
		codes: [102002],
		kind: 'permanent',
		message: 'There is no gift with this ID',
		advice: "Correct 'Gift ID', or create the gift first with the resource 'Gift and Battle'.",
	},
	{
		codes: [102004],
		kind: 'permanent',
		message: 'The callback before a gift failed, so the gift was not sent',
		advice:
			'Look at the server that Tencent asks before a gift: it refused, or gave no answer in time. A trigger of this package that is to decide about gifts has to be running.',
		inTencentsWords: true,
	},
	{
		codes: [102008],
		kind: 'permanent',
		message: 'Gifts are switched off in this room',
		advice: 'Switch them on in the settings of the room, or choose another room.',
	},
];
