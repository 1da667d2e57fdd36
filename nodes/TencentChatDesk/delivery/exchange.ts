import { createHash } from 'crypto';
import type { ApiResponse, Body, Outcome } from '../contract';
import type { Call, CallOf } from './call';
import { encodeCall, understoodBody } from './encode';
import { explain } from './errors/explain';
import { type Failure, failureOf } from './errors/failure';
import { withSender } from './sender';

/** What a response means for a call. */
export type Exchange =
	/** Its items are settled, each by its outcome; none where the response says nothing of an item. */
	| { next: 'settle'; outcomes: Array<Outcome | undefined> }
	/** A list is complete. */
	| { next: 'records'; records: Body[] }
	/** The call goes on with its next page. */
	| { next: 'page' }
	/** The call goes on with its next part, and is half done until that is through. */
	| { next: 'part' }
	/** The envelope was good, and the call failed all the same. */
	| { next: 'fail'; failure: Failure }
	/** It did its work, and nothing of it can be put out. */
	| { next: 'giveUp'; failure: Failure };

const samePageAgain = failureOf(
	'permanent',
	'The list does not end: Tencent names a page that was read before as the next one',
	"Turn off 'Return All' and set a 'Limit' that one page can hold.",
);

/** n8n holds every record in memory, and no app is known to have lists near this. */
const maxRecords = 500_000;

const endless = failureOf(
	'permanent',
	`The list does not end: ${maxRecords} records were read, and Tencent names yet another page`,
	"Turn off 'Return All' and set a 'Limit'.",
);

const pageOf = (body: Body): string =>
	createHash('sha256').update(JSON.stringify(body)).digest('base64');

/** So many codes of parts are explained; an item may name hundreds of accounts. */
const maxExplained = 3;

/** What the codes of failed parts mean, as far as any page says so. */
function explainParts(codes: readonly number[], path: string | undefined): string[] {
	return [...new Set(codes)]
		.slice(0, maxExplained)
		.map((code) => ({ code, ...explain(code, undefined, path) }))
		.filter(({ kind }) => kind !== 'unexplained')
		.map(({ code, message, advice }) => `Code ${code}: ${message}. ${advice}`);
}

/**
 * The failure that an outcome tells of.
 *
 * @param path `service/command` that was called
 */
export function failureFrom(outcome: Extract<Outcome, { done: false }>, path?: string): Failure {
	if ('code' in outcome) {
		const { kind, message, advice } = explain(outcome.code, outcome.info, path);
		return failureOf(kind, message, advice, outcome.data);
	}
	const { kind, message, advice, codes = [], data } = outcome;
	return failureOf(kind, message, [advice, ...explainParts(codes, path)].join(' '), data);
}

/** What a retry means whose first attempt may have done the work. */
function asDoneBefore(outcome: Outcome): Outcome {
	if (!('doneBefore' in outcome) || !outcome.doneBefore) return outcome;
	return { done: true, output: outcome.doneBefore };
}

function single(call: CallOf<'single'>, response: ApiResponse, identifier: string): Exchange {
	const outcome = call.operation.interpret(response, understoodBody(call, identifier));
	if (!outcome.done) return { next: 'fail', failure: failureFrom(outcome, call.path) };
	return { next: 'settle', outcomes: [outcome] };
}

function batch(call: CallOf<'batch'>, response: ApiResponse, identifier: string): Exchange {
	const { operation, items, attempts, bisection } = call;
	const outcomes = operation.batch.interpret(
		response,
		items.map(({ payload }) => withSender(operation, payload, identifier)),
	);
	bisection.refusals = 0;
	return {
		next: 'settle',
		outcomes: items.map((_item, index) => {
			const outcome = outcomes[index];
			return attempts.doubt && outcome ? asDoneBefore(outcome) : outcome;
		}),
	};
}

function chain(call: CallOf<'chain'>, response: ApiResponse, identifier: string): Exchange {
	const { operation, chain: parts } = call;
	const outcome = operation.interpret(response, understoodBody(call, identifier));
	if (!outcome.done) return { next: 'fail', failure: failureFrom(outcome, call.path) };
	const following = parts.bodies[parts.done + 1];
	if (!following) return { next: 'settle', outcomes: [outcome] };
	parts.done += 1;
	parts.bodies[parts.done] = operation.chain.nextBody(following, encodeCall(call).body, response);
	return { next: 'part' };
}

/** Reads on while records are wanted and the list has more. */
function list(call: CallOf<'list'>, response: ApiResponse, isEnding: boolean): Exchange {
	const { operation, listing, settings } = call;
	const failed = operation.list.failure?.(response);
	if (failed) return { next: 'fail', failure: failureFrom(failed, call.path) };
	const { body } = encodeCall(call);
	const records = operation.list.records(response);
	const wanted = records.slice(0, listing.limit - listing.records.length);
	const { simplified } = operation.list;
	const shown = settings.simplify && simplified ? wanted.map((one) => simplified(one)) : wanted;
	const isEnough = listing.records.length + wanted.length >= listing.limit;
	const isLast = isEnough || records.length === 0;
	const nextPage = isLast ? undefined : operation.list.nextPage(response, body, records);
	listing.pages.add(pageOf(body));
	for (const record of shown) listing.records.push(record);
	for (const record of wanted) listing.files.push(listing.downloads?.filesOf(record) ?? []);
	if (nextPage && listing.pages.has(pageOf(nextPage))) {
		return { next: 'giveUp', failure: samePageAgain };
	}
	if (nextPage && listing.records.length >= maxRecords) {
		return { next: 'giveUp', failure: endless };
	}
	if (!nextPage || isEnding) return { next: 'records', records: listing.records };
	listing.nextPage = nextPage;
	return { next: 'page' };
}

/**
 * Reads a good envelope, by the shape of the call, and makes the call ready for what comes next.
 *
 * @param identifier the account that signs, which is the sender where none is named
 * @param isEnding the run goes on with nothing: what was read of a list is put out
 * @throws whatever reading throws, where a field holds something else than documented
 */
export function exchange(
	call: Call,
	response: ApiResponse,
	identifier: string,
	isEnding: boolean,
): Exchange {
	switch (call.shape) {
		case 'single':
			return single(call, response, identifier);
		case 'list':
			return list(call, response, isEnding);
		case 'batch':
			return batch(call, response, identifier);
		case 'chain':
			return chain(call, response, identifier);
	}
}
