import type { IAuthenticateRuleResponseSuccessBody } from 'n8n-workflow';

/** Codes of one meaning, what happened, and what to do about it. */
export interface Refusal {
	codes: readonly number[];
	/** One short sentence without a full stop. */
	message: string;
	/** One or more full sentences. */
	advice: string;
}

/**
 * Refusals that are about the credential itself, worded so that they can be read in the credential
 * dialog as well as in a failed execution.
 *
 * Documented in the Chat error code list (product 1047, page 34348), account and common parts.
 */
export const credentialRefusals: readonly Refusal[] = [
	{
		codes: [70009],
		message: "'Secret Key' does not belong to this 'SDKAppID'",
		advice:
			"Open your application in the Chat console, page Basic Configuration, copy its key again and paste it into 'Secret Key'. A private key in several lines (PEM) is an older kind and does not work here.",
	},
	{
		codes: [70003, 70005],
		message: 'Tencent cannot read the signature made from this credential',
		advice:
			"Check 'SDKAppID', 'Identifier' and 'Secret Key' for a missing character, a space or a line break copied along with the text.",
	},
	{
		codes: [70002],
		message: 'The signature arrived empty',
		advice: "Fill in 'SDKAppID', 'Identifier' and 'Secret Key' again and save the credential.",
	},
	{
		codes: [70346],
		message: 'The signature was refused in a way known from older applications',
		advice:
			"Check 'Secret Key' first. If the application dates from before July 2019, switch it to the current signature method (HMAC-SHA256) in the Chat console and use the new key. Tencent's present lists do not name this code.",
	},
	{
		codes: [70016],
		message: "No key for this 'SDKAppID' was found in this region",
		advice:
			"Choose the 'Region' that the Chat console shows for the application, then check that 'SDKAppID' and 'Secret Key' were copied from the same application.",
	},
	{
		codes: [70020],
		message: "This region does not know the 'SDKAppID'",
		advice:
			"Compare 'SDKAppID' with the number in the Chat console, and choose the 'Region' in which that application was created.",
	},
	{
		codes: [60006],
		message: "'SDKAppID' is not a valid application number",
		advice:
			"Copy the number from the application list of the Chat console into 'SDKAppID'. The account number (APPID) of Tencent Cloud is a different one.",
	},
	{
		codes: [60026],
		message: 'The application lives in another region than the one called',
		advice:
			"Set 'Region' (or 'Custom Host') to the data center that the Chat console shows for this 'SDKAppID'.",
	},
	{
		codes: [70014],
		message: "The signature was made for another 'SDKAppID' than the one called",
		advice:
			"Save the credential again so that 'SDKAppID' and 'Secret Key' belong together, and check that nothing between n8n and Tencent rewrites the request.",
	},
	{
		codes: [70013],
		message: "The signature was made for another account than 'Identifier'",
		advice:
			"Enter in 'Identifier' exactly the user ID of an administrator of the application; capital and small letters count.",
	},
	{
		codes: [60010, 90009, 40004, 30004, 50003, 70403],
		message: "The account in 'Identifier' is not an administrator of this application",
		advice:
			'Give that account the administrator role in the Chat console, page Account Management, or enter an account that has it; often that is administrator.',
	},
	{
		codes: [60004, 60005],
		message: "Tencent could not confirm the account in 'Identifier' or its signature",
		advice:
			"Try again in a minute, since Tencent also answers so when its account check fails for a moment. If it stays, check 'Identifier' and 'Secret Key'.",
	},
	{
		codes: [60025],
		message: 'One of the sign-in values of the request is wrong',
		advice:
			"Check 'SDKAppID' (digits only) and 'Identifier' (an existing administrator), then copy 'Secret Key' once more.",
	},
	{
		codes: [60012],
		message: 'The request reached Tencent without an application number',
		advice:
			"Fill in 'SDKAppID'. If it is filled in, the address in 'Custom Host' or a proxy drops part of the request.",
	},
	{
		codes: [70001],
		message: 'The signature counts as expired',
		advice:
			'Set the clock of the machine that runs n8n; a clock that is behind makes every new signature look old. If the clock is right, use a signature lifetime of a day or more in the credential.',
	},
	{
		codes: [70050],
		message: 'Tencent has locked sign-in for a minute after too many bad signatures',
		advice:
			"Pause the workflows that use this credential, correct 'SDKAppID', 'Identifier' and 'Secret Key', wait at least one minute and try again.",
	},
	{
		codes: [70051],
		message: "The account in 'Identifier' is on the blocklist",
		advice:
			"Enter another administrator in 'Identifier', or ask Tencent Cloud support why this account was blocked.",
	},
	{
		codes: [60016],
		message: 'The application is disabled',
		advice:
			"Enable the application in the Chat console, or enter the 'SDKAppID' of one that is running.",
	},
	{
		codes: [60017],
		message: 'Tencent has disabled this kind of request for the application',
		advice:
			'Look in the Chat console whether the application or the feature is switched off or restricted; if not, open a ticket with Tencent Cloud support.',
	},
	{
		codes: [60020],
		message: 'The plan of the application has expired or a bill is unpaid',
		advice:
			'Renew the plan or settle the bill in the Chat console. It takes about five minutes until requests pass again.',
	},
	{
		codes: [60021],
		message: 'Tencent does not accept requests from the address of this n8n server',
		advice:
			'Add the public IP address of the n8n server to the list of allowed addresses of the application, or ask the person who set that list up.',
	},
	{
		codes: [60027],
		message: 'This kind of Tencent application may not use this function',
		advice:
			"Check in the Chat console which product the application was created for, and enter the 'SDKAppID' of one that includes Chat.",
	},
	{
		codes: [60028],
		message: 'The trial application has used up its requests for 24 hours',
		advice: 'Wait until tomorrow, or upgrade the plan of the application in the Chat console.',
	},
	{
		codes: [60002],
		message: 'Tencent could not make sense of the address that was called',
		advice:
			"Check 'Custom Host': only the name of the host belongs there. Also look for line breaks or spaces in 'Identifier'.",
	},
	{
		codes: [60009],
		message: 'The called function does not exist at this address',
		advice:
			"Check 'Region' or 'Custom Host': not every data center offers every function, and another server may be answering.",
	},
];

