import { getEventListeners } from 'node:events';
import { Readable } from 'node:stream';

import type {
	IDataObject,
	IExecuteFunctions,
	IHttpRequestOptions,
	INodeExecutionData,
	NodeExecutionHint,
} from 'n8n-workflow';

import { readAccount } from '../../../../credentials/account';
import { userSig } from '../../../../credentials/userSig';
import type { Deliverable } from '../../../../nodes/TencentChatDesk/contract';
import { deliver } from '../../../../nodes/TencentChatDesk/delivery/deliver';
import { cosCredentialType } from '../../../../nodes/TencentChatDesk/delivery/files/cosClient';
import { cosCredentials } from '../../files/support/cos';
import { type Call, fine, react, type Reaction, type Server } from './server';

/** The parameters of an item; its `options` are laid over those of the node. */
export type Item = IDataObject;

export interface Setup {
	/** The node's parameters, the same for all items. */
	parameters?: IDataObject;
	options?: IDataObject;
	/** "Continue", with or without an error branch. */
	continues?: boolean;
	retryOnFail?: boolean;
	/** An ID that n8n gave the execution. */
	execution?: string;
	credential?: IDataObject;
	/** In place of the credential. */
	credentialError?: Error;
	/** Somebody presses "Stop" so many milliseconds after the start; 0: before it. */
	stopAt?: number;
	/** n8n gives no signal that would tell of a stop. */
	withoutSignal?: boolean;
	/** n8n takes neither hints nor log lines. */
	isDeaf?: boolean;
	/** Names of the files that each item brings, and what stands in them. */
	files?: Record<string, string>;
	/** Files that Tencent keeps for whoever has their addresses. */
	remote?: Record<string, string>;
	/** What becomes of a file on its way to the bucket; it may stop the execution. */
	bucket?: (stop: () => void) => Reaction;
	/** What n8n's database keeps of the node, from one execution to the next. */
	memory?: Set<string>;
}

/** A file on its way to the bucket. */
export interface Upload {
	/** What stands in the file. */
	text: string;
	address: string;
	/** Milliseconds since the run began. */
	at: number;
}

export interface Outcome {
	output: INodeExecutionData[];
	error?: Error & { description?: string; context?: IDataObject };
	calls: Call[];
	/** Files that set out for the bucket. */
	uploads: Upload[];
	/** Addresses of files that were asked for. */
	downloads: string[];
	/** The most calls under way at once. */
	peak: number;
	log: string[];
	hints: NodeExecutionHint[];
	/** Milliseconds. */
	took: number;
	/** Milliseconds until nothing at all goes on any more. */
	quietAfter: number;
	/** How often a parameter was asked for. */
	reads: Record<string, number>;
	/** Listeners that were left on the signal that tells of a stop. */
	listeners: number;
}

/** Time passes only as fast as the runs need it, and every draw for a back-off is a middling one. */
export function ownClock(): void {
	beforeEach(() => {
		jest.useFakeTimers({
			doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'],
			timerLimit: 5_000,
		});
		// So that the time of day is not taken for the time that something took.
		jest.advanceTimersByTime(3_600_000);
		// As in Node, no timer is shorter than a millisecond.
		const faked = setTimeout;
		jest
			.spyOn(globalThis, 'setTimeout')
			.mockImplementation(((end: () => void, wait = 0) =>
				faked(end, Math.max(1, wait))) as typeof setTimeout);
		jest.spyOn(Math, 'random').mockReturnValue(0.5);
	});
	afterEach(() => {
		jest.restoreAllMocks();
		jest.useRealTimers();
	});
}

/** As n8n hands them to a node; an item without files has no such field at all. */
const filesOf = (texts: Record<string, string>) =>
	Object.fromEntries(
		Object.entries(texts).map(([name, text]) => {
			const data = Buffer.from(text).toString('base64');
			return [name, { data, mimeType: 'a/b', fileName: name }];
		}),
	);

/** What n8n offers to a node that wants to know which entries are new. */
const memoryHelpers = (memory: Set<string>) => ({
	checkProcessedAndRecord: async (entries: string[]) => {
		const processed = entries.filter((entry) => memory.has(entry));
		for (const entry of entries) memory.add(entry);
		return { new: entries.filter((entry) => !processed.includes(entry)), processed };
	},
	removeProcessed: async (entries: string[]) => {
		for (const entry of entries) memory.delete(entry);
	},
});

let apps = 0;

/** The credential of an app that nobody has called yet. */
export function newCredential(): IDataObject {
	apps += 1;
	return {
		sdkAppId: 1_400_000_000 + apps,
		identifier: 'administrator',
		secretKey: 'c0ffee11d22e33f44a55b66c77d88e99c0ffee11d22e33f44a55b66c77d88e99',
		region: 'singapore',
	};
}

