import { PassThrough, Readable } from 'node:stream';

import type { IExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';

import { readAccount } from '../../../credentials/account';
import { userSig } from '../../../credentials/userSig';
import type { CallResult } from '../../../nodes/TencentChatDesk/delivery/transport/response';
import { Client } from '../../../nodes/TencentChatDesk/delivery/transport/client';
import { maxResponseBytes } from '../../../nodes/TencentChatDesk/delivery/transport/reading';
import { findSecrets } from '../../harness/secrets';
import { credentials } from './support/accounts';

const account = readAccount(credentials);

/** What n8n's helper was asked for, and how it found n8n's own signal while doing so. */
interface Asked {
	type: string;
	options: IHttpRequestOptions;
	more: unknown;
	signal: AbortSignal | undefined;
}

type Server = (asked: Asked) => unknown;

/** A client whose calls end at a function instead of at a server. */
function clientOf(server: Server) {
	const asked: Asked[] = [];
	const context = {
		getExecutionCancelSignal: () => undefined,
		helpers: {
			async httpRequestWithAuthentication(
				this: IExecuteFunctions,
				type: string,
				options: IHttpRequestOptions,
				more: unknown,
			) {
				asked.push({ type, options, more, signal: this.getExecutionCancelSignal() });
				return await server(asked[asked.length - 1]!);
			},
		},
	} as unknown as IExecuteFunctions;
	return { client: new Client(context, account, credentials), asked };
}

const answering = (text: string, statusCode = 200): Server => {
	return () => ({ statusCode, body: Readable.from([Buffer.from(text)]) });
};

/** A server that says nothing until the call is given up, as n8n's helper then does. */
const silent: Server = async ({ options }) =>
	await new Promise((_resolve, reject) => {
		options.abortSignal?.addEventListener?.('abort', () => reject(new Error('canceled')));
	});

const ok = '{"ActionStatus":"OK","ErrorCode":0,"ErrorInfo":""}';

function failure(reply: CallResult | undefined) {
	if (!reply || reply.ok) throw new Error('It is not a failure');
	return reply.failure;
}

describe('a call', () => {
	it('sends the body as the bytes that it was given, to the path of the own host', async () => {
		const { client, asked } = clientOf(answering(ok));
		const body = '{ "To_Account":"米亚" }';
		expect(await client.call('openim/sendmsg', body, 1_000)).toMatchObject({ ok: true });
		expect(asked[0]?.options).toMatchObject({
			method: 'POST',
			url: 'https://adminapisgp.im.qcloud.com/v4/openim/sendmsg',
			headers: { 'Content-Type': 'application/json' },
			body,
			encoding: 'stream',
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
		});
		expect(asked[0]?.options.body).toBe(body);
	});

	it('is refused in the words of the service that it went to', async () => {
		const { client } = clientOf(answering('{"ErrorCode":30005,"ErrorInfo":""}'));
		const there = await client.call('follow/follow_add', '{}', 1_000);
		const elsewhere = await client.call('sns/friend_add', '{}', 1_000);
		expect(failure(there).message).toContain('Following');
		expect(failure(elsewhere).message).not.toContain('Following');
	});

	it('hands n8n the credential, so that it is not read and decrypted for every call', async () => {
		const { client, asked } = clientOf(answering(ok));
		await client.call('openim/sendmsg', '{}', 1_000);
		expect(asked[0]).toMatchObject({
			type: 'tencentChatDeskApi',
			more: {
				credentialsDecrypted: {
					name: 'tencentChatDeskApi',
					type: 'tencentChatDeskApi',
					data: credentials,
				},
			},
		});
		expect(JSON.stringify(asked[0]?.options)).not.toContain(userSig(account));
	});

	it('keeps the response of a failure as it keeps that of a success', async () => {
		const { client } = clientOf(answering('{"ErrorCode":60007,"ErrorInfo":"slow"}', 502));
		expect(failure(await client.call('a/b', '{}', 1_000))).toMatchObject({
			kind: 'frequency',
			data: { ErrorCode: 60007 },
		});
	});

	it('is in doubt when the response is larger than any documented one', async () => {
		const { client } = clientOf(answering(`"${'a'.repeat(maxResponseBytes)}"`));
		expect(failure(await client.call('a/b', '{}', 1_000))).toMatchObject({
			effect: 'unknown',
			data: { httpStatus: 200 },
		});
	});

	it('is in doubt when n8n gives something that is no stream', async () => {
		const { client } = clientOf(() => ({ statusCode: 200, body: { ErrorCode: 0 } }));
		expect(failure(await client.call('a/b', '{}', 1_000))).toMatchObject({
			effect: 'unknown',
			data: { httpStatus: 200 },
		});
	});

	it('never throws, and says nothing of the request', async () => {
		const signature = userSig(account);
		const { client } = clientOf(() => {
			throw Object.assign(new Error(`https://x/?usersig=${signature}`), {
				code: 'ECONNRESET',
				config: { params: { usersig: signature } },
			});
		});
		const reply = await client.call('a/b', '{}', 1_000);
		expect(failure(reply).data).toEqual({ networkError: 'ECONNRESET' });
		expect(findSecrets(JSON.stringify(reply), credentials)).toEqual([]);
	});

	it('is cleaned of the key and the signature that a gateway echoes', async () => {
		const echo = (text: string) => JSON.stringify({ ErrorCode: 0, Echo: text, Again: text });
		const secrets = `${userSig(account)} and ${credentials.secretKey}`;
		const { client } = clientOf(answering(echo(secrets)));
		const reply = await client.call('a/b', '{}', 1_000);
		expect(reply).toMatchObject({ ok: true, response: { Again: '*** and ***' } });
		expect(findSecrets(JSON.stringify(reply), credentials)).toEqual([]);
	});
});

describe('a response that asks to be left alone', () => {
	/** Milliseconds that a refusal with such a header asks to wait. */
	async function waitAskedBy(headers?: Record<string, unknown>): Promise<number | undefined> {
		const body = () => Readable.from([Buffer.from('Too many')]);
		const { client } = clientOf(() => ({ statusCode: 429, headers, body: body() }));
		return failure(await client.call('a/b', '{}', 1_000)).retryAfter;
	}

	beforeEach(() => jest.spyOn(Date, 'now').mockReturnValue(Date.UTC(2025, 3, 1, 8)));
	afterEach(() => jest.restoreAllMocks());

	it.each([
		['in seconds', '25', 25_000],
		['in seconds, with spaces around', ' 7 ', 7_000],
		['not at all', '0', 0],
		['in as many seconds as nine digits say', '999999999', 999_999_999_000],
		['until a date', 'Tue, 01 Apr 2025 08:00:30 GMT', 30_000],
		['until a date that is over', 'Tue, 01 Apr 2025 07:00:00 GMT', 0],
	])('%s is left alone for so long (%j)', async (_what, header, wait) => {
		expect(await waitAskedBy({ 'retry-after': header })).toBe(wait);
	});

	it.each([
		['is neither', 'soon'],
		['is more than a number of seconds', '5 s'],
		['begins with something else', 'x5'],
		['is no whole number', '1.5'],
		['is negative', '-1'],
		['has ever so many digits', '1234567890'],
		['is no text', 5],
		['is empty', ''],
		['is missing', undefined],
	])('by a header that %s has not asked', async (_what, header) => {
		expect(await waitAskedBy({ 'retry-after': header })).toBeUndefined();
	});

	it('without any header has not asked', async () => {
		expect(await waitAskedBy()).toBeUndefined();
	});

	it('in something that is no stream has asked too', async () => {
		const { client } = clientOf(() => ({
			statusCode: 503,
			headers: { 'retry-after': '3' },
			body: '',
		}));
		expect(failure(await client.call('a/b', '{}', 1_000)).retryAfter).toBe(3_000);
	});
});

describe('a secret that calls carry in their bodies', () => {
	it('is taken out of what is echoed, once it was named', async () => {
		const { client } = clientOf(answering('{"ErrorCode":0,"Echo":"token-of-the-app"}'));
		expect(await client.call('a/b', '{}', 1_000)).toMatchObject({
			response: { Echo: 'token-of-the-app' },
		});
		client.hide('token-of-the-app');
		expect(await client.call('a/b', '{}', 1_000)).toMatchObject({ response: { Echo: '***' } });
	});
});

describe('a deadline', () => {
	beforeEach(() => jest.useFakeTimers());
	afterEach(() => jest.useRealTimers());

	/** How a call ended, and after how many milliseconds. */
	async function watch(client: Client, timeout: number) {
		const start = performance.now();
		const seen: { reply?: CallResult; after: number } = { after: -1 };
		void client.call('a/b', '{}', timeout).then((reply) => {
			seen.reply = reply;
			seen.after = performance.now() - start;
		});
		await jest.advanceTimersByTimeAsync(0);
		return seen;
	}

	it('ends a call that is not answered, soon after its time', async () => {
		const seen = await watch(clientOf(silent).client, 5_000);
		await jest.advanceTimersByTimeAsync(4_900);
		expect(seen.reply).toBeUndefined();
		await jest.advanceTimersByTimeAsync(100);
		expect(failure(seen.reply)).toMatchObject({
			kind: 'lost',
			effect: 'unknown',
			message: expect.stringContaining('5000 milliseconds') as string,
			advice: expect.stringMatching(/Look into the conversation .* Raise 'Timeout'/) as string,
		});
	});

	it('ends a response that drips, for it counts to the last byte', async () => {
		const body = new PassThrough();
		const drip = setInterval(() => body.destroyed || body.write(' '), 100);
		const { client } = clientOf(() => ({ statusCode: 200, body }));
		const seen = await watch(client, 5_000);
		await jest.advanceTimersByTimeAsync(5_300);
		clearInterval(drip);
		expect(failure(seen.reply).message).toContain('5000 milliseconds');
		expect(body.destroyed).toBe(true);
	});

	it('is that of each call', async () => {
		const { client } = clientOf(silent);
		const [short, long] = [await watch(client, 1_000), await watch(client, 3_000)];
		await jest.advanceTimersByTimeAsync(1_500);
		expect([short.reply !== undefined, long.reply !== undefined]).toEqual([true, false]);
		const later = await watch(client, 1_000);
		await jest.advanceTimersByTimeAsync(2_000);
		expect([long.reply !== undefined, later.reply !== undefined]).toEqual([true, true]);
	});

	it('is watched again after a time without calls', async () => {
		const { client } = clientOf(silent);
		await watch(client, 1_000);
		await jest.advanceTimersByTimeAsync(60_000);
		const seen = await watch(client, 1_000);
		await jest.advanceTimersByTimeAsync(1_200);
		expect(seen.after).toBeGreaterThanOrEqual(1_000);
	});

	it('is watched by one timer for all calls', async () => {
		const { client } = clientOf(silent);
		for (let call = 0; call < 20; call += 1) await watch(client, 1_000);
		expect(jest.getTimerCount()).toBe(1);
		await jest.advanceTimersByTimeAsync(2_000);
	});

	it('leaves no timer behind when all calls have ended', async () => {
		const { client } = clientOf(answering(ok));
		await watch(client, 60_000);
		await jest.advanceTimersByTimeAsync(1_000);
		expect(jest.getTimerCount()).toBe(0);
	});

	it('is not needed to give up every call at once', async () => {
		const { client } = clientOf(silent);
		expect(client.busy).toBe(false);
		const both = [await watch(client, 60_000), await watch(client, 60_000)];
		expect(client.busy).toBe(true);
		client.abort();
		await jest.advanceTimersByTimeAsync(1);
		expect(client.busy).toBe(false);
		for (const { reply } of both) {
			expect(failure(reply)).toMatchObject({
				kind: 'lost',
				effect: 'unknown',
				message: expect.stringContaining('stopped') as string,
				advice: 'Look into the conversation to see whether it arrived.',
			});
		}
	});
});

describe("n8n's own signal for a stopped execution", () => {
	it('does not cut calls short: the client decides when they are given up', async () => {
		const { client, asked } = clientOf(answering(ok));
		await client.call('a/b', '{}', 1_000);
		expect(asked[0]?.signal).toBeInstanceOf(AbortSignal);
		expect(asked[0]?.signal).toBe(asked[0]?.options.abortSignal);
	});
});

describe('a refused signature', () => {
	it('is made anew for the next call', () => {
		const clock = jest.spyOn(Date, 'now');
		clock.mockReturnValue(1_700_000_000_000);
		const { client } = clientOf(answering(ok));
		client.renewSignature();
		const first = userSig(account);
		clock.mockReturnValue(1_700_000_010_000);
		expect(userSig(account)).toBe(first);
		client.renewSignature();
		expect(userSig(account)).not.toBe(first);
		clock.mockRestore();
	});
});
