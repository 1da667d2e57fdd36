import type { IDataObject } from 'n8n-workflow';

/** One message of a run; no two of a run have the same text. */
export interface Message extends IDataObject {
	to: string;
	text: string;
	/** Its place in the run, from 0. */
	number: number;
}

export const customerOf = (number: number, customers: number): string =>
	`customer-${number % customers}`;

/** All of them, as the accounts of a simulator. */
export const customersOf = (customers: number): string[] =>
	Array.from({ length: customers }, (_, number) => customerOf(number, customers));

/** One message after the other, dealt out to the customers in turn. */
export function messagesOf(run: string, count: number, customers: number): Message[] {
	return Array.from({ length: count }, (_, number) => ({
		to: customerOf(number, customers),
		text: `${run} ${number}`,
		number,
	}));
}
