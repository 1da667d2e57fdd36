import { createHash } from 'crypto';
import { InvalidParameter } from '../../parameters/invalidParameter';
import type { Deliverable, DedupeFields } from '../../contract';
import type { Encoded } from '../encode';
import type { DedupeNumbers } from '../dedupeNumbers';

interface Use {
	/** Of the body that carried the numbers. */
	content: string;
	/** Milliseconds of the monotonic clock at which the server has forgotten them. */
	until: number;
}

const maxUses = 50_000;
const uses = new Map<string, Use>();

const digest = (text: string) => createHash('sha256').update(text).digest('base64');

/**
 * The numbers by which a server tells copies, where the user gave one of them: what the node makes
 * itself comes never twice.
 */
function ownNumbers(
	{ random, sequence }: DedupeFields,
	{ body }: Encoded,
	made: DedupeNumbers,
): unknown[] | undefined {
	const carried = sequence === undefined ? [body[random]] : [body[random], body[sequence]];
	const isOwn = carried[0] !== made.random || (carried.length > 1 && carried[1] !== made.sequence);
	return isOwn ? carried : undefined;
}

function forgetOld(now: number): void {
	for (const [key, { until }] of uses) {
		if (until > now && uses.size < maxUses) return;
		uses.delete(key);
	}
}

/**
 * Notes a message that carries numbers of the user's own, before it is sent for the first time.
 *
 * @param place host, app and path
 * @param made the numbers that the node made for it
 * @returns takes the note back, for a message that certainly was not delivered
 * @throws BadInput when another message has carried them and the server still remembers it: it
 * would drop this one as a copy, and say that it was sent
 */
export function claimNumbers(
	{ dedupeFields }: Deliverable,
	place: string,
	composed: Encoded,
	made: DedupeNumbers,
): () => void {
	const own = dedupeFields?.contentBlind && ownNumbers(dedupeFields, composed, made);
	if (!dedupeFields?.contentBlind || !own) return () => undefined;
	const { contentBlind } = dedupeFields;
	const now = performance.now();
	forgetOld(now);
	const content = digest(composed.text);
	const keys = contentBlind.places(composed.body).map((name) => JSON.stringify([place, name, own]));
	const other = keys.find((key) => (uses.get(key)?.content ?? content) !== content);
	if (other !== undefined) {
		throw new InvalidParameter(
			`'Message Random' ${String(own[0])} was given to another message before`,
			'Tencent would take this message for a copy of that one and drop it. Remove the option, so that the node gives each message a number of its own, or give each message another number.',
		);
	}
	for (const key of keys) {
		uses.delete(key);
		uses.set(key, { content, until: now + contentBlind.windowSeconds * 1000 });
	}
	return () => keys.forEach((key) => uses.delete(key));
}
