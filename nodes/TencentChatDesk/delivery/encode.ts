import type { IDataObject } from 'n8n-workflow';
import type { ApiOperation, Body, RetryPolicy } from '../contract';
import { InvalidParameter } from '../parameters/invalidParameter';
import type { Call, Encoded } from './call';
import { dedupeNumbersFromKey, newDedupeNumbers, type DedupeNumbers } from './dedupeNumbers';
import { mergePatch } from './mergePatch';
import { withSender } from './sender';

/** What an operation says of the bytes of its calls. */
export type Encoding = Pick<ApiOperation, 'dedupeFields' | 'maxBodyBytes' | 'bodyLabels'>;

function withNumbers(payload: Body, { dedupeFields }: Encoding, numbers: DedupeNumbers): Body {
	if (!dedupeFields) return payload;
	const own: Body = { [dedupeFields.random]: numbers.random };
	if (dedupeFields.sequence !== undefined) own[dedupeFields.sequence] = numbers.sequence;
	return { ...own, ...payload };
}

/** A body that lost its numbers to "Extra Body Fields" can no longer be told from its copy. */
function effectivePolicy({ dedupeFields }: Encoding, retry: RetryPolicy, body: Body): RetryPolicy {
	if (retry.policy !== 'dedupe' || !dedupeFields) return retry;
	const carried = [dedupeFields.random, dedupeFields.sequence].every(
		(name) => name === undefined || Number.isInteger(body[name]),
	);
	return carried ? retry : { policy: 'unsafe' };
}

/** Names the biggest part of a body that has several. */
function tooLong(
	body: Body,
	size: number,
	max: number,
	labels: Encoding['bodyLabels'] = {},
): InvalidParameter {
	const limit = `${max} (${max / 1024} KB) that Tencent takes`;
	const parts = Object.entries(labels)
		.map(([field, label]) => ({
			label,
			size: Buffer.byteLength(JSON.stringify(body[field] ?? '')),
		}))
		.sort((one, other) => other.size - one.size);
	const [biggest] = parts;
	return biggest
		? new InvalidParameter(
				`${biggest.label} is too long: with it the request has ${size} bytes of the ${limit}`,
				`Shorten it: ${biggest.size} bytes of the request are its own. Characters outside plain English take 2 to 4 bytes each.`,
			)
		: new InvalidParameter(
				`The message is too long: ${size} bytes of the ${limit}`,
				'Shorten the text, or split it into several messages. Characters outside plain English take 2 to 4 bytes each.',
			);
}

/**
 * Puts the dedupe numbers into a payload, lays the extra fields over it and measures it.
 *
 * @param retry the policy of the item
 * @throws InvalidParameter when it is larger than the API takes.
 */
export function encode(
	encoding: Encoding,
	payload: Body,
	numbers: DedupeNumbers,
	extraBody: IDataObject | undefined,
	retry: RetryPolicy,
): Encoded {
	const body = mergePatch(withNumbers(payload, encoding, numbers), extraBody);
	const text = JSON.stringify(body);
	const size = Buffer.byteLength(text);
	const { maxBodyBytes } = encoding;
	if (maxBodyBytes !== undefined && size > maxBodyBytes) {
		throw tooLong(body, size, maxBodyBytes, encoding.bodyLabels);
	}
	return { body, text, size, numbers, retry: effectivePolicy(encoding, retry, body) };
}

/** A next page is made from a body that has the extra fields already. */
function nextBody(call: Call): { payload: Body; extraBody: IDataObject | undefined } {
	const { payload, settings } = call;
	if (call.shape === 'list' && call.listing.nextPage) {
		return { payload: call.listing.nextPage, extraBody: undefined };
	}
	const { extraBody } = settings;
	return {
		payload: call.shape === 'chain' ? (call.chain.bodies[call.chain.done] ?? payload) : payload,
		extraBody,
	};
}

/** The keys of a call's items; undefined where they are not sent once for all times. */
function onceKeysOf({ items }: Call): string | undefined {
	const keys = items.flatMap(({ onceKey }) => onceKey ?? []);
	return keys.length === 0 ? undefined : JSON.stringify(keys);
}

function numbersFor(call: Call): DedupeNumbers {
	const { payload, settings, orderingKey } = call;
	const { deduplicationKey, extraBody } = settings;
	const onceKeys = onceKeysOf(call);
	// A corrected text is the same message: the numbers must not hang on it.
	if (onceKeys !== undefined) return dedupeNumbersFromKey(onceKeys, orderingKey, '');
	if (deduplicationKey === undefined) return newDedupeNumbers();
	const content = JSON.stringify(mergePatch(payload, extraBody));
	return dedupeNumbersFromKey(deduplicationKey, orderingKey, content);
}

/**
 * The bytes of a call, made at its first attempt and kept for every retry.
 *
 * @throws InvalidParameter when they are more than the API takes.
 */
export function encodeCall(call: Call): Encoded {
	if (call.encoded) return call.encoded;
	call.dedupeNumbers ??= numbersFor(call);
	const { payload, extraBody } = nextBody(call);
	call.encoded = encode(call.operation, payload, call.dedupeNumbers, extraBody, call.retry);
	return call.encoded;
}

/** The body of a call as the server understands it: with its sender, whoever it is. */
export function understoodBody(call: Call, identifier: string): Body {
	return withSender(call.operation, encodeCall(call).body, identifier);
}
