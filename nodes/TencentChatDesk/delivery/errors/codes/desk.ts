import type { FailureEntry } from './entry';

/** Where Contact User and Transfer to Agent name agents. */
const agentFields = ['MemberId', 'AgentIdList'];

/**
 * Chat Desk: sessions, agents, agent groups.
 *
 * Documented on the Desk pages "Send Messages" and "Contact User" (2025-04-07) and on the pages of
 * the sibling APIs of `v4/desk_http_svc` (product 1229 and 679). Negative codes belong to its
 * knowledge base (`v4/openim_console_http_svc`).
 */
export const deskFailures: readonly FailureEntry[] = [
	{
		codes: [141000],
		kind: 'permanent',
		message: 'Desk is not activated for this application',
		advice:
			"Activate Desk for it in the Chat console, or use a credential with the 'SDKAppID' of your Desk application.",
	},
	{
		codes: [141001],
		kind: 'unavailable',
		message: 'No agent is online to take the conversation',
		advice:
			'Let the workflow wait and try again later, or do it in working hours. In the Desk workbench an agent must be set to available.',
	},
	{
		codes: [141002],
		kind: 'transient',
		message: 'Desk reported an internal error',
		advice:
			'The request may have been carried out all the same: look at the session in Desk, then run the item again.',
	},
	{
		codes: [141003],
		kind: 'permanent',
		message: 'This session cannot be handed over to an agent',
		advice:
			"Check in the Desk settings that the 'Service Account' of the session offers human agents, and that the session is still open.",
	},
	{
		codes: [141004],
		kind: 'permanent',
		message: 'Desk did not accept a value of the request',
		advice:
			"Check fields such as 'Session ID', 'Service Account', 'User ID', 'Agent' and 'Agent Group' for empty or mixed-up values. The ID of a service account usually begins with @, and the account in 'User ID' has to be imported first.",
		inTencentsWords: true,
	},
	{
		codes: [141005],
		kind: 'permanent',
		message: 'The session does not exist or has already ended',
		advice:
			"Take a current 'Session ID' from Desk or from the trigger. For customers who use your app, you can also send by 'Service Account' and 'User ID'.",
	},
	{
		codes: [141007, 141008],
		kind: 'permanent',
		message: 'A quota of your Desk plan is used up',
		advice:
			'Look in the Desk console at the numbers your plan allows, for example of customer service accounts, and free some or upgrade.',
		inTencentsWords: true,
	},
	{
		codes: [141009],
		kind: 'frequency',
		message: 'Desk is being asked too often',
		advice:
			"Lower 'Requests per Second' under 'Delivery'; Tencent prints no limit for Desk, so go down step by step.",
	},
	{
		codes: [141010],
		about: agentFields,
		kind: 'permanent',
		message: 'There is no agent account with this name',
		advice: 'Enter the email address with which the agent is listed in the Desk console.',
	},
	{
		codes: [141011],
		about: agentFields,
		kind: 'unavailable',
		message: 'The chosen agent is offline',
		advice:
			"Leave 'Agent' empty so that Desk picks somebody who is online, or try again when the agent has signed in.",
	},
	{
		codes: [141012],
		about: agentFields,
		kind: 'unavailable',
		message: 'The chosen agent is already serving as many customers as allowed',
		advice:
			"Try again when a conversation has ended, leave 'Agent' empty, or raise the agent's limit in the Desk console.",
	},
	{
		codes: [141013],
		about: agentFields,
		kind: 'unavailable',
		message: 'The chosen agent is taking a break',
		advice: "Try again after the break, or leave 'Agent' empty so that Desk picks somebody else.",
	},
	{
		codes: [141014],
		kind: 'permanent',
		message: 'Contacting users first is switched off in Desk',
		advice:
			'Switch on the feature for contacting users in the Desk console, then run the item again.',
	},
	{
		codes: [141015],
		about: ['ClientUserID'],
		kind: 'permanent',
		message: "The account in 'User ID' does not exist",
		advice:
			"Enter in 'User ID' the ID under which this customer signs in to your app. If the account is new, import it first (User: Import) or add the option 'Import Missing Account'.",
	},
	{
		codes: [141016],
		kind: 'permanent',
		message: 'The user is already in a conversation that Desk does not interrupt',
		advice:
			'Usually an agent is talking with this user right now; find the session in Desk and reply there, or wait until it has ended.',
	},
	{
		codes: [141017],
		kind: 'unavailable',
		message: 'Desk could not assign any agent',
		advice:
			"Check that somebody in the 'Agent Group' is online and has room for another customer, then let the workflow try again later.",
	},
	{
		codes: [141018],
		kind: 'permanent',
		message: "The 'Agent Group' does not serve this 'Service Account'",
		advice:
			'Allow the group in the settings of the customer service account in the Desk console, or choose another group.',
	},
	{
		codes: [141019],
		kind: 'permanent',
		message: "The 'Agent Group' does not exist",
		advice: "Choose the group from the list in 'Agent Group', or correct its number.",
	},
	{
		codes: [-50003],
		kind: 'permanent',
		message: 'Desk does not know a question, a category or a robot of the request',
		advice: 'Read the list again and take the ID from there.',
	},
	{
		codes: [-50011],
		kind: 'permanent',
		message: 'A category that Desk brings along cannot be deleted',
		advice: 'Leave it as it is; it may be empty.',
	},
];
