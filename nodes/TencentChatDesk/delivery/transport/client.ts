import type {
	ICredentialDataDecryptedObject,
	IExecuteFunctions,
	IHookFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
} from 'n8n-workflow';
import { sleep } from 'n8n-workflow';
import type { Account } from '../../../../credentials/account';
import { forgetUserSig, userSig } from '../../../../credentials/userSig';
import { parseResponse, type CallResult } from './response';
import { type Failure, failureOf } from '../errors/failure';
import { networkFailure } from './networkFailure';
import { type ByteStream, isByteStream, readCapped } from './reading';
import { Redactor } from './redact';

const credentialType = 'tencentChatDeskApi';

/** How often deadlines are looked at: one clock for all calls is cheaper than a timer for each. */
const deadlineStep = 100;

const unreadableFile = failureOf(
	'transient',
	'A file of Tencent could not be read',
	'Run the item again: it gets a new address. A firewall has to let n8n reach the storage of Tencent, whose host names end with myqcloud.com.',
);

const slowFile = failureOf(
	'transient',
	'Nothing more came of a file of Tencent in time',
	"Run the item again, and raise 'Timeout' in the options if it happens often.",
);

const strangeAddress = failureOf(
	'permanent',
	'Tencent names a file at an address that is none',
	'Report the operation to the authors of this node.',
);

interface OpenCall {
	controller: AbortController;
	/** Milliseconds of the monotonic clock. */
	deadline: number;
	expired: boolean;
	body?: ByteStream;
}

interface FullResponse {
	statusCode: number;
	headers?: Record<string, unknown>;
	body: unknown;
}

/**
 * Milliseconds that `Retry-After` asks to wait, as seconds or as a date (RFC 9110, 10.2.3).
 * Undefined when it is missing or neither.
 */
function retryAfterOf({ headers }: FullResponse): number | undefined {
	const value = headers?.['retry-after'];
	if (typeof value !== 'string') return undefined;
	const text = value.trim();
	if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
	const date = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN;
	return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}

/** Makes signed calls; owns the bytes of the request, the deadline and the size of the response. */
export class Client {
	private readonly open = new Set<OpenCall>();
	private watching = false;
	private readonly redactor = new Redactor();

	/** @param credentials as n8n decrypted them: read once an execution, not once a call */
	constructor(
		private readonly context: IExecuteFunctions | IHookFunctions | ILoadOptionsFunctions,
		private readonly account: Account,
		private readonly credentials: ICredentialDataDecryptedObject,
	) {}

	/**
	 * One call. Never throws; never gives away the address, the query or the request.
	 *
	 * @param path `service/command`
	 * @param body the JSON text, sent as it is, so that a repeat is the same bytes
	 * @param timeout milliseconds from here to the last byte of the response
	 */
	async call(path: string, body: string, timeout: number): Promise<CallResult> {
		const call = this.begin(timeout);
		try {
			this.redactor.know(this.account.secretKey);
			this.redactor.know(userSig(this.account));
			const response = await this.request(path, body, call.controller.signal);
			const { statusCode, body: stream } = response;
			const retryAfter = retryAfterOf(response);
			if (!isByteStream(stream)) return parseResponse(statusCode, undefined, retryAfter, path);
			call.body = stream;
			const text = await readCapped(stream);
			return parseResponse(
				statusCode,
				text === undefined ? text : this.redactor.clean(text),
				retryAfter,
				path,
			);
		} catch (error) {
			return { ok: false, failure: this.failureAfter(error, call, timeout) };
		} finally {
			this.open.delete(call);
		}
	}

