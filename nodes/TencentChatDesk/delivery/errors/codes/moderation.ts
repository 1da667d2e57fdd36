import type { FailureEntry } from './entry';

const services = ['im_msg_audit', 'im_msg_audit_mgr'];

/**
 * Judging content, and the word lists of the content check.
 *
 * Documented on the pages of `v4/im_msg_audit` and `v4/im_msg_audit_mgr` (product 1047, pages 77827 to
 * 77832) and in the Chat error code list (page 34348).
 */
export const moderationFailures: readonly FailureEntry[] = [
	{
		codes: [2001],
		services,
		kind: 'transient',
		message: 'The moderation service of Tencent failed for a moment',
		advice: 'Look whether the words were changed, then run the item again.',
	},
	{
		codes: [2002],
		services,
		kind: 'permanent',
		message: 'The moderation service does not know this command',
		advice:
			"Check the command, and the 'Region' of the credential: only some regions have this service, Singapore among them.",
	},
	{
		codes: [2003],
		services,
		kind: 'permanent',
		message: 'A field of the moderation request is wrong',
		advice: 'Check the fields of this item; SdkAppId has to be a number, spelled in this way.',
		inTencentsWords: true,
	},
	{
		codes: [2004],
		services,
		kind: 'credential',
		message: 'Only an administrator may use the moderation service',
		advice: "Choose a credential whose 'Identifier' is an administrator of the application.",
	},
	{
		codes: [2015],
		services,
		kind: 'permanent',
		message: 'The moderation service is not switched on for the application',
		advice: 'Switch cloud moderation on in the Chat console; it is charged for.',
	},
	{
		codes: [2016],
		services,
		kind: 'permanent',
		message: 'More than 10 words in one call',
		advice: 'Split the words into parts of at most 10.',
	},
	{
		codes: [2100],
		services,
		kind: 'permanent',
		message: 'The words could not be deleted from the word list',
		advice: 'Read the word list and check that the words are in it.',
	},
	{
		codes: [93000],
		services,
		kind: 'permanent',
		message: 'The content to be judged is larger than 8 KB',
		advice: 'Judge long texts in parts, and give pictures, sounds and films as an address.',
	},
	{
		codes: [93001],
		services,
		kind: 'transient',
		message: 'The moderation service of Tencent reported an internal error',
		advice: 'Run the item again in a minute. Each judgement is charged for.',
	},
	{
		codes: [93005],
		services,
		kind: 'permanent',
		message: 'Several contents at once may be texts and pictures only',
		advice: 'Judge sounds and films one by one, with content_moderation.',
	},
	{
		codes: [93006],
		services,
		kind: 'transient',
		message: 'One of the contents was not judged within 5 seconds',
		advice: 'Run the item again with what was not judged.',
	},
	{
		codes: [93007],
		services,
		kind: 'permanent',
		message: 'Two of the contents have the same ContentId',
		advice: 'Give each content of a call a ContentId of its own.',
	},
	{
		codes: [93008],
		services,
		kind: 'permanent',
		message: 'More than 10 contents in one call',
		advice: 'Split the contents into parts of at most 10.',
	},
];
