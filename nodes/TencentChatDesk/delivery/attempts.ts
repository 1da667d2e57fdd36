import type { Account } from '../../../credentials/account';
import type { ApiResponse, Body, Outcome } from '../contract';
import { bisect, takeAllItems } from './bisection';
import {
	restart,
	type Call,
	type CallItem,
	type CallOf,
	type Encoded,
	type LookRun,
	type RecoveryRun,
} from './call';
import { encodeCall, understoodBody } from './encode';
import { type Failure, failureOf, inDoubt, partlyDone, withNames } from './errors/failure';
import { type LoadFiles, withFiles } from './files/download';
import { withKeptFiles } from './files/kept';
import type { Uploads } from './files/uploads';
import { adviceOf, isInDoubt, type ItemError, itemErrorOf, messageOf } from './errors/nodeErrors';
import { exchange, failureFrom } from './exchange';
import { FailurePolicy } from './failurePolicy';
import { withRecordsOfFiles } from './files/records';
import { type Lookups, readLook } from './lookups';
import { rateLimiterFor } from './memory/rateLimiters';
import { claimNumbers } from './memory/usedNumbers';
import { canRecover, recoveryFailed } from './recovery';
import { brokenOff, type Results } from './results';
import type { RunState } from './runState';
import { noAttempts } from './scheduling/retry';
import type { RunLimits } from './scheduling/runLimits';
import type { SignInGuard } from './scheduling/signInGuard';
import { SideCalls } from './sideCalls';
import type { Client } from './transport/client';
import { timedCall } from './transport/timedCall';

const unreadableResponse = failureOf(
	'lost',
	"Tencent's answer holds something else than its documentation says",
	'Look into the conversation or the app before running this item again, and report the operation to the authors of this node.',
);

const stoppedHalfway = failureOf(
	'permanent',
	'The execution was stopped between the calls of this item',
	'Look into the conversation before sending the rest.',
);

/** Makes the calls of a run, and decides what a response or a failure means for them. */
export class CallAttempts {
	private readonly policy: FailurePolicy;
	private readonly sideCalls: SideCalls;

	constructor(
		private readonly account: Account,
		private readonly client: Client,
		private readonly results: Results,
		private readonly signIn: SignInGuard,
		private readonly limits: RunLimits,
		private readonly state: RunState,
		private readonly lookups: Lookups,
		private readonly uploads: Uploads,
		private readonly loadFiles: LoadFiles,
	) {
		this.policy = new FailurePolicy(client, results, signIn, state);
		this.sideCalls = new SideCalls(client, signIn, this.policy);
	}

	/**
	 * One call. Whatever goes wrong in it concerns the items of this call only.
	 *
	 * @returns milliseconds to wait before the next one, or undefined when all is settled
	 */
	async attempt(call: Call): Promise<number | undefined> {
		try {
			const wait = await this.attemptOnce(call);
			if (wait !== undefined) return wait;
			return this.takeNextGroup(call) ? 0 : undefined;
		} catch (error) {
			this.breakOff(call, error);
			return undefined;
		}
	}

	/** Something was thrown beside the responses, such as for a body that is too long. */
	private breakOff(call: Call, error: unknown): void {
		const reason = reasonOf(call, error);
		this.results.countDoubt(call, false);
		this.results.noteDoubt(call, isInDoubt(reason));
		const items = call.shape === 'batch' ? takeAllItems(call) : call.items;
		for (const item of items) this.fail(item, reason);
	}

	private async attemptOnce(call: Call): Promise<number | undefined> {
		const { uploading, recovering, looking } = call;
		if (uploading) return await this.uploadFiles(call);
		if (recovering) return await this.recoverOnce(call, recovering);
		if (looking) return await this.lookOnce(call, looking);
		return await this.callOnce(call);
	}

