import type { Conversation } from '../../simulator';

/** What the two examples have to bring about. */
const reached = ['alice', 'bob', 'carol', 'erin'];
const notReached = ['dave'];
const room = 'town-hall';
const expectedLines = [
	'Good morning, everyone!',
	'We start in five minutes.',
	'Today: what is new, and your questions.',
	'Here we go.',
];

/** A customer that the workflow put aside, as its last node shows it. */
export interface Missed {
	customer: string;
	code: string;
	message: string;
	advice: string;
}

/** The messages of a conversation in display order, without the desk's own notices. */
export const messagesOf = (conversation: Conversation | undefined): Conversation['entries'] =>
	conversation?.entries.filter(({ kind }) => kind === 'message') ?? [];

/** A customer's conversation with the desk. */
export const deskConversation = (
	conversations: Conversation[],
	customer: string,
): Conversation | undefined =>
	conversations.find(
		({ kind, participants }) => kind === 'desk' && participants.includes(customer),
	);

/** The conversation of the room that the announcements go to. */
export const roomConversation = (conversations: Conversation[]): Conversation | undefined =>
	conversations.find(({ kind, participants }) => kind === 'live' && participants.includes(room));

function problemWith(customer: string, conversations: Conversation[]): string[] {
	const kinds = messagesOf(deskConversation(conversations, customer)).map(({ elements }) =>
		elements.map(({ MsgType }) => MsgType).join('+'),
	);
	const got = kinds.join(', ') || 'nothing';
	return got === 'TIMCustomElem, TIMTextElem'
		? []
		: [`${customer} should have got a card and then a text, but got: ${got}`];
}

/** What is wrong with the customers that the CRM example put aside; empty when all is well. */
export function problemsWithMissed(missed: Missed[]): string[] {
	const aside = missed.map(({ customer }) => customer).join(', ');
	const problems =
		aside === notReached.join(', ')
			? []
			: [`${notReached.join(', ')} should not have been reached, but it is: ${aside || 'nobody'}`];
	for (const { customer, code, message, advice } of missed) {
		if (!code || !message || !advice) problems.push(`${customer}'s failure is not explained`);
	}
	return problems;
}

/** What is wrong with what arrived after both examples have run; empty when all is well. */
export function problemsWithDeliveries(conversations: Conversation[]): string[] {
	const problems = reached.flatMap((customer) => problemWith(customer, conversations));
	for (const customer of notReached) {
		const count = messagesOf(deskConversation(conversations, customer)).length;
		if (count > 0) problems.push(`${customer} got ${count} messages, but should get none`);
	}
	const lines = messagesOf(roomConversation(conversations)).map(({ text }) => text);
	if (JSON.stringify(lines) !== JSON.stringify(expectedLines)) {
		problems.push(`The room "${room}" should show four lines in order, but shows: ${lines}`);
	}
	return problems;
}
