import { createHash } from 'crypto';
import type { Account } from '../../../credentials/account';
import type { ApiResponse, Body, Effect } from '../contract';
import type { Call, LookRun } from './call';
import { understoodBody } from './encode';
import type { Failure } from './errors/failure';
import { quotaFor } from './memory/quotas';
import { rateLimiterFor } from './memory/rateLimiters';
import { mergePatch } from './mergePatch';
import type { RunLimits } from './scheduling/runLimits';
import { noAttempts } from './scheduling/retry';

/** A call that was not found so often is not made again, however many retries are left. */
const maxLooksInVain = 3;

/** What only its content tells apart was surely said again after so many seconds. */
const maxAgeOfAlike = 3_600;

const now = () => performance.now();

/** Looks at the server, where an operation says how to find out what an earlier call has done. */
export class Lookups {
	/** How many calls of the run have something in common, where nothing tells them apart. */
	private readonly alike = new Map<string, number>();
	/** By the body that a call had at first: the addresses of uploaded files come into it later. */
	private readonly keys = new WeakMap<Call, string>();

	constructor(
		private readonly account: Account,
		private readonly limits: RunLimits,
	) {}

	/** A call is on its way: notes what it has in common with others. */
	expect(call: Call): void {
		const key = this.keyOf(call);
		if (key === undefined) return;
		this.keys.set(call, key);
		this.alike.set(key, (this.alike.get(key) ?? 0) + 1);
	}

	/**
	 * Sets out to look, where that can tell anything.
	 *
	 * @param failure what the call fails with otherwise
	 */
	begin(call: Call, failure: Failure): boolean {
		const key = this.keyOf(call);
		const time = timeOf(call);
		const isFresh = time.now - time.first <= maxAgeOfAlike;
		if (key !== undefined && (!isFresh || (this.alike.get(key) ?? 1) > 1)) return false;
		const first = orUndefined(() => firstLook(call, this.account.identifier, time));
		if (!first) return false;
		const { lookup, body } = first;
		const { origin, sdkAppId } = this.account;
		const rateLimiter = rateLimiterFor(origin, sdkAppId, lookup.path);
		const place = JSON.stringify([origin, sdkAppId, 'look', lookup.path]);
		const quota = quotaFor(place, lookup.perSecond);
		// The quota spaces the looks: one that waited for the limiter would hold up what comes behind.
		this.limits.request(rateLimiter, 2 * lookup.perSecond);
		const certainAt = now() + lookup.delay;
		call.looking = {
			lookup,
			body,
			time,
			certainAt,
			rateLimiter,
			quota,
			attempts: noAttempts(),
			failure,
		};
		return true;
	}

	/** Whether a call that certainly did nothing is made again; counts how often that was so. */
	mayMakeAgain(call: Call): boolean {
		call.looksInVain = (call.looksInVain ?? 0) + 1;
		return call.looksInVain <= call.settings.maxRetries && call.looksInVain < maxLooksInVain;
	}

	private keyOf(call: Call): string | undefined {
		const known = this.keys.get(call);
		if (known !== undefined) return known;
		const alike = call.shape === 'single' ? call.operation.alike : undefined;
		if (!alike) return undefined;
		const text = orUndefined(() => alike(mergePatch(call.payload, call.settings.extraBody)));
		return text === undefined ? undefined : createHash('sha256').update(text).digest('base64');
	}
}

/** What cannot be looked up stays in doubt, and fails no item whose call did its work. */
function orUndefined<T>(read: () => T): T | undefined {
	try {
		return read();
	} catch {
		return undefined;
	}
}

function firstLook(call: Call, identifier: string, time: LookRun['time']) {
	if (call.shape !== 'single') return undefined;
	const sent = understoodBody(call, identifier);
	const lookup = call.operation.lookup?.(sent);
	return lookup && { lookup, body: lookup.request(sent, time) };
}

function timeOf({ attempts: { firstAt } }: Call): LookRun['time'] {
	const seconds = (milliseconds: number) => Math.floor(milliseconds / 1000);
	const today = Date.now();
	return { first: seconds(today - (now() - firstAt)), now: seconds(today) };
}

/** What to do after a response to a look; a response that cannot be read says nothing. */
export type Look = Effect | { effect: 'next page' } | { effect: 'too early'; wait: number };

/** Reads a response to a look, and makes the look ready for what comes next. */
export function readLook(look: LookRun, body: Body, response: ApiResponse): Look {
	return orUndefined(() => readResponse(look, body, response)) ?? { effect: 'unknown' };
}

function readResponse(look: LookRun, body: Body, response: ApiResponse): Look {
	const { lookup } = look;
	const found = lookup.interpret(response, body, look.time, look.body);
	if (found.effect !== 'none') return found;
	const next = lookup.nextPage?.(response, look.body, look.time);
	look.attempts = noAttempts();
	if (next) {
		look.body = next;
		return { effect: 'next page' };
	}
	const wait = look.certainAt - now();
	if (wait <= 0) return found;
	look.body = lookup.request(body, look.time);
	return { effect: 'too early', wait };
}
