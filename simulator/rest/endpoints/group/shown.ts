import type { ConversationAddress, Entry } from '../../../state/conversations';
import type { Group } from '../../../state/groups';
import type { Call } from '../../endpoint';

/** The conversation that the clients of a group's members show. */
export const addressOf = ({ state }: Call, { groupId }: Group): ConversationAddress => ({
	kind: 'group',
	sdkAppId: state.app.sdkAppId,
	participants: [groupId],
});

/** The messages of a group with these numbers, as the clients of its members show them. */
export function shownMessages(call: Call, group: Group, sequences: Iterable<number>): Entry[] {
	const wanted = new Set(sequences);
	return call.conversations.entriesOf(addressOf(call, group)).filter(({ seq }) => wanted.has(seq));
}