/** Runs the node once, with the items as its input, until it has ended. */
export async function run(
	operation: Deliverable,
	items: Item[],
	server: Server = ({ number }) => fine({ Key: `key ${number}` }),
	setup: Setup = {},
): Promise<Outcome> {
	const { credential = newCredential(), options, parameters = {}, files, memory } = setup;
	const start = performance.now();
	const since = () => performance.now() - start;
	const stop = new AbortController();
	const outcome: Outcome = {
		output: [],
		calls: [],
		uploads: [],
		downloads: [],
		peak: 0,
		log: [],
		hints: [],
		took: -1,
		quietAfter: -1,
		reads: {},
		listeners: 0,
	};
	const { calls, uploads, downloads, log, hints, reads } = outcome;

	const parameterOf = (name: string, item: number, fallback: unknown) => {
		reads[name] = (reads[name] ?? 0) + 1;
		const own = items[item]!;
		if (name === 'options') return { ...options, ...(own.options as IDataObject) };
		return own[name] ?? parameters[name] ?? fallback;
	};
	const heard = (lines: number) => {
		if (setup.isDeaf) throw new Error('Nobody listens');
		return lines;
	};
	const upload = async (asked: IHttpRequestOptions, abortSignal?: AbortSignal) => {
		uploads.push({ text: String(asked.body), address: asked.url, at: since() });
		return await react(setup.bucket?.(() => stop.abort()) ?? { answer: {} }, {
			...asked,
			abortSignal,
		});
	};
	const download = async ({ url }: IHttpRequestOptions) => {
		downloads.push(url);
		const text = setup.remote?.[url] ?? '';
		return await Promise.resolve({ statusCode: 200, body: Readable.from([Buffer.from(text)]) });
	};
	async function request(this: IExecuteFunctions, type: string, asked: IHttpRequestOptions) {
		if (type === cosCredentialType) return await upload(asked, this.getExecutionCancelSignal());
		const text = asked.body as string;
		const call: Call = {
			number: calls.length,
			path: asked.url.slice(asked.url.indexOf('/v4/') + 4),
			text,
			body: JSON.parse(text) as IDataObject,
			signature: userSig(readAccount(credential as never)),
			at: since(),
		};
		calls.push(call);
		const underWay = calls.filter(({ endedAt }) => endedAt === undefined).length;
		outcome.peak = Math.max(outcome.peak, underWay);
		try {
			return await react(server(call), asked);
		} finally {
			call.endedAt = since();
		}
	}
	const context = {
		getInputData: () => items.map((json) => ({ json, ...(files && { binary: filesOf(files) }) })),
		getNodeParameter: parameterOf,
		getCredentials: async (type: string) => {
			if (setup.credentialError) throw setup.credentialError;
			return type === cosCredentialType ? cosCredentials : credential;
		},
		continueOnFail: () => setup.continues ?? false,
		getNode: () => ({ id: 'n1', name: 'Send', retryOnFail: setup.retryOnFail ?? false }),
		getWorkflow: () => ({ id: 'w1' }),
		getExecutionId: () => setup.execution ?? 'e1',
		getWorkflowDataProxy: () => ({ $runIndex: 0 }),
		getParentNodes: () => [],
		getTimezone: () => 'Asia/Shanghai',
		getExecutionCancelSignal: () => (setup.withoutSignal ? undefined : stop.signal),
		addExecutionHints: (...more: NodeExecutionHint[]) => heard(hints.push(...more)),
		logger: {
			info: (line: string) => heard(log.push(`info: ${line}`)),
			warn: (line: string) => heard(log.push(`warn: ${line}`)),
		},
		helpers: {
			httpRequest: download,
			httpRequestWithAuthentication: request,
			...(memory && memoryHelpers(memory)),
		},
	} as unknown as IExecuteFunctions;

	if (setup.stopAt === 0) stop.abort();
	else if (setup.stopAt !== undefined) setTimeout(() => stop.abort(), setup.stopAt);
	void deliver(context, operation)
		.then(
			(output) => (outcome.output = output),
			(error: Error) => (outcome.error = error),
		)
		.then(() => {
			outcome.took = since();
			outcome.listeners = getEventListeners(stop.signal, 'abort').length;
		});
	await jest.runAllTimersAsync();
	outcome.quietAfter = since();
	if (outcome.took === -1) throw new Error('The run does not end');
	return outcome;
}

/** The failure in each item of an output; undefined where there is none. */
export const failures = ({ output }: Outcome) =>
	output.map(({ json }) => json.error as IDataObject | undefined);
