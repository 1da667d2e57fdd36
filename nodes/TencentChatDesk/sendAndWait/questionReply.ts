import type { IDataObject } from 'n8n-workflow';
import { InvalidParameter } from '../parameters/invalidParameter';

/** What the recipient is asked for; the values are those of n8n's own nodes where they have them. */
export type Reply =
	| { type: 'approval'; approve: string; decline: string | undefined }
	| { type: 'choice'; choices: readonly string[] }
	| { type: 'freeText' };

/** Letters of a free text; n8n itself would take megabytes. */
export const maxText = 10_000;

/** The answers that a question offers; none where any text is one. */
export function offeredTexts(reply: Reply): string[] {
	switch (reply.type) {
		case 'approval':
			return reply.decline === undefined ? [reply.approve] : [reply.approve, reply.decline];
		case 'choice':
			return [...reply.choices];
		default:
			return [];
	}
}

/** Words as they are compared: how they are typed on a phone makes no difference. */
export const compared = (text: string) => text.normalize('NFC').trim().toLowerCase();

/** @throws InvalidParameter where a reply could mean two of the answers that are offered */
export function distinctWords(reply: Reply): void {
	const words = offeredTexts(reply).map(compared);
	if (new Set(words).size === words.length && !words.includes('')) return;
	throw new InvalidParameter(
		`Two of the ${reply.type === 'approval' ? "'Approval Options'" : "'Choices'"} differ in capitals only, or one is empty`,
		'Give each answer words of its own: capitals make no difference in a reply.',
	);
}

/** A free text as it is put out; undefined for one that says nothing, or too much. */
export function freeText(given: string): IDataObject | undefined {
	const text = given.trim();
	return text === '' || text.length > maxText ? undefined : { text };
}

/** Which of the offered answers a reply means: by its words, or by its number from 1. */
function positionOf(offered: readonly string[], said: string): number {
	const words = compared(said);
	const position = offered.findIndex((text) => compared(text) === words);
	if (position >= 0) return position;
	return /^\d{1,2}$/.test(words) ? Number(words) - 1 : -1;
}

/**
 * The answer that a reply in the chat gives, as n8n's own nodes put it out; undefined when it is none.
 *
 * @param said what the recipient wrote or tapped
 */
export function answerInWords(reply: Reply, said: string): IDataObject | undefined {
	if (reply.type === 'freeText') return freeText(said);
	const position = positionOf(offeredTexts(reply), said);
	if (reply.type === 'choice') {
		const option = reply.choices[position];
		return option === undefined ? undefined : { option };
	}
	if (position === 0) return { approved: true };
	return position === 1 && reply.decline !== undefined ? { approved: false } : undefined;
}