	/** Uploads what the items of a call carry, and makes their bodies with the addresses. */
	private async uploadFiles(call: Call): Promise<number | undefined> {
		for (const { attachments } of call.items) {
			for (const upload of attachments?.pending ?? []) void this.uploads.finish(upload);
		}
		const left: CallItem[] = [];
		for (const item of call.items) {
			const error = await this.errorOfUploads(item);
			if (error) this.fail(item, error);
			else left.push(item);
		}
		call.uploading = undefined;
		call.items = left;
		if (left.length === 0) return undefined;
		for (const item of call.items) {
			if (item.attachments) item.payload = item.attachments.request();
		}
		const [first] = call.items;
		if (call.shape === 'batch') {
			call.payload = call.operation.batch.merge(call.items.map(({ payload }) => payload));
		} else if (first) {
			call.payload = first.payload;
		}
		if (call.shape === 'chain') call.chain.bodies = call.operation.chain.bodies(call.payload);
		return 0;
	}

	private async errorOfUploads({ attachments }: CallItem): Promise<ItemError | undefined> {
		for (const upload of attachments?.pending ?? []) {
			const uploaded = await this.uploads.finish(upload);
			if ('error' in uploaded) return uploaded.error;
			attachments?.addresses.push(uploaded.address);
		}
		return undefined;
	}

	/** Goes on with the next part of a batch that was refused as a whole. */
	private takeNextGroup(call: Call): boolean {
		if (call.shape !== 'batch') return false;
		const group = call.bisection.groups.shift();
		if (!group) return false;
		call.items = group;
		call.payload = call.operation.batch.merge(group.map(({ payload }) => payload));
		restart(call);
		return true;
	}

	private async callOnce(call: Call): Promise<number | undefined> {
		const { attempts, settings } = call;
		const { fatalFailure } = this.signIn;
		if (fatalFailure) {
			this.giveUp(call, fatalFailure);
			return undefined;
		}
		const { text } = this.ready(call);
		attempts.count += 1;
		if (attempts.firstAt === 0) attempts.firstAt = performance.now();
		this.results.begin(call);
		const { result, callTime } = await timedCall(this.client, call.path, text, settings.timeout);
		if (!result.ok) {
			return this.afterFailure(call, withNames(result.failure, encodeCall(call).body), callTime);
		}
		try {
			const read = await this.withFilesOf(call, result.response);
			if ('failure' in read) return this.afterFailure(call, read.failure, callTime);
			return await this.afterResponse(call, read.response, callTime);
		} catch {
			// Every field of a response may hold anything; what reads them settles nothing before it is done.
			return this.afterFailure(call, unreadableResponse, callTime);
		}
	}

	/** The response, with what stands in the files that it names. */
	private async withFilesOf(
		call: Call,
		response: ApiResponse,
	): Promise<{ response: ApiResponse } | { failure: Failure }> {
		const files = call.shape === 'list' ? call.operation.list.files : undefined;
		if (call.shape !== 'list' || !files) return { response };
		const wanted = call.listing.limit - call.listing.records.length;
		return await withRecordsOfFiles(this.client, files, response, wanted, call.settings.timeout);
	}

	/** Throws InvalidParameter where the bytes are too many, or carry the numbers of another message. */
	private ready(call: Call): Encoded {
		const encoded = encodeCall(call);
		const { origin, sdkAppId } = this.account;
		const place = JSON.stringify([origin, sdkAppId, call.path]);
		call.releaseNumbers ??= claimNumbers(call.operation, place, encoded);
		return encoded;
	}

	private async afterResponse(
		call: Call,
		response: ApiResponse,
		callTime: number,
	): Promise<number | undefined> {
		const exchanged = exchange(call, response, this.account.identifier, this.state.isEnding);
		if (exchanged.next === 'fail') return this.afterFailure(call, exchanged.failure, callTime);
		this.succeeded(call, callTime);
		switch (exchanged.next) {
			case 'page':
				restart(call);
				return 0;
			case 'part':
				return this.nextPart(call);
			case 'records':
				await this.putOut(call, exchanged.records);
				return undefined;
			case 'giveUp':
				this.giveUp(call, exchanged.failure);
				return undefined;
			case 'settle':
				call.items.forEach((item, index) =>
					this.settle(call, item, exchanged.outcomes[index], response),
				);
				return undefined;
		}
	}

