import type { IDataObject } from 'n8n-workflow';
import type { Outcome } from '../../contract';

/** The only reason that is documented: the group or room got more messages than it may. */
const tooFrequent = 'MsgFreqCtrl';

const advice = {
	group:
		"The group receives more messages than the 40 a second that it may, so nobody saw this one. Send it again later, or lower 'Requests per Second' under 'Delivery'.",
	'live room':
		"The room receives more messages than it may, so nobody saw this one. Send it again later, or lower 'Requests per Second' under 'Delivery'.",
} as const;

/**
 * What a `MsgDropReason` means. ErrorCode is 0 for a dropped message too; the field is empty
 * unless it was dropped. Documentation: Chat > "Sending Ordinary Messages in a Group".
 *
 * @returns undefined when the message was not dropped
 */
export function dropped(
	place: keyof typeof advice,
	reason: unknown,
	data: IDataObject,
): Outcome | undefined {
	if (typeof reason !== 'string' || reason === '') return undefined;
	return {
		done: false,
		kind: reason === tooFrequent ? 'frequency' : 'permanent',
		message: `The ${place} dropped the message (${reason})`,
		advice: advice[place],
		data,
	};
}
