import type { Core } from '../core';
import { isProcessed, type Fault } from '../faults';
import { isObject } from '../json';
import { checkRequest, type Caller, type QueryString } from './commonChecks';
import { isRefusal, refuse, type Endpoint, type Outcome } from './endpoint';

/** What one request on the wire holds. */
export interface WireRequest {
	method: string;
	query: QueryString;
	endpoint: Endpoint | undefined;
	raw: Buffer;
	/** The address under which the simulator was called. */
	origin: string;
	/** The body as JSON, or undefined when it is none. */
	body: unknown;
}

export interface Processed {
	outcome: Outcome;
	rateLimited: boolean;
}

/** Decides on a request: the common checks, the rate, then the API itself. */
export async function processRequest(
	core: Core,
	request: WireRequest,
	fault: Fault | undefined,
): Promise<Processed> {
	const now = core.now();
	const caller = checkRequest(request, core.apps, core.behaviour, now);
	if ('code' in caller) return { outcome: caller, rateLimited: false };

	const { endpoint } = caller;
	core.limitAlert.count(caller.state, endpoint.path, endpoint.callsPerSecond, now);
	const rateKey = `${caller.state.app.sdkAppId}/${endpoint.path}`;
	const inTime =
		core.rateLimiter.admits(rateKey, endpoint.callsPerSecond, core.behaviour, now) &&
		admitsUnits(core, request, endpoint, rateKey, now);
	if (!inTime) {
		const code = endpoint.rateLimitCode ?? core.behaviour.rateLimitCode;
		return { outcome: refuse(code, 'too many calls a second'), rateLimited: true };
	}
	if (fault?.kind !== 'errorCode') {
		return { outcome: await callEndpoint(core, request, caller, now), rateLimited: false };
	}
	const failure = refuse(fault.code, fault.info ?? 'simulated failure');
	if (!isProcessed(fault)) return { outcome: failure, rateLimited: false };
	const outcome = await callEndpoint(core, request, caller, now);
	return { outcome: isRefusal(outcome) ? outcome : failure, rateLimited: false };
}

function admitsUnits(
	{ rateLimiter, behaviour }: Core,
	{ body }: WireRequest,
	{ unitsPerSecond }: Endpoint,
	rateKey: string,
	now: number,
): boolean {
	const limit = unitsPerSecond?.limit(behaviour) ?? null;
	if (!unitsPerSecond || limit === null || behaviour.rateLimit === null || !isObject(body)) {
		return true;
	}
	return rateLimiter.admitsUnits(rateKey, limit, unitsPerSecond.count(body), now);
}

async function callEndpoint(
	core: Core,
	request: WireRequest,
	caller: Caller,
	now: number,
): Promise<Outcome> {
	const { body, raw, origin } = request;
	const { endpoint, state, identifier } = caller;
	if (body === undefined) return refuse(endpoint.codes.notJson, 'the body is no JSON');
	if (!isObject(body)) {
		return refuse(endpoint.codes.notAnObject, 'the body has to be a JSON object');
	}
	const outcome = await endpoint.handle({
		body,
		bytes: raw.length,
		origin,
		state,
		identifier,
		platform: 'RESTAPI',
		now,
		behaviour: core.behaviour,
		conversations: core.conversations,
		callbacks: core.callbacks,
		random: core.numbers,
	});
	if (!isRefusal(outcome) && !outcome.duplicate) core.changes.happened();
	return outcome;
}
