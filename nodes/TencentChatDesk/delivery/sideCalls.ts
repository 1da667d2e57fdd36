import type { ApiResponse, Body } from '../contract';
import type { Failure } from './errors/failure';
import type { FailurePolicy } from './failurePolicy';
import type { Settings } from './settings';
import type { RateLimiter } from './scheduling/rateLimiter';
import type { Attempts } from './scheduling/retry';
import type { SignInGuard } from './scheduling/signInGuard';
import type { Client } from './transport/client';
import { timedCall } from './transport/timedCall';

/** A call beside that of an item: of a recovery, or of a look at what an earlier call has done. */
export interface SideCall {
	path: string;
	body: Body;
	rateLimiter: RateLimiter;
	attempts: Attempts;
}

/** What became of one. */
export type SideResult =
	{ response: ApiResponse } | { wait: number } | { response?: undefined; failure: Failure };

/** Makes the calls beside those of the items. Making one again changes nothing. */
export class SideCalls {
	constructor(
		private readonly client: Client,
		private readonly signIn: SignInGuard,
		private readonly policy: FailurePolicy,
	) {}

	/** One attempt: a response, the milliseconds until the next attempt, or the failure it ends with. */
	async make(
		{ path, body, rateLimiter, attempts }: SideCall,
		{ timeout, maxRetries }: Settings,
	): Promise<SideResult> {
		attempts.count += 1;
		const text = JSON.stringify(body);
		const { result, callTime } = await timedCall(this.client, path, text, timeout);
		if (result.ok) {
			this.signIn.accepted();
			rateLimiter.succeeded(callTime);
			return { response: result.response };
		}
		const { failure } = result;
		this.policy.heed(failure, attempts, rateLimiter, callTime);
		const retry = { policy: 'idempotent' } as const;
		const wait = this.policy.waitForRetry(failure, attempts, retry, maxRetries);
		return wait === undefined ? { failure } : { wait };
	}
}