/**
 * What the credential test says where the same code means something else in a workflow (there it
 * would be about the data or the speed of the workflow).
 */
const onlyInTest: readonly Refusal[] = [
	{
		codes: [70107],
		message: "The account in 'Identifier' does not exist in this application",
		advice:
			'Look up the administrators in the Chat console, page Account Management, and enter one of them; often that is administrator.',
	},
	{
		codes: [60015, 70402],
		message: "Tencent does not accept 'Identifier' as a user ID",
		advice:
			'Enter the user ID of an administrator: not empty, at most 32 bytes, no spaces around it.',
	},
	{
		codes: [60003],
		message: 'The request arrived damaged',
		advice: "Check 'Custom Host' and any proxy between n8n and Tencent.",
	},
	{
		codes: [60007, 60011, 60018, 60019],
		message: 'The application is being asked too often right now',
		advice:
			'The credential may be right. Wait a few seconds and test again; workflows that are running at the moment count too.',
	},
	{
		codes: [60008, 60013, 60014, 70169, 70202, 70500],
		message: 'Tencent had an internal problem or answered too late',
		advice: 'This says nothing about the credential. Test again in a minute.',
	},
];

/** Every refusal the credential test knows, in the order in which its rules stand. */
const testRefusals: readonly Refusal[] = [...credentialRefusals, ...onlyInTest];

/**
 * The codes with which a call of `account_check` on the administrator's own user ID can be refused,
 * in the order of the rules.
 */
export const credentialTestCodes: readonly number[] = testRefusals.flatMap(({ codes }) => codes);

function rule(
	key: string,
	value: number | string | undefined,
	message: string,
): IAuthenticateRuleResponseSuccessBody {
	return { type: 'responseSuccessBody', properties: { key, value, message } };
}

/**
 * The rules of the credential test. Tencent answers HTTP 200 for refusals too, so n8n must look
 * inside the response; it takes the first rule that matches. A response without an `ErrorCode` did not
 * come from Tencent, and the last rule catches every code that has no sentence of its own.
 */
export const testRules: IAuthenticateRuleResponseSuccessBody[] = [
	...testRefusals.flatMap(({ codes, message, advice }) =>
		codes.map((code) => rule('ErrorCode', code, `${message}. ${advice}`)),
	),
	rule(
		'ErrorCode',
		undefined,
		"The server answered, but not the way Tencent does. Check 'Region' or 'Custom Host', and whether a proxy or login page is between n8n and Tencent.",
	),
	rule(
		'ActionStatus',
		'FAIL',
		"Tencent refused this credential for a reason that has no text here. Compare 'SDKAppID', 'Identifier', 'Secret Key' and 'Region' with the Chat console.",
	),
];
