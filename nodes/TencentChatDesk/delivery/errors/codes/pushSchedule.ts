import type { FailureEntry } from './entry';

/** Pushes for a later time (product 1047, pages 78839 to 78843). */
export const pushScheduleFailures: readonly FailureEntry[] = [
	{
		codes: [90104],
		kind: 'permanent',
		message: 'A field of the scheduled push is wrong',
		advice:
			'Check its time (as in 2026-06-01 10:00:00, in UTC) and its type, and that Sdkappid, spelled in this way, is the number of the application.',
		inTencentsWords: true,
	},
	{
		codes: [90107],
		kind: 'permanent',
		message: 'The scheduled push is under way or done, and can no longer be changed',
		advice: 'Only a push that still waits can be changed or deleted. Revoke it instead.',
	},
];
