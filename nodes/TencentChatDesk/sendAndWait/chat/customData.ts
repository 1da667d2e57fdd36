import type { IDataObject } from 'n8n-workflow';
import { InvalidParameter } from '../../parameters/invalidParameter';
import { isObject, parseReceived } from '../../parameters/json';

/** Where the ticket stands in the data of a message, beside what the user puts there. */
const ticketName = 'n8nQuestion';

/**
 * The `CloudCustomData` of a question, with what the user gave.
 *
 * @throws InvalidParameter where that is no JSON object, so that nothing can stand beside it
 */
export function withTicket(given: unknown, sealed: string): string {
	const ours = `${JSON.stringify(ticketName)}:${JSON.stringify(sealed)}}`;
	if (given === undefined) return `{${ours}`;
	const data = typeof given === 'string' ? parseReceived(given) : undefined;
	if (typeof given === 'string' && isObject(data)) {
		// What the user wrote stays as it is written: a large number would not survive parsing.
		const open = given.trimEnd().slice(0, -1);
		return Object.keys(data).length === 0 ? `{${ours}` : `${open},${ours}`;
	}
	throw new InvalidParameter(
		"'Cloud Custom Data' is not a JSON object, so the question cannot be put beside it",
		"Write names and values in { }, or set 'Answer' to 'On a Page'.",
	);
}

/** The ticket in the data of a message; undefined when there is none. */
export function ticketIn({ CloudCustomData: data }: IDataObject): string | undefined {
	const parsed = typeof data === 'string' ? parseReceived(data) : undefined;
	const sealed = isObject(parsed) ? parsed[ticketName] : undefined;
	return typeof sealed === 'string' ? sealed : undefined;
}
