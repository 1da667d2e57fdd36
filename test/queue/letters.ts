/** One message on its way through the workflow. */
export interface Letter {
	to: string;
	text: string;
}

/** How many people get the messages. */
export const CUSTOMERS = 500;

export const customerName = (number: number): string => `customer-${number % CUSTOMERS}`;

/** One message after the other, dealt out to the customers in turn. */
export function lettersOf(run: string, count: number): Letter[] {
	return Array.from({ length: count }, (_, number) => ({
		to: customerName(number),
		text: `${run} ${number}`,
	}));
}

/** Which run a message belongs to, and its number there; undefined for any other text. */
export function readLetter(text: string): { run: string; number: number } | undefined {
	const [, run, number] = /^(\S+) (\d+)$/.exec(text) ?? [];
	return run === undefined ? undefined : { run, number: Number(number) };
}
