import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';
import type { Account } from '../../../credentials/account';
import type { ApiOperation, LocalTask } from '../contract';
import { CallAttempts } from './attempts';
import type { Call } from './call';
import { DisplayOrder } from './displayOrder';
import { loadForAll } from './files/download';
import { Uploads } from './files/uploads';
import { itemErrorOf, messageOf } from './errors/nodeErrors';
import { LocalItems } from './localItems';
import { Lookups } from './lookups';
import { turnKeyOf, turns } from './memory/turns';
import { RequestBuilder } from './requests';
import { Results } from './results';
import { RunState } from './runState';
import { Dispatcher, type Step } from './scheduling/dispatcher';
import { RunLimits } from './scheduling/runLimits';
import { SignInGuard } from './scheduling/signInGuard';
import type { Client } from './transport/client';

/** Calls under way when an execution is stopped get this long to end, so that less is in doubt. */
const grace = 3_000;

/** Calls a second that may begin to wait for a file; the files themselves go two at a time. */
const uploadsPerSecond = 200;

/** Where the calls of a run come from. */
interface CallSource {
	next(): Step<Call>;
	/** Keeps what has to be known after the run. */
	close?(): Promise<void>;
}

/** One run of the node: all its items, once. */
export class Run {
	private readonly dispatcher: Dispatcher<Call>;
	private readonly results: Results;
	private readonly state: RunState;
	private readonly limits: RunLimits;
	private readonly uploads: Uploads;
	private readonly source: CallSource;

	constructor(
		private readonly context: IExecuteFunctions,
		operation: ApiOperation | LocalTask,
		private readonly client: Client,
		account: Account,
		ownHost: boolean,
	) {
		const results = new Results(context, () => this.dispatcher.stop(), operation.doneWord);
		const signIn = new SignInGuard(account);
		const state = new RunState(results, signIn);
		const limits = new RunLimits(signIn);
		const order = new DisplayOrder();
		const lookups = new Lookups(account, limits);
		const uploads = new Uploads(context);
		const attempts = new CallAttempts(
			account,
			client,
			results,
			signIn,
			limits,
			state,
			lookups,
			uploads,
			async (files, maxSize) =>
				await loadForAll(context, files, { maxSize, ownOrigin: account.origin }),
		);
		this.source =
			operation.shape === 'local'
				? new LocalItems(context, operation, account, results)
				: new RequestBuilder(
						context,
						operation,
						account,
						ownHost,
						results,
						state,
						lookups,
						uploads,
						(call) => {
							limits.admit(call);
							if (call.uploading) limits.request(call.uploading, uploadsPerSecond);
							order.expect(call);
						},
						(call) => order.noteEarlier(call),
					);
		this.dispatcher = new Dispatcher<Call>(
			{
				next: () => this.source.next(),
				orderingKey: ({ settings, orderingKey }) => (settings.keepOrder ? orderingKey : undefined),
				turnKey: (call) => turnKeyOf(account, call),
				attempt: async (call) => await attempts.attempt(call),
				rateLimiter: ({ rateLimiter, uploading, recovering, looking }) =>
					uploading ?? (recovering ?? looking)?.rateLimiter ?? rateLimiter,
				weight: ({ weight, uploading, recovering, looking }) =>
					uploading || recovering || looking ? 1 : weight,
				maxConcurrency: (limiter) => limits.maxConcurrency(limiter),
				quota: ({ quota, uploading, recovering, looking }) =>
					uploading || recovering || looking ? undefined : quota,
				pauseBefore: (call) => order.pauseBefore(call),
				settled: (call) => order.note(call),
				halfDone: (call) => !state.isCancelled && call.shape === 'chain' && call.chain.done > 0,
			},
			turns,
		);
		this.results = results;
		this.uploads = uploads;
		this.state = state;
		this.limits = limits;
	}

	/** @throws NodeError at the first failure where the node is set to stop */
	async run(): Promise<INodeExecutionData[]> {
		const signal = this.context.getExecutionCancelSignal();
		const onCancel = () => this.cancel();
		signal?.addEventListener('abort', onCancel);
		try {
			if (signal?.aborted) this.cancel();
			await this.dispatcher.run();
		} catch (error) {
			this.results.failUnsettled(error);
		} finally {
			signal?.removeEventListener('abort', onCancel);
			await this.close();
			this.limits.release();
		}
		return this.results.end(this.state.isCancelled);
	}

	/** What was sent stays sent, even if n8n's database cannot be told about it. */
	private async close(): Promise<void> {
		try {
			await this.source.close?.();
		} catch (error) {
			const { logger } = this.context;
			const said = messageOf(itemErrorOf(error));
			logger.warn(`${this.context.getNode().name}: what was sent could not be remembered. ${said}`);
		}
	}

	private cancel(): void {
		this.state.isCancelled = true;
		this.dispatcher.stop();
		this.uploads.stop();
		if (this.client.busy) void sleep(grace).then(() => this.client.abort());
	}
}
