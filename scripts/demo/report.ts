import type { Conversation } from '../../simulator';
import type { Missed } from '../../test/harness/demoExpectations';
import { messagesOf, roomConversation } from '../../test/harness/demoExpectations';

const indent = (lines: string[], width = 2): string[] =>
	lines.map((line) => ' '.repeat(width) + line);

function deskLines(conversations: Conversation[]): string[] {
	return conversations
		.filter(({ kind }) => kind === 'desk')
		.filter((conversation) => messagesOf(conversation).length > 0)
		.flatMap(({ participants: [account, customer], entries }) => [
			`${customer} (from ${account})`,
			...indent(entries.map(({ kind, text }) => (kind === 'system' ? `-- ${text}` : text))),
		]);
}

const missedLines = (missed: Missed[]): string[] =>
	missed.flatMap(({ customer, code, message, advice }) => [
		`${customer}: ${message} (code ${code})`,
		...indent([`What to do: ${advice}`]),
	]);

/** The two examples' outcome in words: what arrived, by the simulator's records, and what did not. */
export function report(conversations: Conversation[], missed: Missed[]): string {
	const room = roomConversation(conversations);
	const said = messagesOf(room).map(({ sender, text }) => `${sender}: ${text}`);
	return [
		'',
		'CRM outreach: who got what',
		...indent(deskLines(conversations)),
		'',
		'CRM outreach: who was not reached, and why',
		...indent(missedLines(missed)),
		'',
		`Live announcement: what the audience of "${room?.participants.join(', ')}" saw`,
		...indent(said),
		'',
	].join('\n');
}
