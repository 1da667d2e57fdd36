import { customerOf } from '../test/harness/messages';

/** Conversations that the messages go to, in turn. */
export const recipients = 500;

/** One personal message, as an item of the workflow. */
export interface Row {
	userId: string;
	name: string;
	order: string;
}

/** What goes into the workflow: another recipient each time, another order for each message. */
export function rows(count: number, people = recipients): Row[] {
	return Array.from({ length: count }, (_, index) => ({
		userId: customerOf(index, people),
		name: `Customer ${index % people}`,
		order: String(100_000 + index),
	}));
}

/** The text that a message has to arrive with. */
export const textOf = ({ name, order }: Row): string =>
	`Hello ${name}, your order ${order} is on its way.`;
