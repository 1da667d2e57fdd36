import { Readable } from 'node:stream';

import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

/** A call as the server gets it. */
export interface Call {
	/** Counted from 0. */
	number: number;
	/** `service/command`. */
	path: string;
	text: string;
	body: IDataObject;
	/** What it is signed with. */
	signature: string;
	/** Milliseconds since the run began. */
	at: number;
	/** Milliseconds since the run began at which it was answered or broke. */
	endedAt?: number;
}

/** What becomes of a call. */
export interface Reaction {
	/** Milliseconds. */
	takes?: number;
	answer?: IDataObject;
	/** The code of a network error, in place of a response. */
	breaks?: string;
	/** No response ever comes. */
	silent?: boolean;
	headers?: Record<string, string>;
	/** Of HTTP; 200 when left out. */
	status?: number;
}

export type Server = (call: Call) => Reaction;

export const defaultTime = 10;

export const fine = (more: IDataObject = {}): Reaction => ({ answer: { ErrorCode: 0, ...more } });
export const refused = (code: number): Reaction => ({
	answer: { ErrorCode: code, ErrorInfo: 'no' },
});
/** Something in front of the API wants no call for so many seconds. */
export const tooMany = (seconds: number): Reaction => ({
	status: 429,
	headers: { 'retry-after': String(seconds) },
	answer: {},
});
/** The request left, and nobody knows what the server did. */
export const lost: Reaction = { breaks: 'ECONNRESET' };
export const unreachable: Reaction = { breaks: 'ECONNREFUSED' };
export const silent: Reaction = { silent: true };

/** Codes of the kinds of refusals that the repeat rules tell apart. */
export const codes = {
	frequency: 60007,
	transient: 60008,
	signature: 70001,
	credential: 70009,
	lockedOut: 70050,
	permanent: 80001,
	unexplained: 55555,
} as const;

/** Reacts to the calls in turn, and well to all that come later. */
export function inTurn(...reactions: Reaction[]): Server {
	return ({ number }) => reactions[number] ?? fine({ Key: `key ${number}` });
}

async function aborted(signal: IHttpRequestOptions['abortSignal']): Promise<never> {
	return await new Promise((_resolve, reject) => {
		signal?.addEventListener?.('abort', () => reject(new Error('canceled')));
	});
}

/** What n8n's helper gives or throws for a reaction. */
export async function react(reaction: Reaction, { abortSignal }: IHttpRequestOptions) {
	const { takes = defaultTime, answer, breaks, headers, status: statusCode = 200 } = reaction;
	if (reaction.silent) return await aborted(abortSignal);
	const over = new Promise((resolve) => setTimeout(resolve, takes));
	await Promise.race([over, aborted(abortSignal)]);
	if (breaks !== undefined) throw Object.assign(new Error('broken'), { code: breaks });
	return { statusCode, headers, body: Readable.from([Buffer.from(JSON.stringify(answer))]) };
}