	/**
	 * Reads a file of Tencent's, whose address a response gave: without the signature, and with no
	 * redirect. Never gives the address away, which is as good as a password to the file.
	 *
	 * @param take gets each piece, and says whether it wants more
	 * @returns why it could not be read; undefined when it was
	 */
	async download(
		address: string,
		timeout: number,
		take: (piece: Uint8Array) => boolean,
	): Promise<Failure | undefined> {
		if (!this.mayRead(address)) return strangeAddress;
		const call = this.begin(timeout);
		try {
			const { statusCode, body: stream } = (await this.context.helpers.httpRequest({
				method: 'GET',
				url: address,
				encoding: 'stream',
				returnFullResponse: true,
				ignoreHttpStatusErrors: true,
				disableFollowRedirect: true,
				abortSignal: call.controller.signal,
			})) as FullResponse;
			if (!isByteStream(stream)) return unreadableFile;
			call.body = stream;
			if (statusCode !== 200) {
				stream.destroy();
				return { ...unreadableFile, data: { httpStatus: statusCode } };
			}
			for await (const chunk of stream) {
				// A file takes as long as it takes, as long as something comes.
				call.deadline = performance.now() + timeout;
				if (!take(typeof chunk === 'string' ? Buffer.from(chunk) : chunk)) {
					stream.destroy();
					return undefined;
				}
			}
			return undefined;
		} catch {
			return call.expired ? slowFile : unreadableFile;
		} finally {
			this.open.delete(call);
		}
	}

	/** A call that is given up after so many milliseconds. */
	private begin(timeout: number): OpenCall {
		const call: OpenCall = {
			controller: new AbortController(),
			deadline: performance.now() + timeout,
			expired: false,
		};
		this.open.add(call);
		void this.watchDeadlines();
		return call;
	}

	/** Encrypted, unless the calls themselves are not. */
	private mayRead(address: string): boolean {
		if (!URL.canParse(address)) return false;
		const { protocol } = new URL(address);
		return protocol === 'https:' || protocol === new URL(this.account.origin).protocol;
	}

	/** From here on this secret, which a call carries in its body, is taken out of every response. */
	hide(secret: string): void {
		this.redactor.know(secret);
	}

	/** Whether calls are under way. */
	get busy(): boolean {
		return this.open.size > 0;
	}

	/** Gives up every call under way. */
	abort(): void {
		for (const call of this.open) this.giveUp(call);
	}

	/** Makes the next call carry a new signature. */
	renewSignature(): void {
		forgetUserSig(this.account);
	}

	private async request(path: string, body: string, signal: AbortSignal): Promise<FullResponse> {
		const options: IHttpRequestOptions = {
			method: 'POST',
			url: `${this.account.origin}/v4/${path}`,
			headers: { 'Content-Type': 'application/json' },
			body,
			encoding: 'stream',
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
			abortSignal: signal,
		};
		// n8n puts the execution's cancel signal over the request's own one. Its signal ends calls the
		// moment somebody presses Stop; ours lets them finish for a moment, so that less is in doubt.
		const context = Object.create(this.context, {
			getExecutionCancelSignal: { value: () => signal },
		}) as IExecuteFunctions;
		return (await this.context.helpers.httpRequestWithAuthentication.call(
			context,
			credentialType,
			options,
			{
				credentialsDecrypted: {
					id: '',
					name: credentialType,
					type: credentialType,
					data: this.credentials,
				},
			},
		)) as FullResponse;
	}

	private failureAfter(error: unknown, call: OpenCall, timeout: number) {
		if (call.expired) {
			return failureOf(
				'lost',
				`No complete answer came within ${timeout} milliseconds`,
				"Look into the conversation before sending again. Raise 'Timeout' under 'Delivery' if it happens often.",
			);
		}
		if (call.controller.signal.aborted) {
			return failureOf(
				'lost',
				'The execution was stopped before the answer came',
				'Look into the conversation to see whether it arrived.',
			);
		}
		return networkFailure(error);
	}

	private giveUp(call: OpenCall): void {
		call.controller.abort();
		call.body?.destroy();
	}

	private async watchDeadlines(): Promise<void> {
		if (this.watching) return;
		this.watching = true;
		while (this.open.size > 0) {
			await sleep(deadlineStep);
			const now = performance.now();
			for (const call of this.open) {
				if (now < call.deadline) continue;
				call.expired = true;
				this.giveUp(call);
			}
		}
		this.watching = false;
	}
}
