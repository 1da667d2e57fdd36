import { createHash } from 'crypto';
import { BoundedMap } from '../../../../credentials/boundedMap';
import { InvalidParameter } from '../../parameters/invalidParameter';
import type { ApiOperation, DedupeFields } from '../../contract';
import type { Encoded } from '../call';

interface Use {
	/** Of the body that carried the numbers. */
	content: string;
	/** Milliseconds of the monotonic clock at which the server has forgotten them. */
	until: number;
}

const uses = new BoundedMap<string, Use>({ max: 50_000 });

const digest = (text: string) => createHash('sha256').update(text).digest('base64');

/**
 * The numbers by which a server tells copies, where the user gave one of them: what the node makes
 * itself comes never twice.
 */
function ownNumbers(
	{ random, sequence }: DedupeFields,
	{ body, numbers: made }: Encoded,
): unknown[] | undefined {
	const carried = sequence === undefined ? [body[random]] : [body[random], body[sequence]];
	const isOwn = carried[0] !== made.random || (carried.length > 1 && carried[1] !== made.sequence);
	return isOwn ? carried : undefined;
}

/**
 * Claims the numbers of the user's own that a message carries, before it is sent for the first time.
 *
 * @param place host, app and path
 * @returns takes the claim back, for a message that certainly was not delivered
 * @throws InvalidParameter when another message has carried them and the server still remembers it:
 * it would drop this one as a copy, and say that it was sent
 */
export function claimNumbers(
	{ dedupeFields }: Pick<ApiOperation, 'dedupeFields'>,
	place: string,
	encoded: Encoded,
): () => void {
	const own = dedupeFields?.contentBlind && ownNumbers(dedupeFields, encoded);
	if (!dedupeFields?.contentBlind || !own) return () => undefined;
	const { places, windowSeconds } = dedupeFields.contentBlind;
	const now = performance.now();
	const content = digest(encoded.text);
	const keys = places(encoded.body).map((name) => JSON.stringify([place, name, own]));
	const isTaken = (key: string) => {
		const use = uses.get(key);
		return use !== undefined && use.until > now && use.content !== content;
	};
	if (keys.some(isTaken)) {
		throw new InvalidParameter(
			`'Message Random' ${String(own[0])} was given to another message before`,
			'Tencent would take this message for a copy of that one and drop it. Remove the option, so that the node gives each message a number of its own, or give each message another number.',
		);
	}
	for (const key of keys) uses.set(key, { content, until: now + windowSeconds * 1000 });
	return () => keys.forEach((key) => uses.delete(key));
}
