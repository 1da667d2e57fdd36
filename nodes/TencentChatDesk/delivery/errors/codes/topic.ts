import type { FailureEntry } from './entry';

const services = ['million_group_open_http_svc'];

/**
 * Topics of communities.
 *
 * Documented on the pages of `v4/million_group_open_http_svc` (product 1047, pages 49468 to 49471). The
 * texts of codes from 110001 on differ between the editions of these pages.
 */
export const topicFailures: readonly FailureEntry[] = [
	{
		codes: [10037],
		services,
		kind: 'permanent',
		message: 'The topics of the plan are used up',
		advice: 'Delete topics that are no longer needed, or buy more.',
	},
	{
		codes: [110002],
		services,
		kind: 'permanent',
		message: 'The topic could not be deleted',
		advice:
			"Read the topics of the community before you try again: Tencent's pages do not say what has been done.",
	},
	{
		codes: [110003],
		services,
		kind: 'permanent',
		message: 'The topic does not exist or was deleted',
		advice: 'If it was to be deleted, you can treat this item as done. Otherwise check its ID.',
	},
];
