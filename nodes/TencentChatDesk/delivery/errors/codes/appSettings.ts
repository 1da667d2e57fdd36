import type { FailureEntry } from './entry';

/** This service numbers its refusals like the official accounts do, and means other things by it. */
const service = ['openconfigsvr'];

/**
 * Muting a user everywhere, and the figures of the application.
 *
 * Documented on the pages of `v4/openconfigsvr`: setnospeaking (product 1047, page 34923),
 * getnospeaking (34924), getappinfo (34886).
 */
export const appSettingsFailures: readonly FailureEntry[] = [
	{
		codes: [130001],
		services: service,
		kind: 'permanent',
		message: 'The configuration service could not read the request as JSON',
		advice: 'Check the JSON typed by hand for a quote, a comma or a bracket too few.',
	},
	{
		codes: [130002],
		services: service,
		kind: 'permanent',
		message: 'Get_Account is missing',
		advice: 'Name the account whose mute is to be read.',
	},
	{
		codes: [130003],
		services: service,
		kind: 'permanent',
		message: 'The account in Get_Account is not valid',
		advice: 'Correct the user ID of the account whose mute is to be read, or import it first.',
	},
	{
		codes: [130004],
		services: service,
		kind: 'permanent',
		message: 'Set_Account is missing',
		advice: 'Name the account that is to be muted.',
	},
	{
		codes: [130005],
		services: service,
		kind: 'permanent',
		message: 'The account in Set_Account is not valid',
		advice: 'Correct the user ID of the account that is to be muted, or import it first.',
	},
	{
		codes: [130008],
		services: service,
		kind: 'permanent',
		message: 'The mute says neither how long for direct messages nor how long for groups',
		advice: 'Give C2CmsgNospeakingTime, GroupmsgNospeakingTime or both, in seconds.',
	},
	{
		codes: [130009, 130010, 130011, 130012],
		services: service,
		kind: 'transient',
		message: 'The database with the figures of the application failed',
		advice: 'Run the item again in a minute; reading changes nothing.',
	},
	{
		codes: [130014],
		services: service,
		kind: 'transient',
		message: 'The configuration service of Tencent reported an internal error',
		advice: 'Run the item again in a minute; muting twice only restarts the period.',
	},
];
