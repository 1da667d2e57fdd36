import { accountExists } from '../../../state/world';
import type { Entry } from '../../../state/conversations';
import { storedBetween } from '../../directMessage';
import { refuse, type Call, type Refusal } from '../../endpoint';

/** Codes that the pages of the openim APIs share. */
export const openimCodes = { notAdmin: 90009, notJson: 90001, notAnObject: 90001 } as const;

/** The sides of a call by its two fields; 90008 and 90003 as the pages give them. */
export function readPair(
	call: Call,
	senderField: string,
	receiverField: string,
): [string, string] | Refusal {
	const { world } = call.state;
	const { [senderField]: sender, [receiverField]: receiver } = call.body;
	if (typeof sender !== 'string' || !accountExists(world, sender)) {
		return refuse(90008, `${senderField} is missing or does not exist`);
	}
	if (typeof receiver !== 'string' || !accountExists(world, receiver)) {
		return refuse(90003, `${receiverField} is missing or does not exist`);
	}
	return [sender, receiver];
}

/** The shape of a MsgKey: MsgSeq, MsgRandom and the time, joined by underscores. */
export const isMessageKey = (key: unknown): key is string =>
	typeof key === 'string' && /^\d+_\d+_\d+$/.test(key);

/** The message that a sender sent to a receiver under this MsgKey. */
export function findMessage(
	call: Call,
	sender: string,
	receiver: string,
	key: string,
): Entry | undefined {
	return storedBetween(call, sender, receiver).find(
		(entry) => entry.sender === sender && entry.key === key,
	);
}
