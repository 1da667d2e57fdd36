import type { IDataObject } from 'n8n-workflow';
import { InvalidParameter } from '../parameters/invalidParameter';
import type { Body, Deliverable, RetryPolicy } from '../contract';
import { mergePatch } from './mergePatch';
import type { DedupeNumbers } from './dedupeNumbers';

/** A request in its final form: the same bytes at every attempt. */
export interface Encoded {
	body: Body;
	text: string;
	/** Bytes of UTF-8. */
	size: number;
	/** What may be repeated, now that it is known which numbers the body carries. */
	retry: RetryPolicy;
}

function withNumbers(draft: Body, operation: Deliverable, numbers: DedupeNumbers): Body {
	const { dedupeFields: names } = operation;
	if (!names) return draft;
	const own: Body = { [names.random]: numbers.random };
	if (names.sequence !== undefined) own[names.sequence] = numbers.sequence;
	return { ...own, ...draft };
}

/** A body that lost its numbers to "Extra Body Fields" can no longer be told from its copy. */
function effectivePolicy(
	{ dedupeFields }: Deliverable,
	repeat: RetryPolicy,
	body: Body,
): RetryPolicy {
	if (repeat.policy !== 'dedupe' || !dedupeFields) return repeat;
	const carried = [dedupeFields.random, dedupeFields.sequence].every(
		(name) => name === undefined || Number.isInteger(body[name]),
	);
	return carried ? repeat : { policy: 'unsafe' };
}

/**
 * Puts the message numbers into a draft, lays the extra fields over it and measures it.
 *
 * @param repeat the rule of the item; the operation's own when left out
 * @throws BadInput when it is larger than the API takes.
 */
export function encode(
	operation: Deliverable,
	draft: Body,
	numbers: DedupeNumbers,
	extraBody: IDataObject | undefined,
	repeat = operation.retry,
): Encoded {
	const body = mergePatch(withNumbers(draft, operation, numbers), extraBody);
	const text = JSON.stringify(body);
	const size = Buffer.byteLength(text);
	const { maxBodyBytes } = operation;
	if (maxBodyBytes !== undefined && size > maxBodyBytes) {
		throw new InvalidParameter(
			`The message is too long: ${size} bytes of the ${maxBodyBytes} (12 KB) that Tencent takes`,
			'Shorten the text, or split it into several messages. Letters beyond plain English count two to four bytes each.',
		);
	}
	return { body, text, size, retry: effectivePolicy(operation, repeat, body) };
}
