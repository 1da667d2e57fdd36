import type { IDataObject } from 'n8n-workflow';
import { BadInput } from '../parameters/invalidParameter';
import type { Body, Deliverable, RepeatRule } from '../contract';
import { mergePatch } from './mergePatch';
import type { Numbers } from './dedupeNumbers';

/** A request in its final form: the same bytes at every attempt. */
export interface Composed {
	body: Body;
	text: string;
	/** Bytes of UTF-8. */
	size: number;
	/** What may be repeated, now that it is known which numbers the body carries. */
	repeat: RepeatRule;
}

function withNumbers(draft: Body, operation: Deliverable, numbers: Numbers): Body {
	const { numbers: names } = operation;
	if (!names) return draft;
	const own: Body = { [names.random]: numbers.random };
	if (names.sequence !== undefined) own[names.sequence] = numbers.sequence;
	return { ...own, ...draft };
}

/** A body that lost its numbers to "Extra Body Fields" can no longer be told from its copy. */
function effectiveRule({ numbers }: Deliverable, repeat: RepeatRule, body: Body): RepeatRule {
	if (repeat.rule !== 'deduplicated' || !numbers) return repeat;
	const carried = [numbers.random, numbers.sequence].every(
		(name) => name === undefined || Number.isInteger(body[name]),
	);
	return carried ? repeat : { rule: 'onlyIfNothingDone' };
}

/**
 * Puts the message numbers into a draft, lays the extra fields over it and measures it.
 *
 * @param repeat the rule of the item; the operation's own when left out
 * @throws BadInput when it is larger than the API takes.
 */
export function compose(
	operation: Deliverable,
	draft: Body,
	numbers: Numbers,
	extraBody: IDataObject | undefined,
	repeat = operation.repeat,
): Composed {
	const body = mergePatch(withNumbers(draft, operation, numbers), extraBody);
	const text = JSON.stringify(body);
	const size = Buffer.byteLength(text);
	const { largestBody } = operation;
	if (largestBody !== undefined && size > largestBody) {
		throw new BadInput(
			`The message is too long: ${size} bytes of the ${largestBody} (12 KB) that Tencent takes`,
			'Shorten the text, or split it into several messages. Letters beyond plain English count two to four bytes each.',
		);
	}
	return { body, text, size, repeat: effectiveRule(operation, repeat, body) };
}