	/** A list with the files of its records, where they are wanted. */
	private async putOut(call: Call, records: Body[]): Promise<void> {
		const listing = call.shape === 'list' ? call.listing : undefined;
		const brought = listing?.downloads
			? await this.loadFiles(listing.files, listing.downloads.maxSize)
			: [];
		const outputs = records.map((record, index) => withFiles(record, brought[index]));
		const binaries = brought.map(({ binary }) => binary);
		for (const { item } of call.items) this.results.done(item, outputs, 'done', binaries);
	}

	private succeeded(call: Call, callTime: number): void {
		this.signIn.succeeded();
		this.results.countDoubt(call, false);
		call.attempts.doubt = false;
		call.rateLimiter.succeeded(callTime);
	}

	private nextPart(call: Call): number | undefined {
		restart(call);
		if (this.state.isCancelled) {
			this.giveUp(call, stoppedHalfway);
			return undefined;
		}
		this.results.countDoubt(call, true);
		return 0;
	}

	private settle(
		call: Call,
		item: CallItem,
		outcome: Outcome | undefined,
		response: ApiResponse,
	): void {
		if (outcome && !outcome.done) {
			const failure = failureFrom(outcome, call.path);
			this.results.refused(call, item, withKeptFiles(failure, item.attachments?.addresses));
			return;
		}
		const output = call.settings.simplify && outcome ? outcome.output : response;
		this.results.carriedOut(call, item, output);
	}

	private afterFailure(call: Call, failure: Failure, callTime: number): number | undefined {
		const { attempts } = call;
		if (attempts.doubt && call.shape === 'single' && isDoneAlready(call, failure)) {
			this.settleDoneBefore(call, failure.data, callTime);
			return undefined;
		}
		if (failure.effect === 'unknown') {
			attempts.doubt = true;
			this.results.countDoubt(call, true);
		}
		this.policy.heed(failure, attempts, call.rateLimiter, callTime);
		if (!this.state.isEnding && this.beginRecovery(call, failure)) return 0;
		const { retry } = encodeCall(call);
		const wait = this.policy.waitForRetry(failure, attempts, retry, call.settings.maxRetries);
		if (wait !== undefined) {
			// Another item may end this try before the retry: the next try has to know.
			this.results.noteDoubt(call, call.countedInDoubt ?? false);
			return wait;
		}
		if (call.shape === 'batch' && !this.state.isEnding && bisect(call, failure)) return undefined;
		if (attempts.doubt && !this.state.isEnding && this.lookups.begin(call, failure)) {
			this.results.noteDoubt(call, true);
			return call.looking?.quota.reserve() ?? 0;
		}
		this.giveUp(call, failure);
		return undefined;
	}

	/** One look at what the call may have done. */
	private async lookOnce(call: Call, look: LookRun): Promise<number | undefined> {
		const { lookup } = look;
		const { fatalFailure } = this.signIn;
		if (fatalFailure || this.state.isEnding) {
			return this.endLook(call, fatalFailure ?? look.failure);
		}
		const result = await this.sideCalls.make({ path: lookup.path, ...look }, call.settings);
		if ('wait' in result) return result.wait;
		if (!result.response) return this.endLook(call, look.failure);
		const body = understoodBody(call, this.account.identifier);
		const found = readLook(look, body, result.response);
		switch (found.effect) {
			case 'done':
				call.looking = undefined;
				this.results.countDoubt(call, false);
				for (const item of call.items) {
					this.results.carriedOut(call, item, { ...found.output, verified: true });
				}
				return undefined;
			case 'next page':
				return look.quota.reserve();
			case 'too early':
				return Math.max(found.wait, look.quota.reserve());
			case 'unknown':
				return this.endLook(call, look.failure);
			case 'none':
				return this.notDone(call, look);
		}
	}

