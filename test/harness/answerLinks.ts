import type { Conversation } from '../../simulator';

const address = /https?:\/\/[^\s"\\]+\/webhook-waiting\/[^\s"\\]+/g;

/** The links to pages of waiting executions that messages hold, in the order of the messages. */
export function answerLinks(conversations: Conversation[]): string[] {
	const messages = conversations
		.flatMap(({ entries }) => entries)
		.filter(({ kind }) => kind === 'message');
	return messages
		.sort((one, other) => one.time - other.time || one.seq - other.seq)
		.flatMap(({ elements }) => JSON.stringify(elements).match(address) ?? []);
}
