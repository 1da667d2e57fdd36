import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Core } from '../core';
import { isProcessed, takeFault, type Fault } from '../faults';
import { isObject } from '../json';
import { fraction } from '../random';
import { unknownPath, type PathStats } from '../records/stats';
import { responseBody, withFailedPart } from './responseBody';
import type { QueryString } from './commonChecks';
import { isRefusal, refuse, type Endpoint } from './endpoint';
import { addArchiveRoutes } from './endpoints/archive/routes';
import { spoilResponse } from './faultResponses';
import { processRequest, type Processed, type WireRequest } from './process';
import { allEndpoints } from './registry';

const jsonType = 'application/json; charset=utf-8';

/** Serves the REST API under /v4/. */
export function addRestRoutes(app: FastifyInstance, core: Core): void {
	addArchiveRoutes(app, core);
	const endpoints = new Map(allEndpoints.map((endpoint) => [endpoint.path, endpoint]));
	app.all<{ Params: { '*': string }; Querystring: QueryString }>('/v4/*', (request, reply) =>
		serve(core, endpoints, request, reply),
	);
}

type RestRequest = FastifyRequest<{ Params: { '*': string }; Querystring: QueryString }>;

async function serve(
	core: Core,
	endpoints: ReadonlyMap<string, Endpoint>,
	request: RestRequest,
	reply: FastifyReply,
): Promise<FastifyReply> {
	const at = core.now();
	const path = request.params['*'];
	const endpoint = endpoints.get(path);
	const counts = core.stats.callArrived(endpoint ? path : unknownPath, at);
	reply.raw.on('close', () => core.stats.callEnded());

	const fault = faultFor(core, path, at);
	if (fault) {
		core.stats.faultHappened(fault.kind);
		core.changes.happened();
	}
	const raw = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
	const text = raw.toString('utf8');
	const wire: WireRequest = {
		method: request.method,
		query: request.query,
		endpoint,
		raw,
		origin: `${request.protocol}://${request.host}`,
		body: parse(text),
	};

	const halfLatency = latencyOf(core, fault) / 2;
	if (halfLatency > 0) await core.sleep(halfLatency);
	if (fault?.kind === 'delay' && !isProcessed(fault)) await core.sleep(fault.ms);

	const processed = reaches(fault) ? await processRequest(core, wire, fault) : undefined;
	if (processed) count(counts, processed);
	core.requests.add({
		at,
		method: request.method,
		path,
		raw: text,
		body: wire.body,
		errorCode: processed ? errorCodeOf(processed) : null,
		duplicate: processed?.outcome.duplicate ?? false,
		fault: fault?.kind ?? null,
		unknownFields: unknownFields(wire.body, endpoint),
	});

	if (halfLatency > 0) await core.sleep(halfLatency);
	if (fault?.kind === 'delay' && isProcessed(fault)) await core.sleep(fault.ms);

	const outcome = processed?.outcome ?? refuse(60008, 'the request was lost');
	const body = JSON.stringify(withFailedPart(responseBody(outcome, endpoint), fault));
	if (fault && spoilResponse(fault, reply, body)) return reply;
	return reply.type(jsonType).send(body);
}

function faultFor(core: Core, path: string, now: number): Fault | undefined {
	const { behaviour } = core;
	if (behaviour.refuseUntil !== null && now < behaviour.refuseUntil) return { kind: 'reset' };
	return takeFault(behaviour, path, core.chance);
}

/** Waits and error codes come after the checks; other faults may stop a request on its way. */
function reaches(fault: Fault | undefined): boolean {
	if (!fault || fault.kind === 'delay' || fault.kind === 'errorCode') return true;
	return isProcessed(fault);
}

function latencyOf(core: Core, fault: Fault | undefined): number {
	const { latencyMs, latencyJitterMs } = core.behaviour;
	const jitter = latencyJitterMs > 0 ? fraction(core.chance) * latencyJitterMs : 0;
	const latency = latencyMs + jitter;
	return fault?.kind === 'slow' ? Math.max(latency, 1) * fault.factor : latency;
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function errorCodeOf({ outcome }: Processed): number {
	return isRefusal(outcome) ? outcome.code : 0;
}

function count(counts: PathStats, processed: Processed): void {
	const { outcome, rateLimited } = processed;
	if (rateLimited) counts.rateLimited += 1;
	if (outcome.duplicate) counts.duplicates += 1;
	if (isRefusal(outcome)) counts.refused[outcome.code] = (counts.refused[outcome.code] ?? 0) + 1;
	else counts.accepted += 1;
}

function unknownFields(body: unknown, endpoint: Endpoint | undefined): string[] {
	if (!endpoint || !isObject(body)) return [];
	return Object.keys(body).filter((name) => !endpoint.fields.includes(name));
}
