import type { Entry } from '../../../state/conversations';
import type { Group } from '../../../state/groups';
import type { Call } from '../../endpoint';

/** The messages of a group with these numbers, as the clients of its members show them. */
export function shownMessages(
	{ conversations, state }: Call,
	{ groupId }: Group,
	sequences: readonly number[],
): Entry[] {
	const address = {
		kind: 'group' as const,
		sdkAppId: state.app.sdkAppId,
		participants: [groupId],
	};
	return conversations.entriesOf(address).filter(({ seq }) => sequences.includes(seq));
}