	private endLook(call: Call, failure: Failure): undefined {
		call.looking = undefined;
		this.giveUp(call, failure);
		return undefined;
	}

	/** The call did nothing: it is made again, unless that was tried often enough. */
	private notDone(call: Call, { failure }: LookRun): number | undefined {
		call.looking = undefined;
		this.results.countDoubt(call, false);
		this.results.noteDoubt(call, false);
		call.attempts = noAttempts();
		if (failure.effect === 'unknown' && this.lookups.mayMakeAgain(call)) return 0;
		this.giveUp(call, { ...failure, effect: 'none' });
		return undefined;
	}

	/** The retry was refused because the attempt before it has done the work. */
	private settleDoneBefore(call: CallOf<'single'>, data: ApiResponse, callTime: number): void {
		const outcome = call.operation.interpret(data, understoodBody(call, this.account.identifier));
		this.succeeded(call, callTime);
		for (const item of call.items) this.settle(call, item, outcome, data);
	}

	/** Sets out to take away what made the call fail, once, where the user wants that. */
	private beginRecovery(call: Call, failure: Failure): boolean {
		const { settings, attempts, operation } = call;
		const { recovery } = operation;
		if (!settings.importMissingAccount || !recovery || call.recovered) return false;
		if (attempts.doubt || !canRecover(recovery, failure)) return false;
		const bodies = recovery.bodies(encodeCall(call).body);
		if (bodies.length === 0) return false;
		const { origin, sdkAppId } = this.account;
		const rateLimiter = rateLimiterFor(origin, sdkAppId, recovery.path);
		this.limits.request(rateLimiter, recovery.perSecond);
		call.recovered = true;
		call.recovering = { recovery, bodies, rateLimiter, attempts: noAttempts() };
		return true;
	}

	/** One call of the recovery, retried like any other; after the last, the failed one is made again. */
	private async recoverOnce(call: Call, run: RecoveryRun): Promise<number | undefined> {
		const { fatalFailure } = this.signIn;
		if (fatalFailure) {
			this.giveUp(call, fatalFailure);
			return undefined;
		}
		const { recovery } = run;
		const [body = {}] = run.bodies;
		const result = await this.sideCalls.make({ path: recovery.path, body, ...run }, call.settings);
		if ('wait' in result) return result.wait;
		if (result.response) {
			run.attempts = noAttempts();
			run.bodies.shift();
			if (run.bodies.length === 0) call.recovering = undefined;
			return 0;
		}
		call.recovering = undefined;
		this.giveUp(call, recoveryFailed(recovery.failureMessage(body), result.failure));
		return undefined;
	}

	private fail({ item, attachments }: CallItem, error: ItemError): void {
		this.results.failed(item, withKeptFiles(error, attachments?.addresses));
	}

	private giveUp(call: Call, failure: Failure): void {
		const { attempts, items } = call;
		// A later refusal proves nothing of an earlier attempt: a session may have ended in between.
		const last = attempts.doubt ? inDoubt(failure) : failure;
		const final =
			call.shape === 'chain' ? partlyDone(last, call.chain.done, call.chain.bodies.length) : last;
		this.results.countDoubt(call, false);
		this.results.noteDoubt(call, final.effect !== 'none');
		for (const item of items) this.fail(item, final);
		if (final.effect === 'none') call.releaseNumbers?.();
	}
}

/** What the items of a call fail with that broke off. */
function reasonOf(call: Call, error: unknown): ItemError {
	if (call.attempts.doubt) return brokenOff;
	const reason = itemErrorOf(error);
	if (call.shape !== 'chain' || call.chain.done === 0) return reason;
	const { done, bodies } = call.chain;
	const failure = failureOf('permanent', messageOf(reason), adviceOf(reason));
	return partlyDone(failure, done, bodies.length);
}

function isDoneAlready({ operation }: CallOf<'single'>, { data }: Failure): boolean {
	return operation.alreadyDoneCodes?.includes(data.ErrorCode as number) ?? false;
}
