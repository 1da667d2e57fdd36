import { networkFailure } from '../../../nodes/TencentChatDesk/delivery/networkFailure';
import { findSecrets } from '../../support/secrets';

const signature =
	'eJyrVgrxCdYrSy1SslIy0jNQ0gHzM1NS80oy0zLBwhWZiflZpXlQqeKU7MSCgswUJStDEwMogMiUZOamKlkZmqOKplYUZBaBxE1NTY3gosWZ6UpWSj5ljuYp*p7l5unBxXnF2WVhVU4uAf7Ozi5JpX7O5SbuHuUhzgZJmQXaTia2SrUAohcx8g__';
const url = `https://console.tim.qq.com/v4/openim/sendmsg?identifier=administrator&usersig=${signature}`;

/** An error as Node throws it, with everything that an HTTP client hangs on it. */
const broken = (code: unknown, syscall?: string, more: object = {}) =>
	Object.assign(new Error(`${String(code)} ${url}`), {
		code,
		syscall,
		config: { url, params: { usersig: signature } },
		request: { path: url },
		...more,
	});

/** The same behind so many layers of wrapping. */
const wrapped = (error: unknown, layers: number): unknown =>
	layers === 0 ? error : broken(undefined, undefined, { cause: wrapped(error, layers - 1) });

describe.each([0, 1, 2, 3])('an error behind %d others', (layers) => {
	const judge = (code: unknown, syscall?: string) =>
		networkFailure(wrapped(broken(code, syscall), layers));

	it.each([
		['ECONNREFUSED', 'connect'],
		['ENOTFOUND', 'getaddrinfo'],
		['EAI_AGAIN', 'getaddrinfo'],
		['EHOSTUNREACH', 'connect'],
		['ENETUNREACH', 'connect'],
		['ETIMEDOUT', 'connect'],
		['ECONNRESET', 'connect'],
		['CERT_HAS_EXPIRED', undefined],
		['DEPTH_ZERO_SELF_SIGNED_CERT', undefined],
		['SELF_SIGNED_CERT_IN_CHAIN', undefined],
		['UNABLE_TO_VERIFY_LEAF_SIGNATURE', undefined],
		['ERR_TLS_CERT_ALTNAME_INVALID', undefined],
	])('says that nothing was sent for %s (%s)', (code, syscall) => {
		expect(judge(code, syscall)).toMatchObject({
			kind: 'unreachable',
			effect: 'none',
			data: { networkError: code },
		});
	});

	it.each([
		['ECONNRESET', 'read'],
		['ECONNRESET', undefined],
		['EPIPE', 'write'],
		['ETIMEDOUT', 'read'],
		['ECONNABORTED', undefined],
		['ERR_STREAM_PREMATURE_CLOSE', undefined],
		['HPE_INVALID_CONSTANT', undefined],
		['Z_DATA_ERROR', undefined],
	])('leaves in doubt what was done for %s (%s)', (code, syscall) => {
		expect(judge(code, syscall)).toMatchObject({
			kind: 'lost',
			effect: 'unknown',
			data: { networkError: code },
		});
	});

	it('gives away nothing of the request', () => {
		const written = JSON.stringify([
			judge('ECONNRESET', 'read'),
			judge('ECONNREFUSED', 'connect'),
			judge(url),
			judge(`usersig=${signature}`),
			judge(undefined),
		]);
		expect(findSecrets(written, { secretKey: 'not part of this' })).toEqual([]);
		expect(written).not.toMatch(/usersig|tim\.qq\.com|sendmsg/);
	});
});

describe('anything else that may be thrown', () => {
	const circular: { cause?: unknown } = {};
	circular.cause = circular;

	it.each([
		['nothing', undefined],
		['null', null],
		['a text', url],
		['an error without a code', new Error(url)],
		['a code that is a number', broken(404)],
		['a code that is an address', broken(url)],
		['an error that is its own cause', circular],
		['a cause that is a text', { cause: url }],
	])('is taken for a doubt, not for a proof that nothing was sent: %s', (_what, error) => {
		expect(networkFailure(error)).toMatchObject({ kind: 'lost', effect: 'unknown', data: {} });
	});
});
