import { sleep, type ILoadOptionsFunctions, type INodeListSearchResult } from 'n8n-workflow';
import type { ApiResponse, Choice, ListSearch } from '../contract';
import { Fields } from '../parameters/fields';
import { access, unreadable, type Access } from './transport/access';
import type { CallResult } from './transport/response';
import { type Failure, failureOf } from './errors/failure';
import { toNodeError, itemErrorOf } from './errors/nodeErrors';
import { rateLimiterFor } from './memory/rateLimiters';
import { acquireTurn, type RateLimiter } from './scheduling/rateLimiter';
import { retryDelay, noAttempts } from './scheduling/retry';

/** Somebody looks at the list and waits for it. */
const timeout = 10_000;
const maxRetries = 2;
const maxWait = 3_000;
/** Pages read on for one search before the user is asked to scroll. */
const maxPages = 10;
/** Enough to fill the list that n8n shows, which asks for more when it is scrolled. */
const enough = 20;

const otherwise = "To go on without the list, choose 'By ID'.";

const onHold = failureOf(
	'frequency',
	'Calls to this API are on hold, because Tencent refused too many of them',
	'Open the list again in a minute.',
);

/** Reading changes nothing, so that there is no doubt to look into. */
function harmless(failure: Failure): Failure {
	if (failure.effect === 'none') return failure;
	const advice =
		"Open the list again. If it happens every time, check 'Region' and 'Custom Host' in the credential.";
	return { ...failure, effect: 'none', advice };
}

function matches({ name, value }: Choice, filter: string): boolean {
	const wanted = filter.trim().toLowerCase();
	return [name, String(value)].some((text) => text.toLowerCase().includes(wanted));
}

type Page = { response: ApiResponse } | { failure: Failure };

/** Reads one list, with the credential of the node whose panel is open. */
class ListReader {
	private readonly panel: Fields;

	constructor(
		context: ILoadOptionsFunctions,
		private readonly list: ListSearch,
		private readonly granted: Access,
	) {
		this.panel = new Fields((name) => context.getCurrentNodeParameter(name) ?? '');
	}

	async read(filter?: string, token?: string): Promise<INodeListSearchResult | Failure> {
		const { list, panel } = this;
		const path = typeof list.path === 'string' ? list.path : list.path(panel);
		const results: Choice[] = [];
		let paginationToken = token;
		for (let page = 0; page < maxPages && results.length < enough; page++) {
			const body = list.body(filter, paginationToken, panel);
			const outcome = await this.callInTurn(path, JSON.stringify(body), list.perSecond);
			if ('failure' in outcome) return outcome.failure;
			const choices = list.choices(outcome.response);
			results.push(...(filter ? choices.filter((choice) => matches(choice, filter)) : choices));
			paginationToken = list.nextToken(outcome.response, body);
			if (paginationToken === undefined || !filter) break;
		}
		return { results: await this.named(results), paginationToken };
	}

	/** A name is a help: where it cannot be read, the ID says enough. */
	private async named(choices: Choice[]): Promise<Choice[]> {
		const { naming } = this.list;
		const nameless = choices.filter(({ name, value }) => name === String(value));
		if (!naming || nameless.length === 0) return choices;
		const body = JSON.stringify(naming.body(nameless.slice(0, naming.max)));
		const outcome = await this.callInTurn(naming.path, body, naming.perSecond);
		if ('failure' in outcome) return choices;
		const names = naming.names(outcome.response);
		return choices.map(({ name, value }) => ({ name: names.get(String(value)) ?? name, value }));
	}

	private async callInTurn(path: string, body: string, perSecond: number): Promise<Page> {
		const { origin, sdkAppId } = this.granted.account;
		const limiter = rateLimiterFor(origin, sdkAppId, path);
		limiter.request(this, perSecond);
		try {
			return await this.call(limiter, path, body);
		} finally {
			limiter.release(this);
		}
	}

	private async call(limiter: RateLimiter, path: string, body: string): Promise<Page> {
		const { client } = this.granted;
		const attempts = noAttempts();
		for (;;) {
			if (limiter.wait() > maxWait) return { failure: onHold };
			await acquireTurn(limiter);
			attempts.count += 1;
			const startedAt = performance.now();
			const result: CallResult = await client.call(path, body, timeout);
			if (result.ok) {
				limiter.succeeded(performance.now() - startedAt);
				return { response: result.response };
			}
			const { failure } = result;
			if (failure.kind === 'frequency') limiter.refused();
			const wait = retryDelay(failure, attempts, { policy: 'idempotent' }, maxRetries);
			if (wait === undefined || wait > maxWait) return { failure: harmless(failure) };
			if (failure.kind === 'signature') {
				attempts.renewedSignature = true;
				client.renewSignature();
			}
			await sleep(wait);
		}
	}
}

/**
 * The method behind a picker's "From List".
 *
 * @returns a function for `methods.listSearch` of a node; it throws a NodeError that says what to do
 */
export function listSearch(list: ListSearch) {
	return async function (
		this: ILoadOptionsFunctions,
		filter?: string,
		paginationToken?: string,
	): Promise<INodeListSearchResult> {
		let outcome: INodeListSearchResult | Failure;
		try {
			outcome = await new ListReader(this, list, await access(this)).read(filter, paginationToken);
		} catch (error) {
			throw toNodeError(
				this.getNode(),
				itemErrorOf(error, unreadable.advice),
				undefined,
				otherwise,
			);
		}
		if ('results' in outcome) return outcome;
		throw toNodeError(this.getNode(), outcome, undefined, otherwise);
	};
}
